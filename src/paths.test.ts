/** What our words say of where something stands is true: a path that is named is there. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
	cwd: root,
	encoding: 'utf8',
})
	.split('\n')
	.filter(Boolean);

/** The words beside the code; all of a text. */
function wordsOf(file: string): string {
	const text = readFileSync(new URL(file, root), 'utf8');
	if (file.endsWith('.md')) return text;
	const comments = text.match(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|<!--[\s\S]*?-->|^\s*--[^\n]*/gm);
	return (comments ?? []).join('\n');
}
/** Paths from the root; what only shows how a path is made (`<room>`, `*`, `…`) is none. */
const pathsIn = (words: string) =>
	[
		...words.matchAll(
			/(?<![\w/.@$-])(?:src|tests|supabase|docs|static)\/(?:[\w./+-]|\(\w+\)|\[[\w.]+\](?!\()|[<>*{}…])+/g,
		),
	]
		.map(([path]) => path.replace(/[./]+$/, ''))
		.filter((path) => !/[<>*{}…]/.test(path));
/** Of a repository that is not ours. */
const elsewhere = new Set(['supabase/supabase']);
/** A file, a folder, or a decision by its number. */
const isThere = (path: string) =>
	elsewhere.has(path) ||
	files.some(
		(file) =>
			file === path || file.startsWith(`${path}/`) || (/\/\d{3}$/.test(path) && file.startsWith(path)),
	);

test('every path that is named exists', () => {
	const named = files
		.filter((file) => /\.(md|ts|svelte|sql|js)$/.test(file) && !file.startsWith('supabase/migrations/'))
		.flatMap((file) => pathsIn(wordsOf(file)).map((path) => ({ file, path })));
	expect(named.length).toBeGreaterThan(60);
	expect(named.filter(({ path }) => !isThere(path))).toEqual([]);
});

test.each([
	['see [006](docs/decisions/006-x.md).', ['docs/decisions/006-x.md']],
	['(src/lib/more.ts), src/lib/<room>/<room>.ts', ['src/lib/more.ts']],
	['src/routes/(family)/plan/+page.svelte', ['src/routes/(family)/plan/+page.svelte']],
	['https://x.example/docs/y and $lib/src/z', []],
])('%s names %j', (words, paths) => expect(pathsIn(words)).toEqual(paths));
