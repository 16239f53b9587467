import type { Messages } from './i18n';
import { placed, type Language } from './languages';

/**
 * What the browser needs of i18next to draw again what the server drew: a text by "room:key", {{placeholders}} and
 * the plural forms of the language. i18next itself would be 16 kB more on every first load; that both say the same
 * for every text in every language is tested (engine.test.ts).
 */
export function lookup(language: Language, messages: Messages) {
	const plural = new Intl.PluralRules(language);
	return (key: string, values: Record<string, unknown> = {}): string => {
		const [room, path] = key.includes(':') ? (key.split(':', 2) as [string, string]) : ['common', key];
		const find = (wanted: string) =>
			wanted
				.split('.')
				.reduce<unknown>(
					(texts, part) => (texts as Record<string, unknown> | undefined)?.[part],
					messages[room],
				);
		const { count } = values;
		const found =
			(typeof count === 'number' ? find(`${path}_${plural.select(count)}`) : undefined) ?? find(path);
		if (typeof found !== 'string') return path;
		return found.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => placed(language, values[name]));
	};
}
