import type { Messages, Namespace } from './i18n';
import type { Language } from './languages';

const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', {
	eager: true,
	import: 'default',
});

/** The texts of these rooms in this language. */
export function messagesOf(language: Language, namespaces: readonly Namespace[]): Messages {
	return Object.fromEntries(
		namespaces.map((namespace) => [namespace, files[`./locales/${language}/${namespace}.json`] ?? {}]),
	);
}

/** As a page carries them: without receipts, which come to it in words. */
export const messagesOfPage = (language: Language, namespaces: readonly Namespace[]): Messages =>
	Object.fromEntries(
		Object.entries(messagesOf(language, namespaces)).map(([namespace, messages]) => {
			const { receipt: _receipt, ...said } = messages as Record<string, unknown>;
			return [namespace, said];
		}),
	);
