/** Signs one device out. */
import { expect, idOf, on } from '../stage.ts';

const end = `select session_end(repeat('a', 64))`;
const left = `select id from session where person_id = '@parent'`;

on('only the session keeper', async ({ allowed }) => {
	expect(await allowed(end)).toEqual(['session-keeper']);
});

on('this device and no other', async ({ as, owner }) => {
	await as('session-keeper', end);
	expect(await owner(left)).toEqual([{ id: idOf('library computer of the parent') }]);
	await as('session-keeper', end);
	expect(await owner(left)).toHaveLength(1);
});
