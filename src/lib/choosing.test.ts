import { expect, test } from 'vitest';
import { choosable, finding, mostChoices, partOf, withPart } from './choosing';

test('what is left out is said, and nothing is where all are there', () => {
	const many = Array.from({ length: mostChoices + 1 }, (_, n) => n);
	expect(choosable(many, '')).toMatchObject({ isCut: true, rows: { length: mostChoices } });
	expect(choosable(many.slice(1), '')).toMatchObject({ isCut: false, rows: { length: mostChoices } });
});

test('how many were found is told apart from how many can be chosen', () => {
	const { rows, ...list } = choosable(['Anna'], 'Ann');
	expect({ ...list, rows: rows.filter((name) => name !== 'Anna') }).toMatchObject({ rows: [], found: 1 });
	expect(choosable([], 'x').found).toBe(0);
});

test('an action keeps what was looked for and chosen in its address', () => {
	expect(finding('?/give', { part: '' })).toBe('?/give');
	const address = finding('?/invite', { part: 'Åse & co', family: 'a', other: null });
	expect(Object.fromEntries(new URLSearchParams(address))).toEqual({
		'/invite': '',
		part: 'Åse & co',
		family: 'a',
	});
});

test('a part of a name is looked for letter by letter', () => {
	expect(partOf(new URLSearchParams({ part: ' Holm ' }))).toBe('Holm');
	expect(withPart('Holm')).toBe('%Holm%');
	expect(withPart('50%_\\')).toBe('%50\\%\\_\\\\%');
	expect(withPart('*'), 'which PostgREST reads as anything').toBe('%_%');
});
