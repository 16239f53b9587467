/** A job ends: one's own, or as the project lead. */
import { expect, idOf, on } from '../stage.ts';

const end = (job: string) => `select end_job('@job of ${job}') as "stillHere"`;

on('whose it is, and who leads the project where it is', async ({ allowed }) => {
	expect(await allowed(end('coordinator'))).toEqual(['coordinator', 'project-lead']);
	expect(await allowed(end('teacher'))).toEqual(['teacher', 'project-lead']);
	expect(await allowed(end('guest'))).toEqual(['project-lead', 'guest']);
	expect(await allowed(end('stranger-coordinator'))).toEqual(['stranger-coordinator']);
	expect(await allowed(`select end_job('@new')`), 'one that is none').toEqual([]);
});

on(
	'with it end its teams, being coordinator, and what is shared; and they do not come back',
	async ({ as, owner }) => {
		const standing = () =>
			owner(`select
			(select count(*)::int from team_member where professional_id = '@coordinator' and left_at is null) as teams,
			(select count(*)::int from coordinator_choice
				where professional_id = '@coordinator' and answer = 'accepted' and ended_at is null) as roles,
			(select count(*)::int from share
				where professional_id = '@coordinator' and withdrawn_at is null and valid_until >= private.today()
				and owner_id in ('@parent', '@young-person')) as shares`);
		const [before] = await standing();
		expect(Object.values(before!)).not.toContain(0);
		expect(await as('project-lead', end('coordinator'))).toEqual([{ stillHere: false }]);
		const nothing = [{ teams: 0, roles: 0, shares: 0 }];
		expect(await standing()).toEqual(nothing);
		expect(await as('coordinator', `select id from goal union all select id from share`)).toEqual([]);
		await owner(`insert into job (id, person_id, organisation_id, municipality_id, profession)
		values ('@new', '@coordinator', '@town hall', '@municipality', 'Familiekonsulent')`);
		expect(await standing(), 'also when she comes back').toEqual(nothing);
		expect(await as('coordinator', `select id from goal union all select id from share`)).toEqual([]);
	},
);

on('what another job holds goes on', async ({ as, owner }) => {
	await as('project-lead', `select give_job('@new', '@teacher', '@association', 'Mentor')`);
	await owner(
		`insert into team_member (id, family_id, professional_id, job_id) values ('@place', '@strangers', '@teacher', '@new')`,
	);
	expect(await as('teacher', end('teacher'))).toEqual([{ stillHere: true }]);
	expect(
		await owner(`select family_id from team_member where professional_id = '@teacher' and left_at is null`),
	).toEqual([{ family_id: idOf('strangers') }]);
	expect(await as('teacher', `select distinct family_id from goal`)).toEqual([
		{ family_id: idOf('strangers') },
	]);
	expect(await as('teacher', `select id from family`)).toEqual([{ id: idOf('strangers') }]);
});

on('the family reads who saw to it', async ({ as }) => {
	await as('project-lead', end('teacher'));
	expect(
		await as(
			'parent',
			`select person_name, profession, place, by_name from family_event where happened_at = now()`,
		),
	).toEqual([{ person_name: 'Troels', profession: 'Lærer', place: 'Nordby Skole', by_name: 'Pia' }]);
});

on('a job that has ended stays as it ended, and is not refused', async ({ as, owner, allowed }) => {
	const ended = () => owner(`select left_at from job where id = '@job of former-nurse'`);
	const before = await ended();
	expect(await as('project-lead', end('former-nurse'))).toEqual([{ stillHere: false }]);
	expect(await ended()).toEqual(before);
	expect(await allowed(end('former-nurse'))).toEqual(['project-lead', 'former-nurse']);
});

on('somebody always leads the project', async ({ as, owner, answer }) => {
	expect((await answer('project-lead', end('project-lead')))?.constraint).toBe('project_has_a_lead');
	await owner(`insert into job (id, person_id, organisation_id, municipality_id, profession, is_project_lead)
		values ('@second', '@guest', '@school', '@municipality', 'Leder', true)`);
	expect(await as('project-lead', end('project-lead'))).toEqual([{ stillHere: false }]);
	expect((await answer('guest', `select end_job('@second')`))?.constraint).toBe('project_has_a_lead');
});
