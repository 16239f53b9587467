/** As what and from where somebody did something stays as it was then, whatever they and their place are called later. */
import { expect, on, type Stage } from '../../policies/stage.ts';

const lærer = { profession: 'Lærer', place: 'Nordby Skole' };
const mentor = { profession: 'Mentor', place: 'Nordby Lektiehjælp' };

/** What the family reads of those who were around it. */
const past = {
	team: `select profession, place from team_member where id = '@mentor left team'`,
	choice: `select profession, place from coordinator_choice where id = '@mentor was coordinator'`,
	read: `select profession, place from access_log where id = '@mentor read the parent'`,
	left: `select profession, place from family_event where id = '@the mentor left'`,
};
async function read({ as }: Stage) {
	return Promise.all(Object.values(past).map((sql) => as('parent', sql)));
}
const asThen = Object.values(past).map(() => [mentor]);

on('whoever calls themselves something else changes nothing of what has been', async (stage) => {
	expect(await read(stage)).toEqual(asThen);
	await stage.as('former-mentor', `update job set profession = 'Psykolog' where person_id = '@me'`);
	expect(await read(stage)).toEqual(asThen);
});

on('nor does an organisation that gets another name', async (stage) => {
	await stage.owner(`update organisation set name = 'Alle tiders' where id = '@association'`);
	expect(await read(stage)).toEqual(asThen);
});

on(
	'who leaves the job and comes back as something else was in the old team as what they were',
	async (stage) => {
		await stage.owner(`update job set left_at = now() where id = '@job of former-mentor'`);
		await stage.owner(`insert into job (id, person_id, organisation_id, municipality_id, profession)
		values ('@new', '@former-mentor', '@association', '@municipality', 'Psykolog')`);
		expect(await read(stage)).toEqual(asThen);
	},
);

on(
	'who is in the team is what they are now; who leaves it stays what they were then',
	async ({ as, owner }) => {
		const place = `select left_at is null as there, profession, place from team_member where id = '@teacher in team'`;
		const now = `select j.profession from team_member t join job j on j.id = t.job_id where t.id = '@teacher in team'`;
		await as('teacher', `update job set profession = 'Skoleleder' where person_id = '@me'`);
		expect(await as('parent', place)).toEqual([{ there: true, profession: null, place: null }]);
		expect(await as('parent', now)).toEqual([{ profession: 'Skoleleder' }]);
		await owner(`update job set left_at = now() where id = '@job of teacher'`);
		expect(await as('parent', place)).toEqual([{ there: false, ...lærer, profession: 'Skoleleder' }]);
	},
);

on('whom a family asks is written as what they are then', async ({ as }) => {
	await as('parent', `select end_coordinator_choice('@adviser is asked')`);
	await as('parent', `select choose_coordinator('@new', '@family', '@teacher')`);
	const asked = `select profession, place from coordinator_choice where id = '@new'`;
	expect(await as('parent', asked)).toEqual([lærer]);
	await as('teacher', `update job set profession = 'Psykolog' where person_id = '@me'`);
	expect(await as('parent', asked)).toEqual([lærer]);
});

on('a read is written with what the reader is then', async ({ as }) => {
	await as('coordinator', `update job set profession = 'Socialrådgiver' where person_id = '@me'`);
	await as('coordinator', `select open_shared_ratings('@family')`);
	expect(
		await as(
			'parent',
			`select distinct profession, place from access_log where read_at = now() and answers_read is null`,
		),
	).toEqual([{ profession: 'Socialrådgiver', place: 'Nordby Kommune' }]);
});

on(
	'the families of a professional are told that they are something else, once each',
	async ({ as, owner }) => {
		const told = () =>
			owner(`select family_id = '@family' as here, person_name, profession, place, by_name from family_event
			where kind = 'new_profession'`);
		await as('teacher', `update job set helps_with = 'Skole og hjem' where person_id = '@me'`);
		await as('teacher', `update job set profession = ' lærer' where person_id = '@me'`);
		expect(await told(), 'other letters of the same word').toEqual([]);
		await as('teacher', `update job set profession = 'Psykolog' where person_id = '@me'`);
		expect(await told()).toEqual([
			{ here: true, person_name: 'Troels', profession: 'Psykolog', place: 'Nordby Skole', by_name: 'Troels' },
		]);
		// The mentor has left this family and is with another one.
		await as('former-mentor', `update job set profession = 'Psykolog' where person_id = '@me'`);
		expect((await told()).map(({ here }) => here).sort()).toEqual([false, true]);
	},
);

