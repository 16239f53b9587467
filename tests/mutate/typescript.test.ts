import { expect, test } from 'vitest';
import { changesOf } from './typescript.ts';

const broken = (source: string) =>
	changesOf(source).map(({ from, to, text }) => source.slice(0, from) + text + source.slice(to));

test('comparisons, conclusions, choices, numbers and noes are said otherwise, one at a time', () => {
	expect(broken(`const f = (a: number) => (a < 3 && !b ? 'x' : 'y');`)).toEqual([
		`const f = (a: number) => (a < 3 && !b ? 'y' : 'x');`,
		`const f = (a: number) => (a < 3 || !b ? 'x' : 'y');`,
		`const f = (a: number) => (a <= 3 && !b ? 'x' : 'y');`,
		`const f = (a: number) => (a < (3 + 1) && !b ? 'x' : 'y');`,
		`const f = (a: number) => (a < 3 && b ? 'x' : 'y');`,
	]);
	expect(broken(`if (known) return true;`)).toEqual([
		`if (!(known)) return true;`,
		`if (known) return false;`,
	]);
});

test('what is said for the compiler is left', () => {
	expect(
		broken(`import { a } from 'a';\ntype T = true | 3;\nconst b = (c: 1 | 2): false => c as never;`),
	).toEqual([]);
});
