import { describe, expect, test } from 'vitest';
import { appName } from '$lib/app';
import { languages } from './languages';

const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', {
	eager: true,
	import: 'default',
});
const rooms = Object.keys(files)
	.filter((file) => file.includes('/da/'))
	.map((file) => file.split('/').at(-1)!);

function keysOf(texts: Record<string, unknown>, prefix = ''): string[] {
	return Object.entries(texts).flatMap(([key, value]) =>
		typeof value === 'object' ? keysOf(value as Record<string, unknown>, `${prefix}${key}.`) : [prefix + key],
	);
}
/** i18next's plural forms differ by language; the key they belong to does not. */
const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const placeholders = (texts: Record<string, unknown>): string[] =>
	[...new Set(JSON.stringify(texts).match(/\{\{\s*\w+/g) ?? [])].sort();

describe('every language says the same things', () => {
	for (const language of Object.keys(languages)) {
		test.each(rooms)(`${language}/%s has the keys and values of the Danish file`, (room) => {
			const danish = files[`./locales/da/${room}`]!;
			const other = files[`./locales/${language}/${room}`] ?? {};
			const keys = (texts: Record<string, unknown>) => [...new Set(keysOf(texts).map(withoutPlural))].sort();
			expect(keys(other)).toEqual(keys(danish));
			expect(placeholders(other)).toEqual(placeholders(danish));
		});
	}
});

function textsOf(texts: Record<string, unknown>, prefix = ''): [string, string][] {
	return Object.entries(texts).flatMap(([key, value]) =>
		typeof value === 'object'
			? textsOf(value as Record<string, unknown>, `${prefix}${key}.`)
			: [[prefix + key, String(value)] as [string, string]],
	);
}

describe.each(Object.entries(languages))('in %s', (language, { locale }) => {
	const ofLanguage = Object.entries(files)
		.filter(([file]) => file.includes(`/${language}/`))
		.flatMap(([file, texts]) => textsOf(texts, `${file.split('/').at(-1)}:`));

	test('what is counted has every form the language has, and no other', () => {
		const forms = [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort();
		const counted = new Map<string, string[]>();
		for (const [key] of ofLanguage) {
			const form = /_(zero|one|two|few|many|other)$/.exec(key)?.[1];
			if (form) counted.set(withoutPlural(key), [...(counted.get(withoutPlural(key)) ?? []), form]);
		}
		expect(counted.size).toBeGreaterThan(0);
		expect([...counted].filter(([, has]) => has.sort().join() !== forms.join())).toEqual([]);
	});

	test('the product is called by its name in one place only', () => {
		expect(ofLanguage.filter(([, text]) => text.includes(appName))).toEqual([]);
	});
});
