import { expect, test } from 'vitest';
import { choosable, mostChoices, partOf, withPart } from './choosing';

test('what is left out is said, and nothing is where all are there', () => {
	const many = Array.from({ length: mostChoices + 1 }, (_, n) => n);
	expect(choosable(many, '')).toMatchObject({ isCut: true, rows: { length: mostChoices } });
	expect(choosable(many.slice(1), '')).toMatchObject({ isCut: false, rows: { length: mostChoices } });
});

test('a part of a name is looked for letter by letter', () => {
	expect(partOf(new URLSearchParams({ part: ' Holm ' }))).toBe('Holm');
	expect(withPart('Holm')).toBe('%Holm%');
	expect(withPart('50%_\\')).toBe('%50\\%\\_\\\\%');
	expect(withPart('*'), 'which PostgREST reads as anything').toBe('%_%');
});
