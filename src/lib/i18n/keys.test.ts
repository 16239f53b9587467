/** Every text is said somewhere, and everything that is said has a text. Part of `npm run check`. */
import { expect, test } from 'vitest';
import danish from './danish';

const sources = import.meta.glob<string>(
	['/src/**/*.{ts,svelte}', '!/src/**/*.test.ts', '!/src/lib/i18n/**', '!/src/lib/server/database.types.ts'],
	{ eager: true, query: '?raw', import: 'default' },
);

function keysOf(texts: object, prefix: string): string[] {
	return Object.entries(texts).flatMap(([key, value]) =>
		typeof value === 'object' ? keysOf(value as object, `${prefix}${key}.`) : [prefix + key],
	);
}
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '');
const keys = [
	...new Set(Object.entries(danish).flatMap(([room, texts]) => keysOf(texts, `${room}:`).map(withoutPlural))),
];

const rooms = Object.keys(danish).join('|');
const inQuotes = new RegExp(`['"]((?:${rooms}):[\\w.-]*\\w)['"]`, 'g');
const inTemplates = new RegExp(`\`((?:${rooms}):[^\`]*)\``, 'g');

/** What a template can become: `plan:state.${state}` is any one part after plan:state. */
const possible = (template: string) =>
	new RegExp(
		`^${template
			.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
			.map((part) => part.replace(/[.\\^$*+?()[\]{}|]/g, '\\$&'))
			.join('[\\w.-]+')}$`,
	);

const used = new Map<string, string>();
const templates = new Map<string, string>();
for (const [file, source] of Object.entries(sources)) {
	for (const [, key] of source.matchAll(inQuotes)) used.set(key!, file);
	for (const [, template] of source.matchAll(inTemplates)) templates.set(template!, file);
}
const patterns = [...templates].map(([template, file]) => ({ template, file, pattern: possible(template) }));

test('every text is used', () => {
	const unused = keys.filter((key) => !used.has(key) && !patterns.some(({ pattern }) => pattern.test(key)));
	expect(unused).toEqual([]);
});

test('everything used has a text', () => {
	const known = new Set(keys);
	const missing = [...used].filter(([key]) => !known.has(key));
	expect(missing).toEqual([]);
	const empty = patterns.filter(({ pattern }) => !keys.some((key) => pattern.test(key)));
	expect(empty.map(({ template, file }) => `${template} in ${file}`)).toEqual([]);
});

test('whatever a text leaves a place for is given where it is said', () => {
	const textOf = (key: string): string => {
		const [room, path] = key.split(':') as [keyof typeof danish, string];
		const at = (parts: string[]) =>
			parts.reduce<unknown>((texts, part) => (texts as Record<string, unknown>)?.[part], danish[room]);
		return [at(path.split('.')), at(`${path}_other`.split('.'))]
			.filter((text) => typeof text === 'string')
			.join();
	};
	const said = /\bt\(\s*'([\w-]+:[\w.-]+)'\s*(?:,?\s*\)|,\s*\{([^{}]*)\})/g;
	const left = Object.entries(sources).flatMap(([file, source]) =>
		[...source.matchAll(said)].flatMap(([, key, given = '']) => {
			if (given.includes('...')) return [];
			const names = [...given.matchAll(/(?:^|,)\s*(\w+)/g)].map(([, name]) => name);
			return [...textOf(key!).matchAll(/\{\{(\w+)/g)]
				.filter(([, place]) => !names.includes(place))
				.map(([, place]) => `${key} without ${place} in ${file}`);
		}),
	);
	expect(left).toEqual([]);
});
