import type { TFunction } from 'i18next';
import { getContext, setContext } from 'svelte';
import type danish from './danish';
import { languages, type Language } from './languages';
import { lookup } from './lookup';

/** Texts by namespace (one namespace is one room's file). */
export type Messages = Record<string, Record<string, unknown>>;
export type Namespace = keyof typeof danish;
/** A text as a key, "room:key"; components and schemas pass keys, never words. */
export type Translate = TFunction<Namespace[]>;

export interface Texts {
	t: Translate;
	language: Language;
}

// In the browser the texts of the rooms seen so far stay: the page being left still draws while the next arrives.
// A change of language loads the page anew.
const seen: Messages = {};

/**
 * A translate function that knows these texts: i18next on the server, a small twin of it in the browser.
 * SSR is a constant by the time chunks are made, so that none is made of i18next for the browser.
 */
export async function createTexts(language: Language, messages: Messages): Promise<Texts> {
	if (import.meta.env.SSR) {
		const { engine } = await import('./engine');
		return { t: engine(language, messages), language };
	}
	return { t: lookup(language, Object.assign(seen, messages)) as unknown as Translate, language };
}

const key = Symbol('texts');
/** Called by the root layout; the getter keeps the context fresh when texts arrive with the next page. */
export const provideTexts = (get: () => Texts) => setContext(key, get);

/** The translate function of this request. */
export const useText = (): Translate => getContext<() => Texts>(key)().t;

/** The language of this request. */
export const useLanguage = (): Language => getContext<() => Texts>(key)().language;

/** The BCP 47 tag dates and numbers are written in (Arabic with the digits used in Denmark). */
export const localeOf = (language: Language) => languages[language].locale;
