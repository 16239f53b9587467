/** Signs all devices of a person out. */
import { expect, on } from '../stage.ts';

const end = `select sessions_end_all('@parent')`;

on('only the session keeper', async ({ allowed }) => {
	expect(await allowed(end)).toEqual(['session-keeper']);
});

on("all of theirs, nobody else's", async ({ as, owner }) => {
	const [before] = await owner(`select count(*)::int as others from session where person_id <> '@parent'`);
	await as('session-keeper', end);
	expect(await owner(`select from session where person_id = '@parent'`)).toEqual([]);
	expect(await owner(`select count(*)::int as others from session`)).toEqual([before]);
});
