/** The project lead gives a colleague one more job. */
import { expect, on } from '../stage.ts';

const give = (person = 'teacher', organisation = 'association', profession = `'  Mentor  '`, id = 'new') =>
	`select give_job('@${id}', '@${person}', '@${organisation}', ${profession})`;

on('only the project lead, in their own municipality, to who works there', async ({ allowed, refusal }) => {
	expect(await allowed(give())).toEqual(['project-lead']);
	expect(await allowed(give('teacher', 'far town hall'))).toEqual([]);
	expect(await allowed(give('far-lead'))).toEqual([]);
	expect(await refusal('project-lead', give('parent')), 'nobody’s colleague').toBe('42501');
	expect(await refusal('project-lead', give('former-nurse')), 'who has left is invited').toBe('42501');
	expect(await refusal('project-lead', give('project-lead')), 'nobody gives themselves work').toBe('42501');
});

on('the new job stands beside the old, leads nothing and opens no family', async ({ as, owner }) => {
	const seen = () => as('teacher', `select id from goal union all select id from share order by 1`);
	const before = await seen();
	await as('project-lead', give());
	expect(
		await as(
			'teacher',
			`select j.profession, o.name, j.is_project_lead as lead from job j join organisation o on o.id = j.organisation_id
			where j.person_id = '@me' and j.left_at is null order by j.started_at`,
		),
	).toEqual([
		{ profession: 'Lærer', name: 'Nordby Skole', lead: false },
		{ profession: 'Mentor', name: 'Nordby Lektiehjælp', lead: false },
	]);
	expect(await seen()).toEqual(before);
	expect(await owner(`select id from team_member where job_id = '@new'`)).toEqual([]);
});

on('the family is told what somebody comes as, and does not hear of their other job', async ({ as }) => {
	await as('project-lead', give('guest'));
	await as(
		'project-lead',
		`insert into team_member (id, family_id, professional_id, job_id) values ('@place', '@family', '@guest', '@new')`,
	);
	expect(await as('parent', `select profession, place from family_event where happened_at = now()`)).toEqual([
		{ profession: 'Mentor', place: 'Nordby Lektiehjælp' },
	]);
	expect(await as('parent', `select id from job where id = '@job of guest'`)).toEqual([]);
});

on(
	'the same press delivered twice is one job; with other content it is refused',
	async ({ as, owner, refusal, rule }) => {
		await as('project-lead', give());
		await as('project-lead', give());
		expect(await owner(`select from job where person_id = '@teacher'`)).toHaveLength(2);
		expect(await refusal('project-lead', give('teacher', 'association', `'Træner'`))).toBe('23505');
		expect(await refusal('project-lead', give('guest', 'association'))).toBe('23505');
		await owner(`update job set left_at = now() where id = '@new'`);
		expect(await rule('project-lead', give()), 'and so is one that is over').toBe('over_since');
	},
);

on(
	'nobody works twice at the same place at once, and everybody as something',
	async ({ answer, refusal }) => {
		expect((await answer('project-lead', give('teacher', 'school')))?.constraint).toBe('job_once_at_a_time');
		expect(await refusal('project-lead', give('teacher', 'association', `'  '`))).toBe('23514');
	},
);