on(
	'coming and going is written with profession and place, of a member with neither',
	async ({ as, owner }) => {
		const lines = `select kind::text, profession, place from family_event where happened_at = now() order by kind::text`;
		await as(
			'project-lead',
			`insert into team_member (id, family_id, professional_id, job_id) values ('@new', '@family', '@guest', '@job of guest')`,
		);
		await as('project-lead', `update team_member set left_at = now() where id = '@teacher in team'`);
		await owner(`update member set left_at = now() where id = '@grandmother in family'`);
		expect(await owner(lines)).toEqual([
			{ kind: 'joined_team', profession: 'Psykolog', place: 'Nordby Kommune' },
			{ kind: 'left', profession: null, place: null },
			{ kind: 'left_team', ...lærer },
		]);
	},
);

on(
	'the name of who has left all jobs stands where it stood, until they are erased',
	async ({ as, owner }) => {
		await owner(`update job set left_at = now() where person_id = '@former-mentor'`);
		const where = {
			team: `select p.name from team_member t join person p on p.id = t.professional_id where t.id = '@mentor left team'`,
			choice: `select p.name from coordinator_choice c join person p on p.id = c.professional_id where c.id = '@mentor was coordinator'`,
			read: `select p.name from access_log l join person p on p.id = l.reader_id where l.id = '@mentor read the parent'`,
		};
		const readers = {
			team: ['parent', 'young-person', 'coordinator', 'teacher', 'project-lead'],
			choice: ['parent', 'young-person', 'coordinator', 'teacher', 'project-lead'],
			read: ['parent'],
		} as const;
		const everywhere = async (expected: unknown[]) => {
			for (const place of ['team', 'choice', 'read'] as const) {
				for (const who of readers[place]) {
					expect(await as(who, where[place]), `${place}, ${who}`).toEqual(expected);
				}
			}
		};
		await everywhere([{ name: 'Mads' }]);
		await owner(`select private.erase_person('@former-mentor')`);
		await everywhere([]);
		expect(await as('parent', past.read), 'as what, without a name').toEqual([mentor]);
	},
);

on(
	'who invited into the family has a name there, also when they have left the job',
	async ({ as, owner }) => {
		const by = `select p.name from invitation i join person p on p.id = i.invited_by where i.id = '@invitation revoked'`;
		await owner(`update job set left_at = now() where id = '@job of project-lead'`);
		expect(await as('parent', by)).toEqual([{ name: 'Pia' }]);
		expect(await as('coordinator', by)).toEqual([{ name: 'Pia' }]);
		expect(await as('young-person', `select name from person where id = '@project-lead'`)).toEqual([]);
		expect(await as('teacher', `select name from person where id = '@project-lead'`)).toEqual([]);
	},
);

on('whether a point comes from the family is a fact', async ({ as, owner }) => {
	const meeting = (who: string) => (who === 'guest' ? 'meeting with a guest' : 'meeting about the child');
	// A teacher who is also the mother of the family is its mother here.
	await owner(
		`insert into job (id, person_id, organisation_id, municipality_id, profession)
			values ('@new', '@parent', '@school', '@municipality', 'Lærer')`,
	);
	for (const [who, fromFamily] of [
		['parent', true],
		['child', true],
		['other-parent', true],
		['coordinator', false],
		['guest', false],
	] as const) {
		await as(
			who,
			`insert into agenda_point (id, meeting_id, family_id, author_id, wording)
				values ('@point by ${who}', '@${meeting(who)}', '@family', '@me', 'Et punkt')`,
		);
		expect(await owner(`select from_family from agenda_point where id = '@point by ${who}'`), who).toEqual([
			{ from_family: fromFamily },
		]);
	}
});

on('who has two jobs is what they are in this team, wherever it is written', async ({ as, owner }) => {
	// Later in the alphabet, and the newer one.
	await owner(`insert into job (id, person_id, organisation_id, municipality_id, profession)
		values ('@new', '@teacher', '@association', '@municipality', 'Åndedrætsvejleder')`);
	await as('parent', `select end_coordinator_choice('@adviser is asked')`);
	await as('parent', `select choose_coordinator('@second', '@family', '@teacher')`);
	await as('teacher', `select open_shared_ratings('@family')`);
	await owner(`update team_member set left_at = now() where id = '@teacher in team'`);
	for (const sql of [
		`select profession, place from coordinator_choice where id = '@second'`,
		`select profession, place from access_log where reader_id = '@teacher' order by read_at desc, id limit 1`,
		`select profession, place from team_member where id = '@teacher in team'`,
		`select profession, place from family_event where person_id = '@teacher' and kind = 'left_team'`,
	])
		expect(await owner(sql), sql).toEqual([lærer]);
});
