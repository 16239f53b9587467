/** What people share with me that ends with a job of mine. */
import { expect, on } from '../stage.ts';

const ending = (job: string) => `select owner_name, topic from shares_ending_with_job('@job of ${job}')`;

on(
	'who shares with me is told to me alone: not to the project lead, nor to the team',
	async ({ as, owner }) => {
		const mine = await as('coordinator', ending('coordinator'));
		expect(mine).toContainEqual({ owner_name: 'Mona', topic: 'who5' });
		for (const who of ['project-lead', 'teacher', 'guest', 'stranger-coordinator', 'parent'] as const) {
			expect(await as(who, ending('coordinator')), who).toEqual([]);
		}
		await owner(`update job set left_at = now() where id = '@job of coordinator'`);
		expect(await as('coordinator', ending('coordinator')), 'ended already').toEqual([]);
	},
);

on('exactly what ends is told: not what another job goes on with', async ({ as, owner }) => {
	const told = await as(
		'coordinator',
		`select id from shares_ending_with_job('@job of coordinator') order by id`,
	);
	await as('project-lead', `select give_job('@new', '@coordinator', '@association', 'Mentor')`);
	expect(await as('coordinator', `select * from shares_ending_with_job('@new')`)).toEqual([]);
	await as('coordinator', `select end_job('@job of coordinator')`);
	expect(
		await owner(`select id from share where withdrawn_at = now() and ended_as = 'left' and professional_id = '@coordinator'
			-- Who has left the family shares nothing any more; the fixture wrote this past the trigger that ends it.
			and owner_id <> '@former-partner'
			order by id`),
	).toEqual(told);
});

on(
	'what the child of two homes shares goes on where I am in the other home’s team by another job',
	async ({ as, owner }) => {
		await owner(`insert into share (id, owner_id, topic, professional_id, valid_until)
		values ('@the child shares', '@child', 'smiley', '@coordinator', private.today() + 30)`);
		const child = { owner_name: 'Carl', topic: 'smiley' };
		expect(await as('coordinator', ending('coordinator'))).toContainEqual(child);
		await as('project-lead', `select give_job('@new', '@coordinator', '@association', 'Mentor')`);
		await owner(`insert into team_member (id, family_id, professional_id, job_id)
		values ('@place', '@other home', '@coordinator', '@new')`);
		expect(await as('coordinator', ending('coordinator'))).not.toContainEqual(child);
		await as('coordinator', `select end_job('@job of coordinator')`);
		expect(await owner(`select withdrawn_at from share where id = '@the child shares'`)).toEqual([
			{ withdrawn_at: null },
		]);
	},
);
