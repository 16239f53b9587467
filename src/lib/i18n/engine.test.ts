import { describe, expect, test } from 'vitest';
import { engine } from './engine';
import { languages, type Language } from './languages';
import { lookup } from './lookup';
import type { Messages } from './i18n';

const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', {
	eager: true,
	import: 'default',
});

function messagesOf(language: string): Messages {
	return Object.fromEntries(
		Object.entries(files)
			.filter(([file]) => file.includes(`/${language}/`))
			.map(([file, texts]) => [file.split('/').at(-1)!.replace('.json', ''), texts]),
	);
}

function keysOf(texts: Record<string, unknown>, prefix = ''): string[] {
	return Object.entries(texts).flatMap(([key, value]) =>
		typeof value === 'object' ? keysOf(value as Record<string, unknown>, `${prefix}${key}.`) : [prefix + key],
	);
}

describe('the browser says what i18next says', () => {
	test.each(Object.keys(languages) as Language[])('for every text in %s', (language) => {
		const messages = messagesOf(language);
		const full = engine(language, messages) as unknown as (key: string, values?: object) => string;
		const slim = lookup(language, messages);
		for (const [room, texts] of Object.entries(messages)) {
			for (const key of keysOf(texts)) {
				const name = `${room}:${key.replace(/_(zero|one|two|few|many|other)$/, '')}`;
				const names = [...JSON.stringify(texts).matchAll(/\{\{\s*(\w+)/g)].map(
					([, placeholder]) => placeholder!,
				);
				const isPlural = name !== `${room}:${key}`;
				const counts = isPlural ? [0, 1, 2, 3, 11, 100] : [5];
				for (const count of counts) {
					const values = Object.fromEntries(names.map((placeholder) => [placeholder, `<${placeholder}>`]));
					const given = isPlural || names.includes('count') ? { ...values, count } : values;
					expect(slim(name, given), name).toBe(full(name, given));
				}
			}
		}
	});

	test('what is put into an Arabic sentence keeps its own direction; numbers and other languages are as they are', () => {
		const texts = { common: { met: '{{name}}, {{times}}' } };
		const given = { name: 'Mette', times: 2 };
		for (const say of [lookup, engine] as unknown as (typeof lookup)[]) {
			expect(say('ar', texts)('common:met', given)).toBe('\u2068Mette\u2069, 2');
			expect(say('da', texts)('common:met', given)).toBe('Mette, 2');
		}
	});

	test('a missing text shows its key', () => {
		expect(lookup('da', {})('plan:nowhere')).toBe('nowhere');
	});
});
