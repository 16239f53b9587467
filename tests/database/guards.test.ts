/** What must never move does not move, also where every right on every table has been given away. */
import { expect, on } from '../policies/stage.ts';

const allRights = `grant all on all tables in schema public to authenticated, service_role, anon`;

on('nobody makes themselves project lead, takes up a job again, or makes one', async ({ owner, refusal }) => {
	await owner(allRights);
	expect(await refusal('teacher', `update job set is_project_lead = true where person_id = '@me'`)).toBe(
		'42501',
	);
	expect(await refusal('teacher', `update job set left_at = now() where person_id = '@me'`)).toBe('42501');
	expect(
		await refusal('teacher', `update job set organisation_id = '@town hall' where person_id = '@me'`),
	).toBe('23514');
	expect(await refusal('service-key', `update job set is_project_lead = true`)).toBe('42501');
	expect(
		await refusal(
			'service-key',
			`insert into job (id, person_id, organisation_id, municipality_id, profession, is_project_lead)
				values ('@new', '@teacher', '@town hall', '@municipality', 'Leder', true)`,
		),
	).toBe('42501');
	expect(await refusal('teacher', `update job set helps_with = 'Alt' where person_id = '@me'`)).toBeNull();
});

on('nobody makes a member, or another kind of one', async ({ owner, refusal }) => {
	await owner(allRights);
	expect(
		await refusal(
			'service-key',
			`insert into member (id, family_id, person_id, role) values ('@new', '@family', '@guest', 'parent')`,
		),
	).toBe('42501');
	expect(await refusal('service-key', `update member set role = 'parent'`)).toBe('42501');
});

on('an invitation is written by the functions and stays as it was written', async ({ owner, refusal }) => {
	await owner(allRights);
	const mine = `where id = '@invitation of an aunt'`;
	expect(
		await refusal(
			'coordinator',
			`update invitation set expires_at = '2999-01-01', revoked_at = now() ${mine}`,
		),
	).toBe('42501');
	expect(
		await refusal(
			'coordinator',
			`update invitation set family_id = '@far family', revoked_at = now() ${mine}`,
		),
	).toBe('23514');
	expect(await refusal('coordinator', `update invitation set revoked_at = now() ${mine}`)).toBeNull();
});

on('a place in a team stays that person’s, in that family, by that job', async ({ owner, refusal }) => {
	await owner(allRights);
	for (const moved of [`family_id = '@strangers'`, `professional_id = '@guest', job_id = '@job of guest'`]) {
		expect(
			await refusal(
				'project-lead',
				`update team_member set left_at = now(), ${moved} where id = '@teacher in team'`,
			),
		).toBe('23514');
	}
});

on('as what somebody left a team is written by the database alone', async ({ owner, as, refusal }) => {
	await owner(allRights);
	for (const column of ['profession', 'place']) {
		for (const place of ['teacher in team', 'mentor left team']) {
			expect(
				await refusal(
					'service-key',
					`update team_member set left_at = now(), ${column} = 'Psykolog' where id = '@${place}'`,
				),
			).toBe('42501');
		}
	}
	await owner(`grant all on all tables in schema public to authenticated`);
	await as('project-lead', `update team_member set left_at = now() where id = '@teacher in team'`);
	expect(await owner(`select profession, place from team_member where id = '@teacher in team'`)).toEqual([
		{ profession: 'Lærer', place: 'Nordby Skole' },
	]);
});

on('secrets are in no table a right could show', async ({ owner }) => {
	expect(
		await owner(`select table_name, column_name from information_schema.columns
			where table_schema = 'public' and column_name ~ '(secret|hash|password)'`),
	).toEqual([]);
});

on('a job ends once: who comes back has a new one', async ({ owner }) => {
	await expect(owner(`update job set left_at = null where id = '@job of former-nurse'`)).rejects.toThrow(
		'job_ends_once',
	);
});

on('what somebody was stays true when they change job', async ({ owner, as }) => {
	await owner(`update job set left_at = now() where id = '@job of teacher'`);
	await owner(`insert into job (id, person_id, organisation_id, municipality_id, profession)
		values ('@new', '@teacher', '@town hall', '@municipality', 'Skolekonsulent')`);
	const history = `select j.profession, o.name, t.left_at is not null as gone from team_member t join job j on j.id = t.job_id
		join organisation o on o.id = j.organisation_id where t.id = '@teacher in team'`;
	expect(await as('parent', history)).toEqual([{ profession: 'Lærer', name: 'Nordby Skole', gone: true }]);
	expect(
		await as('parent', `select profession from job where id = '@new'`),
		'not the family’s business',
	).toEqual([]);
	const log = `select l.profession, j.profession as job from access_log l join job j on j.id = l.job_id where l.reader_id = '@teacher'`;
	expect(await as('young-person', log)).toEqual([{ profession: 'Lærer', job: 'Lærer' }]);
});
