/**
 * The values of the database's enumerations are said once, in the generated types: no file repeats one as a union, and
 * a list of all of one (in the order in which people choose) is held to have all of it.
 */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { Constants } from './server/database.types.ts';

const enums: [name: string, values: readonly string[]][] = Object.entries(Constants.public.Enums);

const textOf = (node: ts.Node) =>
	ts.isStringLiteral(node)
		? [node.text]
		: ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)
			? [node.literal.text]
			: [];
const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();

/** What a file says of an enumeration that the generated types say already, or says wrongly. */
function repeated(text: string): string[] {
	const found: string[] = [];
	const look = (node: ts.Node) => {
		if (ts.isUnionTypeNode(node)) {
			const words = node.types.flatMap(textOf);
			const [is] = enums.find(([, values]) => same(words, values)) ?? [];
			if (is) found.push(`a union that is Enums<'${is}'>`);
		}
		if (ts.isArrayLiteralExpression(node)) {
			const words = node.elements.flatMap(textOf);
			const said = ts.isAsExpression(node.parent) ? node.parent.parent : node.parent;
			const held = ts.isSatisfiesExpression(said) && /Enums<'(\w+)'>\[\]$/.exec(said.type.getText())?.[1];
			const [is] = enums.find(([, values]) => same(words, values)) ?? [];
			if (is && !held) found.push(`a list of all of Enums<'${is}'> that is not held to be`);
			const all = enums.find(([name]) => name === held)?.[1];
			if (all && !same(words, all)) found.push(`a list that has not all of Enums<'${held}'>`);
		}
		ts.forEachChild(node, look);
	};
	look(ts.createSourceFile('one.ts', text, ts.ScriptTarget.Latest, true));
	return found;
}

const folder = new URL('../', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
	(name) => /\.(ts|svelte)$/.test(name) && !/\.(test|types)\.ts$/.test(name),
);
/** The scripts of a component, or the whole of a file. */
const scriptOf = (name: string, text: string) =>
	name.endsWith('.svelte')
		? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, inside]) => inside).join('\n')
		: text;

test('no file repeats an enumeration of the database, or has less than all of it', () => {
	const found = files.flatMap((name) =>
		repeated(scriptOf(name, readFileSync(new URL(name, folder), 'utf8'))).map((what) => `${name}: ${what}`),
	);
	expect(found).toEqual([]);
});

describe('what is found', () => {
	test.each([
		[`type Tier = Enums<'tier'> | null`, []],
		[`const some = ['stabilising', 'preventive']`, []],
		[
			`const all = ['preventive', 'normalising', 'stabilising'] as const satisfies readonly Enums<'tier'>[]`,
			[],
		],
		[`let voice: 'team' | 'family' | null`, [`a union that is Enums<'voice'>`]],
		[`const all = ['family', 'team'] as const`, [`a list of all of Enums<'voice'> that is not held to be`]],
		[
			`const all = ['stabilising', 'normalising'] as const satisfies readonly Enums<'tier'>[]`,
			[`a list that has not all of Enums<'tier'>`],
		],
	])('%s', (text, found) => expect(repeated(text)).toEqual(found));
});
