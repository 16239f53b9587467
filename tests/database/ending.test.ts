/** When a family takes part no more: the family reads everything and writes no plan, whoever was around it sees nothing. */
import type { ActorName } from '../policies/actors.ts';
import { expect, on, type Stage } from '../policies/stage.ts';

const end = ({ as }: Stage) => as('project-lead', `select end_enrolment('@enrolment', private.today())`);
const read = [
	'goal',
	'goal_wording',
	'goal_progress',
	'plan',
	'plan_version',
	'plan_version_goal',
	'plan_version_person',
	'plan_version_yes',
	'meeting',
	'agenda_point',
	'enrolment',
	'enrolment_tier',
	'member',
	'family_offer',
	'team_member',
];
/** How many rows of the family somebody sees in each table. */
async function seen({ as }: Stage, who: ActorName) {
	const rows = await as(
		who,
		read
			.map(
				(name) => `select '${name}' as name, count(*)::int as rows from ${name} where family_id = '@family'`,
			)
			.join(' union all '),
	);
	return Object.fromEntries(rows.map(({ name, rows }) => [name, rows]));
}

on('the family reads everything it read before', async (stage) => {
	for (const who of ['parent', 'young-person', 'child'] as const) {
		const before = await seen(stage, who);
		expect(Object.values(before)).not.toContain(0);
		await stage.takenBack(async () => {
			await end(stage);
			expect(await seen(stage, who)).toEqual(before);
		});
	}
});

on('whoever was in the team, chosen or not, sees nothing of the family any more', async (stage) => {
	await end(stage);
	for (const who of ['coordinator', 'teacher', 'job-adviser', 'former-mentor', 'former-nurse'] as const) {
		const rows = Object.entries(await seen(stage, who)).filter(([, count]) => Number(count) > 0);
		expect(rows, who).toEqual([]);
		expect(await stage.as(who, `select name from family where id = '@family'`), who).toEqual([]);
	}
	expect(
		await stage.owner(`select id from coordinator_choice
			where family_id = '@family' and ended_at is null and answer is distinct from 'declined'`),
	).toEqual([]);
});

on('what was shared with them ends, with its reason', async (stage) => {
	await end(stage);
	expect(
		await stage.owner(`select distinct ended_as::text from share
			where withdrawn_at = now() and owner_id in ('@parent', '@young-person')`),
	).toEqual([{ ended_as: 'left' }]);
	expect(
		await stage.owner(`select id from share where withdrawn_at is null and valid_until > private.today()
			and owner_id in ('@parent', '@young-person') and professional_id in ('@coordinator', '@teacher', '@job-adviser')`),
	).toEqual([]);
});

on('the project lead sees since when and until when, and no more than before', async (stage) => {
	const before = await seen(stage, 'project-lead');
	await end(stage);
	expect(await seen(stage, 'project-lead')).toEqual(before);
	expect(before).toMatchObject({ goal: 0, meeting: 0, member: 0, enrolment: 2 });
});

on('the other home of a child and other families notice nothing', async (stage) => {
	const others = ['other-parent', 'stranger-parent', 'stranger-coordinator'] as const;
	const there = (who: ActorName) =>
		stage.as(
			who,
			`select (select count(*)::int from goal) as goals, (select count(*)::int from meeting where cancelled_at is null) as meetings,
			(select count(*)::int from team_member where left_at is null) as around`,
		);
	const all = async () => {
		const answers = [];
		for (const who of others) answers.push(await there(who));
		return answers;
	};
	const before = await all();
	await end(stage);
	const after = await all();
	// But for the meeting about the child in this home, which is not held.
	expect(after[0]).toEqual([{ ...before[0]![0], meetings: (before[0]![0]!.meetings as number) - 1 }]);
	expect(after.slice(1)).toEqual(before.slice(1));
});

on('the plan stays as it is: no goal, no word, no note, no step up, no agreement', async (stage) => {
	await end(stage);
	const rule = async (sql: string) => (await stage.answer('parent', sql))?.constraint;
	expect(
		await rule(
			`insert into goal (id, family_id, title, created_by) values ('@new', '@family', 'Mere', '@me')`,
		),
	).toBe('goal_stands_in_a_plan');
	for (const set of [`title = 'Andre ord'`, 'done_at = now()', 'removed_at = now()', `sign = 'Nu'`]) {
		expect(await rule(`update goal set ${set} where id = '@goal of the family'`), set).toBe('plan_is_open');
	}
	expect(
		await rule(`insert into goal_progress (id, goal_id, family_id, noted_by, note)
			values ('@new', '@goal of the family', '@family', '@me', 'Godt')`),
	).toBe('plan_is_open');
	expect(await rule(`select move_goal('@goal of the family', false)`)).toBe('plan_is_open');
	expect(await rule(`select agree_plan('@new', '@family', '{}', plan_as_read('@family'))`)).toBe(
		'plan_is_open',
	);
	// A stranger is told what strangers are told.
	expect(
		await stage.refusal(
			'stranger-parent',
			`insert into goal (id, family_id, title, created_by) values ('@new', '@family', 'Mere', '@me')`,
		),
	).toBe('42501');
});

on('what the family said of offers stays as it is, until it takes part again', async (stage) => {
	const says = [
		`insert into family_offer (id, family_id, offer_id, suggested_by, state)
			values ('@new', '@family', '@second offer', '@me', 'interested')`,
		`update family_offer set state = 'started' where id = '@offer suggested'`,
		`update family_offer set goal_id = null where id = '@offer suggested'`,
		`update family_offer set goal_id = '@goal about the parent' where id = '@offer suggested to the parent'`,
	];
	const waiting = async () => (await stage.as('parent', 'select suggestions_to_answer() as open'))[0]?.open;
	for (const said of says) expect(await stage.rule('parent', said), said).toBeNull();
	const before = await waiting();
	expect(before).toBeGreaterThan(0);
	await end(stage);
	for (const said of says) expect(await stage.rule('parent', said), said).toBe('plan_is_open');
	expect(await stage.rule('stranger-parent', says[0]!), 'as strangers are told').toBe('42501');
	expect(await waiting(), 'nobody waits for it').toBe(0);
	await stage.as('project-lead', `select enrol_again('@again', '@family', private.today())`);
	for (const said of says) expect(await stage.rule('parent', said), said).toBeNull();
	expect(await waiting()).toBe(before);
});

