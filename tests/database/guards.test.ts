/** What must never move does not move, also where every right on every table has been given away. */
import { expect, on } from '../policies/stage.ts';
import { guardedBy } from './guarded.ts';

const allRights = `grant all on all tables in schema public to authenticated, service_role, anon`;

on(
	'what is kept from requests moves for none, in any table, with every right and past row security',
	async (stage) => {
		const columns = await guardedBy(stage.owner, 'keep_from_api');
		expect(new Set(columns.map(({ table }) => table)).size).toBeGreaterThan(10);
		await stage.owner(allRights);
		for (const { table, column, another } of columns) {
			await stage.owner(`alter table ${table} disable row level security`);
			// No other rule says it in its place.
			await stage.owner(`alter table ${table} disable trigger user`);
			await stage.owner(`alter table ${table} enable trigger keep_from_api`);
			const [row] = await stage.owner(
				`select ctid::text as at from ${table} order by ${column} is null limit 1`,
			);
			expect(row, `${table}: a row of the fixture`).toBeDefined();
			const [made] = await stage.owner(
				`select (${another})::text as value from ${table} where ${table}.ctid = '${row!.at}'`,
			);
			// Found out by the owner: who asks may execute nothing of ours.
			const answer = await stage.answer(
				'parent',
				`update ${table} set ${column} = '${made!.value as string}' where ctid = '${row!.at}'`,
			);
			expect(answer?.message, `${table}.${column}`).toBe(`${table}.${column} never moves`);
		}
	},
);

on('what functions alone make, no request makes, with every right and past row security', async (stage) => {
	const tables = await stage.owner(`select distinct tgrelid::regclass::text as name from pg_trigger
		where tgfoid = 'private.keep_from_api'::regproc and tgtype & 4 = 4`);
	expect(tables.length).toBeGreaterThan(7);
	await stage.owner(allRights);
	for (const { name } of tables) {
		await stage.owner(`alter table ${name as string} disable row level security`);
		for (const who of ['parent', 'service-key'] as const)
			expect(
				await stage.answer(who, `insert into ${name as string} select * from ${name as string} limit 1`),
				`${name as string}: ${who}`,
			).toMatchObject({ code: '42501', message: `rows of ${name as string} are made by functions alone` });
	}
});

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
