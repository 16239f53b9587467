/**
 * Svelte's server takes what is derived for true, whatever it is, where a class or style of the same name is written as
 * a directive (`class:short`, and `class:short={short}`) beside a value that is set once (defaultValue) or is spread:
 * the page would jump when it starts, and stay wrong without scripts. `class={{ short }}` is right everywhere.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const wrongIn = (source: string) =>
	[...source.matchAll(/\s(?:class|style):([\w-]+)(?=\s|\/?>|=\{\1\})/g)]
		.map(([, name]) => name!)
		.filter((name) => new RegExp(`(?:const|let) ${name} = \\$derived`).test(source));

test.each([
	['class:short', ['short']],
	['class:short={short}', ['short']],
	['class:long={short}', []],
	['class={{ short }}', []],
])('%s', (written, wrong) => {
	expect(wrongIn(`const short = $derived(!many); <input ${written} {value} />`)).toEqual(wrong);
});

test('no class or style is written as a directive of what is derived under the same name', () => {
	const files = globSync('src/**/*.svelte');
	expect(files.length).toBeGreaterThan(100);
	const wrong = files.flatMap((file) =>
		wrongIn(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`),
	);
	expect(wrong).toEqual([]);
});
