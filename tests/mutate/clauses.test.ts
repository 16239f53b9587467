import { expect, test } from 'vitest';
import { withoutParts } from './clauses.ts';

const parts = (sql: string) => withoutParts(sql).map(({ part }) => part);

test('each part of a condition is taken out by itself', () => {
	const sql = `if a = 1 and (b or c in (1, 2)) then\n\treturn; end if;`;
	expect(withoutParts(sql)).toEqual([
		{ part: 'and (b or c in (1, 2))', rest: `if a = 1  then\n\treturn; end if;` },
		{ part: 'or c in (1, 2)', rest: `if a = 1 and (b ) then\n\treturn; end if;` },
	]);
});

test('a part ends where the next begins, with its parentheses, or with the statement', () => {
	expect(parts(`where a and b or c order by d`)).toEqual(['and b', 'or c']);
	expect(parts(`(exists (select where a and b))`)).toEqual(['and b']);
	expect(parts(`on a = b and c = 'x, y; and z' limit 1;`)).toEqual([`and c = 'x, y; and z'`]);
});

test('words and comments have no parts', () => {
	expect(parts(`-- this and that\nselect 'salt and pepper'`)).toEqual([]);
});
