/** Looks into the scripts a browser gets: nothing that only the server needs may travel along. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const withPiece = (piece: string, scripts: string[]) =>
	scripts.filter((script) => readFileSync(script, 'utf8').includes(piece));
const sent = globSync('build/client/**/*.js');

test('there are scripts to look into', () => expect(sent.length).toBeGreaterThan(10));

// A piece of each library that no minifier changes, and that comes along whatever one takes of it.
test.each([
	['valibot', '~run'],
	['i18next', 'i18next:'],
	['@supabase/supabase-js', 'X-Client-Info'],
	['temporal-polyfill', 'Mismatching Calendars'],
])('%s stays on the server', (library, piece) => {
	const known = withPiece(piece, globSync(`node_modules/${library}/**/*.{js,mjs}`));
	expect(known, `${piece} is no longer a piece of ${library}`).not.toEqual([]);
	expect(withPiece(piece, sent)).toEqual([]);
});

test('no component’s styles reach another one’s elements: each has a mark of its own', () => {
	const styles = globSync('build/client/**/*.css').map((file) => readFileSync(file, 'utf8'));
	const marks = new Set(styles.join(' ').match(/\.s-[\da-z]+/g));
	const components = globSync('src/**/*.svelte').filter((file) => readFileSync(file, 'utf8').includes('<style'));
	expect(marks.size).toBe(components.length);
});
