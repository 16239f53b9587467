/** Two people press at the same moment: neither waits for the other for ever (docs/decisions/016-locks.md). */
import { describe, expect, test } from 'vitest';
import { engines } from './engines.ts';
import { twoAtOnce } from './two-at-once.ts';
import { withIds } from '../policies/labels.ts';

describe.runIf(engines.includes('postgres'))('at the same moment, one after the other', () => {
	const { two, begin, crossing, together, standStill, goOn, refusal, untilSomebodyWaits, rows } = twoAtOnce({
		anew: true,
	});
	const write = (sql: string) => two.watcher.exec(withIds(sql));
	const withANewcomer = () =>
		write(`
			insert into person (id, name) values ('@newcomer', 'Nora');
			insert into member (id, family_id, person_id, role) values ('@newcomer in family', '@family', '@newcomer', 'relative')`);
	const takesOut = `update team_member set left_at = now() where id = '@teacher in team'`;
	const agrees = (there: string): [string, string] => [
		'parent',
		`select agree_plan('@new version', '@family', array['@${there}']::uuid[], plan_as_read('@family'))`,
	];

	test('somebody leaves the team, and the plan is agreed with them', async () => {
		expect(
			await crossing(
				'update on team_member',
				['teacher', `select leave_team('@teacher in team')`],
				agrees('teacher'),
			),
		).toEqual([null, null]);
		expect(await rows(`select number from plan_version where id = '@new version'`)).toEqual([{ number: 2 }]);
	});

	test('a newcomer is put out, and the plan is agreed with them no more', async () => {
		await withANewcomer();
		expect(
			await crossing(
				'update on member',
				['grandmother', `select put_out('@newcomer in family')`],
				agrees('newcomer'),
			),
		).toEqual([null, 'agreed_by_who_sees_the_plan']);
	});

	const putOut: [string, string] = ['parent', `select put_out('@newcomer in family')`];
	const saysYes: [string, string] = ['newcomer', `select say_yes_to_plan('@version of the family')`];

	test('a newcomer is put out, and says yes no more', async () => {
		await withANewcomer();
		expect(await together(putOut, saysYes)).toEqual([null, '42501']);
		expect(await rows(`select id from plan_version_yes where person_id = '@newcomer'`)).toEqual([]);
	});

	test('a parent is put out, and agrees to nothing more', async () => {
		await withANewcomer();
		await write(`update member set role = 'parent' where id = '@newcomer in family'`);
		expect(
			await together(putOut, [
				'newcomer',
				`select agree_plan('@new version', '@family', '{}', plan_as_read('@family'))`,
			]),
		).toEqual([null, '42501']);
	});

	test('the coordinator leaves, and whom they invited comes in', async () => {
		await write(`
			insert into family (id, municipality_id, name) values ('@new family', '@municipality', 'Ny');
			insert into team_member (id, family_id, professional_id, job_id)
				values ('@coordinator there', '@new family', '@coordinator', '@job of coordinator');
			insert into coordinator_choice (id, family_id, professional_id, job_id, chosen_by, answer, answered_at)
				values ('@chosen there', '@new family', '@coordinator', '@job of coordinator', '@parent', 'accepted', now());
			insert into invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by)
				values ('@first parent', '@municipality', '@new family', 'Den ene', 'parent', '@coordinator');
			insert into private.invitation_code (invitation_id, code_hash) values ('@first parent', repeat('ab', 32))`);
		expect(
			await crossing(
				'update on invitation',
				['coordinator', `select leave_team('@coordinator there')`],
				['session-keeper', `select accept_invitation(repeat('ab', 32), 'mitid', 'one')`],
			),
		).toEqual([null, 'invitation_is_open']);
	});

	test('answers are shared anew with somebody who leaves', async () => {
		await write(`insert into share (id, owner_id, topic, professional_id, valid_until)
			values ('@shared before', '@parent', 'ladder', '@teacher', private.today() + 30)`);
		expect(
			await crossing(
				'update on share',
				[
					'parent',
					`insert into share (id, owner_id, topic, professional_id, valid_until)
						values ('@shared anew', '@parent', 'ladder', '@teacher', private.today() + 60)`,
				],
				['project-lead', takesOut],
			),
		).toEqual([null, null]);
		expect(
			await rows(
				`select ended_as::text from share where id in ('@shared before', '@shared anew') order by valid_until`,
			),
		).toEqual([{ ended_as: 'replaced' }, { ended_as: 'left' }]);
	});

	test('an enrolment ends, and a meeting ahead is moved', async () => {
		await write(`update meeting_attendee set answer = 'coming'
			where meeting_id = '@meeting of the family' and person_id = '@teacher'`);
		expect(
			await crossing(
				'update on meeting_attendee',
				['project-lead', `select end_enrolment('@enrolment', private.today())`],
				[
					'parent',
					`select move_meeting('@meeting of the family', now() + interval '2 days', now() + interval '49 hours', 0)`,
				],
			),
		).toEqual([null, '42501']);
	});

	test('the lead takes somebody out who leaves', async () => {
		expect(
			await crossing(
				'update on team_member',
				['project-lead', takesOut],
				['teacher', `select leave_team('@teacher in team')`],
			),
		).toEqual([null, null]);
	});

	test('somebody leaves a team and the job with it', async () => {
		expect(
			await crossing(
				'update on team_member',
				['coordinator', `select leave_team('@coordinator in team')`],
				['project-lead', `select end_job('@job of coordinator')`],
			),
		).toEqual([null, null]);
	});

	test('an enrolment ends, and the family is enrolled again', async () => {
		expect(
			await crossing(
				'update on enrolment',
				['project-lead', `select end_enrolment('@enrolment', private.today())`],
				['project-lead', `select enrol_again('@again', '@family', private.today())`],
			),
		).toEqual([null, null]);
		expect(await rows(`select ended_at is null as open from plan where family_id = '@family'`)).toEqual([
			{ open: true },
		]);
	});

	test('a goal is changed while the plan is read, and stored before it is agreed: it is read first', async () => {
		await write(`update member set role = 'parent' where id = '@grandmother in family'`);
		await begin(two.first, 'grandmother');
		await two.first.run(withIds(`update goal set title = 'Ulæst' where id = '@goal of the family'`));
		await begin(two.second, 'parent');
		await two.second.run(
			withIds(`update goal set title = 'Sove meget bedre' where id = '@goal about the parent'`),
		);
		const [read] = await two.second.rows(withIds(`select plan_as_read('@family') as words`));
		await two.second.exec('commit');
		await two.first.exec('commit');
		await begin(two.second, 'parent');
		const agreed = `select agree_plan('@new version', '@family', '{}', '${read!.words as string}')`;
		expect(await refusal(two.second.run(withIds(agreed)))).toBe('plan_is_as_it_was_read');
		await two.second.exec('rollback');
	});

	test('a goal is changed while the plan is being agreed: it is read first', async () => {
		await standStill('insert on plan_version');
		await begin(two.first, 'parent');
		const agreeing = refusal(two.first.run(withIds(agrees('teacher')[1])));
		await untilSomebodyWaits();
		await two.watcher.exec(withIds(`update goal set title = 'Ulæst' where id = '@goal of the family'`));
		await goOn();
		expect(await agreeing).toBe('plan_is_as_it_was_read');
		await two.first.exec('rollback');
	});
});