on('of a meeting that is held after all the family is told who of those asked has left', async (stage) => {
	const gone = async () =>
		(
			await stage.as(
				'parent',
				`select p.name from asked_no_more(array['@meeting of the family', '@meeting about the child']::uuid[]) a
					join person p on p.id = any (a.people) order by 1`,
			)
		).map(({ name }) => name);
	expect(await gone()).toEqual([]);
	await end(stage);
	await stage.as('project-lead', `select enrol_again('@again', '@family', private.today())`);
	await stage.as('parent', `update meeting set cancelled_at = null where family_id = '@family'`);
	const [teacher, coordinator] = await stage.owner(
		`select name from person where id in ('@teacher', '@coordinator') order by id = '@coordinator'`,
	);
	expect(await gone()).toEqual([teacher!.name, coordinator!.name].sort());
});

on('what is a person’s own goes on, and erasing them too', async (stage) => {
	await end(stage);
	await stage.as(
		'parent',
		`insert into rating (id, person_id, topic, answers) values ('@new', '@me', 'ladder', '{5}')`,
	);
	await stage.owner(`select private.erase_person('@grandmother')`);
	await stage.owner(`select private.erase_person('@parent')`);
});

on('meetings ahead are cancelled, those that were stay', async (stage) => {
	await stage.longAgo(`update meeting set starts_at = now() - interval '3 days', ends_at = now() - interval '2 days',
			created_at = now() - interval '9 days'
		where id = '@meeting without a place'`);
	await end(stage);
	const held = await stage.owner(
		`select id from meeting where family_id = '@family' and cancelled_at is null`,
	);
	expect(held).toHaveLength(1);
	expect(
		await stage.as(
			'other-parent',
			`select id from meeting where id = '@meeting of the other home' and cancelled_at is null`,
		),
	).toHaveLength(1);
});

on('nobody is put around a family that takes part no more, until it does again', async (stage) => {
	const join = `insert into team_member (id, family_id, professional_id, job_id)
		values ('@new', '@family', '@guest', '@job of guest')`;
	expect(await stage.refusal('project-lead', join)).toBeNull();
	await end(stage);
	expect((await stage.answer('project-lead', join))?.constraint).toBe('family_takes_part');
	expect(await stage.refusal('coordinator', join)).toBe('42501');
	await stage.as('project-lead', `select enrol_again('@again', '@family', private.today())`);
	expect(await stage.refusal('project-lead', join)).toBeNull();
});

on('nobody is invited into a family that takes part no more, until it does again', async (stage) => {
	const invite = (family: string) =>
		`select invite_member('@new', '@${family}', 'Tante Anna', 'relative', repeat('ef', 32))`;
	expect(await stage.refusal('project-lead', invite('family'))).toBeNull();
	await end(stage);
	expect(await stage.rule('project-lead', invite('family'))).toBe('family_takes_part');
	expect(await stage.refusal('project-lead', invite('strangers')), 'others are').toBeNull();
	await stage.as('project-lead', `select enrol_again('@again', '@family', private.today())`);
	expect(await stage.refusal('project-lead', invite('family'))).toBeNull();
});

on('the family’s log says who left, and who saw to it', async (stage) => {
	await end(stage);
	expect(
		await stage.as(
			'parent',
			`select person_name, by_name from family_event where kind = 'left_team' and by_name = 'Pia' order by person_name`,
		),
	).toEqual(['Jens', 'Karen', 'Nina', 'Troels'].map((name) => ({ person_name: name, by_name: 'Pia' })));
});

on('nobody is let in any more, and nobody calls a meeting', async (stage) => {
	const invitations = `select id, revoked_at is null and accepted_at is null and expires_at > now() as opens
		from invitation where family_id in ('@family', '@strangers') order by id`;
	const before = await stage.owner(invitations);
	expect(before.filter(({ opens }) => opens).length).toBeGreaterThan(1);
	// Nobody said yes to her yet: the coordinator alone vouches for her, and goes with the team.
	await stage.owner(
		`update invitation set agreed_at = null, agreed_by = null where id = '@invitation of an aunt'`,
	);
	await end(stage);
	const theirs = await stage.owner(invitations);
	expect(theirs.filter(({ opens }) => opens).length).toBeGreaterThan(0);
	expect(
		await stage.owner(
			`select from invitation where family_id = '@family' and accepted_at is null and revoked_at is null`,
		),
	).toEqual([]);
	expect(
		await stage.owner(`select from invitation where family_id = '@family' and inviter_left`),
		'they end with the family’s part in it',
	).toEqual([]);
	const call = `select propose_meeting('@new', '@family', 'other', 'Kaffe', now() + interval '1 day',
		now() + interval '25 hours', array['@parent']::uuid[], array[''], null, 'Biblioteket')`;
	expect((await stage.answer('parent', call))?.constraint).toBe('family_takes_part');
	const [cancelled] = await stage.owner(
		`select id from meeting where family_id = '@family' and cancelled_at is not null and starts_at > now() limit 1`,
	);
	const holds = `update meeting set cancelled_at = null where id = '${cancelled!.id as string}'`;
	expect(await stage.rule('parent', holds)).toBe('family_takes_part');
});
