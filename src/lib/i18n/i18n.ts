import { createInstance, type i18n, type TFunction } from 'i18next';
import { getContext, setContext } from 'svelte';
import { browser } from '$app/environment';
import { defaultLanguage, languages, type Language } from './languages';
import type danish from './danish';

/** Texts by namespace (one namespace is one room's file). */
export type Messages = Record<string, Record<string, unknown>>;
/** A text as a key, "room:key"; components and schemas pass keys, never words. */
export type Namespace = keyof typeof danish;
export type Translate = TFunction<Namespace[]>;

export interface Texts {
	t: Translate;
	language: Language;
}

function newInstance(language: Language): i18n {
	const instance = createInstance({
		lng: language,
		fallbackLng: false,
		resources: {},
		defaultNS: 'common',
		interpolation: { escapeValue: false },
		initAsync: false,
	});
	void instance.init();
	return instance;
}

// On the server there is one instance per request; in the browser one for the page's life, since a change of
// language loads the page anew.
let inBrowser: i18n | undefined;

/** An instance that knows these texts. */
export function createTexts(language: Language, messages: Messages): Texts {
	const instance = browser && inBrowser?.language === language ? inBrowser : newInstance(language);
	if (browser) inBrowser = instance;
	for (const [namespace, texts] of Object.entries(messages)) {
		instance.addResourceBundle(language, namespace, texts, true, true);
	}
	return { t: instance.t as Translate, language };
}

const key = Symbol('texts');
/** Called by the root layout; the getter keeps the context fresh when texts arrive with the next page. */
export const provideTexts = (get: () => Texts) => setContext(key, get);

/** The translate function of this request. */
export function useText(): Translate {
	return getContext<() => Texts>(key)().t;
}

/** The language of this request. */
export function useLanguage(): Language {
	return getContext<(() => Texts) | undefined>(key)?.().language ?? defaultLanguage;
}

/** The BCP 47 tag dates and numbers are written in (Arabic with the digits used in Denmark). */
export const localeOf = (language: Language) => languages[language].locale;
