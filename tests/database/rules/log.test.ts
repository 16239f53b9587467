/** What the family's log says, whoever writes and however. */
import { expect, on } from '../../policies/stage.ts';

const lines = `select kind::text, person_id, by_id from family_event where kind = 'birth_corrected'`;

on(
	'a date of birth that is corrected, or said for the first time, is noted without the date',
	async (stage) => {
		const { as, owner } = stage;
		await owner(`delete from birth where person_id = '@young-person'`);
		await as('parent', `select correct_birth('@child', '2015-02-03')`);
		await as('parent', `select correct_birth('@young-person', '2018-02-03')`);
		const said = await owner(lines);
		const by = (await owner(`select '@parent'::uuid as id`))[0]!.id;
		const of = (who: string) => said.filter((line) => line.person_id === who && line.by_id === by);
		for (const who of ['child', 'young-person']) {
			const id = (await owner(`select '@${who}'::uuid as id`))[0]!.id as string;
			expect(of(id).length, who).toBeGreaterThan(0);
		}
		await as('parent', `select correct_birth('@child', '2015-02-03')`);
		expect(await owner(lines), 'the same date once more is no correction').toHaveLength(said.length);
	},
);

on('a date of birth that comes with an invitation is part of joining', async ({ as, owner }) => {
	await owner(`update invitation set born_on = '1970-05-06' where id = '@invitation of an aunt'`);
	await as('session-keeper', `select accept_invitation(repeat('1', 64), 'mitid', 'anna')`);
	expect(await owner(lines)).toEqual([]);
});
