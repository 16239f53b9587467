/** What a municipality tells everybody: for people who are not signed in too, so it is the keeper that asks. */
import { expect, on } from '../stage.ts';

const read = (municipality: string) => `select read_notice('${municipality}') as notice`;

on('only the session keeper', async ({ allowed }) => {
	expect(await allowed(read('@municipality'))).toEqual(['session-keeper']);
});

on('it is the newest that is in force', async ({ as }) => {
	const [row] = await as('session-keeper', read('@municipality'));
	expect(row!.notice).toMatchObject({
		municipality: 'Nordby',
		controller: 'Nordby Kommune',
		phone: null,
		status: null,
	});
});

on('a municipality that has written nothing is named, and the rest is empty', async ({ as }) => {
	const [row] = await as('session-keeper', read('@other municipality'));
	expect(row!.notice).toMatchObject({ municipality: 'Sydby', controller: null, reviewed_on: null });
	expect(await as('session-keeper', read('00000000-0000-7000-8000-00000000dead'))).toEqual([
		{ notice: null },
	]);
});

on('the accessibility statement is one made in WAS-Tool', async ({ owner }) => {
	const wrong = `update municipality_notice set statement_url = 'https://example.dk/was' where valid_from = '2026-01-01'`;
	await expect(owner(wrong)).rejects.toThrow(/statement_is_made_in_was_tool/);
});
