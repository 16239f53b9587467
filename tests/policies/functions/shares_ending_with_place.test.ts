/** What people share with me that ends when I leave one team. */
import { expect, on } from '../stage.ts';

const ending = `select id from shares_ending_with_place('@coordinator in team') order by id`;

on('exactly what ends, told to me alone', async ({ as, owner }) => {
	const told = await as('coordinator', ending);
	expect(told.length).toBeGreaterThan(0);
	for (const who of ['project-lead', 'teacher', 'stranger-coordinator', 'parent'] as const) {
		expect(await as(who, ending), who).toEqual([]);
	}
	await as('coordinator', `select leave_team('@coordinator in team')`);
	expect(
		await owner(`select id from share where withdrawn_at = now() and ended_as = 'left' and professional_id = '@coordinator'
			-- Who has left the family shares nothing any more; the fixture wrote this past the trigger that ends it.
			and owner_id <> '@former-partner' order by id`),
	).toEqual(told);
	expect(await as('coordinator', ending), 'ended already').toEqual([]);
});

on('not what goes on in the team of the child’s other home', async ({ as, owner }) => {
	await owner(`insert into share (id, owner_id, topic, professional_id, valid_until)
		values ('@the child shares', '@child', 'smiley', '@coordinator', private.today() + 30)`);
	const child = `select 1 as there from shares_ending_with_place('@coordinator in team') where id = '@the child shares'`;
	expect(await as('coordinator', child)).toHaveLength(1);
	await owner(`insert into team_member (id, family_id, professional_id, job_id)
		values ('@place', '@other home', '@coordinator', '@job of coordinator')`);
	expect(await as('coordinator', child)).toEqual([]);
});
