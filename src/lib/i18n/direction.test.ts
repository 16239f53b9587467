/** Where a page runs from right to left, words of ours and words somebody wrote stand beside each other in their order. */
import { expect, test } from 'vitest';

const sources = import.meta.glob<string>('/src/**/*.svelte', {
	eager: true,
	query: '?raw',
	import: 'default',
});
const markup = Object.entries(sources).map(([file, source]): [string, string] => [
	file,
	source.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, ''),
]);

/** The tags and the text that stand around `at`: the last tag that was opened and not closed before it. */
function around(source: string, at: number): string {
	const open: string[] = [];
	for (const [tag] of source.slice(0, at).matchAll(/<\/?[a-zA-Z][\w.]*(?:\s(?:[^<>{}]|\{[^{}]*\})*)?>/g)) {
		if (tag.startsWith('</')) open.pop();
		else if (!/\/>$|^<(br|input|img)\b/.test(tag)) open.push(tag);
	}
	return open.at(-1) ?? '';
}
const keepsOrder = /^<(bdi|q|h[1-4])\b|\sdir=/;

test('what somebody wrote keeps its own direction', () => {
	const written =
		/(?<![=$(\w"'`])\{(?:[\w?]+\.)+(title|note|reason|description|purpose|wording|words|lowWords|highWords|helpsWith|message|step|label)\}/g;
	const bare = markup.flatMap(([file, source]) =>
		[...source.matchAll(written)]
			.filter(({ index }) => !keepsOrder.test(around(source, index)))
			.map(([value]) => `${value} in ${file}`),
	);
	// These are words of ours, in the language of the page.
	const ours = ['back', 'column', 'find', 'item', 'more', 'option', 'place', 'undo', 'way']
		.map((part) => `{${part}.label}`)
		.concat('{step.note}');
	expect(bare.filter((found) => !ours.some((value) => found.startsWith(value)))).toEqual([]);
});

test('two values beside each other are one piece, or joined by the language', () => {
	const joined = markup.flatMap(([file, source]) =>
		[...source.matchAll(/\}(?:<\/\w+>)?[,.] \{(?!#|\/|@|:)|\.join\('[^']*, ?'\)/g)]
			.filter(({ index }) => !/<bdi[^>]*>[^]{0,80}$/.test(source.slice(Math.max(0, index - 120), index)))
			.map(([text]) => `${text} in ${file}`),
	);
	expect(joined).toEqual([]);
});

test('a block of a page stands at the side the page is read from', () => {
	// In a block dir="auto" moves a Danish text to the other side of an Arabic page; a <bdi> in it does not.
	const moved = markup.flatMap(([file, source]) =>
		[...source.matchAll(/<(p|dd|blockquote|li|div)\b[^>]*\sdir="auto"/g)].map(([tag]) => `${tag} in ${file}`),
	);
	expect(moved).toEqual([]);
});
