/** Of a family that takes part no more nothing is written, and nobody comes into it or around it. */
import { expect, on } from '../policies/stage.ts';
import { end } from './ended.ts';

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
		// The same that stands already.
		`update family_offer set state = state where id = '@offer suggested'`,
		`update family_offer set goal_id = goal_id where id = '@offer suggested'`,
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
