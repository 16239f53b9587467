/** The words of what is seldom said come with what says them, in every language: no page carries them. */
import type { Messages, Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import { lookup } from '$lib/i18n/lookup';

const files = import.meta.glob<Messages[string]>('../i18n/locales/*/seldom.json', {
	eager: true,
	import: 'default',
});

export const seldomIn = (language: Language) =>
	lookup(language, {
		seldom: files[`../i18n/locales/${language}/seldom.json`] ?? {},
	}) as unknown as Translate;
