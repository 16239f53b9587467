/** Two people press at the same moment: the coordinator, a reading, a job, goals, sharing. */
import { describe, expect, test } from 'vitest';
import { engines } from './engines.ts';
import { twoAtOnce } from './two-at-once.ts';
import { idOf, withIds } from '../policies/labels.ts';

describe.runIf(engines.includes('postgres'))('at the same moment', () => {
	const { two, begin, together, untilSomebodyWaits, rows } = twoAtOnce();
	const open = `select professional_id from coordinator_choice where family_id = '@family' and answer is null and ended_at is null`;
	const inForce = `select professional_id from coordinator_choice where family_id = '@family' and answer = 'accepted' and ended_at is null`;

	test('two parents ask: one question is open, and nothing else changed', async () => {
		const outcome = await together(
			['parent', `select choose_coordinator('@first question', '@family', '@teacher', true)`],
			['grandmother', `select choose_coordinator('@second question', '@family', '@job-adviser', true)`],
		);
		expect(outcome).toEqual([null, 'one_open_question_per_family']);
		expect(await rows(open)).toEqual([{ professional_id: idOf('teacher') }]);
	});

	test('a yes and taking it back: never a coordinator whom the family did not want', async () => {
		const outcome = await together(
			['teacher', `select answer_coordinator_choice('@first question', true)`],
			['parent', `select end_coordinator_choice('@first question')`],
		);
		expect(outcome).toEqual([null, null]);
		expect(await rows(inForce)).toEqual([]);
	});

	test('a yes and taking only the question back: the yes stands', async () => {
		await two.watcher.exec(
			withIds(`insert into coordinator_choice (id, family_id, professional_id, job_id, chosen_by)
				values ('@another question', '@family', '@teacher', '@job of teacher', '@parent')`),
		);
		const outcome = await together(
			['teacher', `select answer_coordinator_choice('@another question', true)`],
			['parent', `select end_coordinator_choice('@another question', true)`],
		);
		expect(outcome).toEqual([null, '42501']);
		expect(await rows(inForce)).toEqual([{ professional_id: idOf('teacher') }]);
	});

	test('a yes and a new question: one coordinator, one question', async () => {
		await two.watcher.exec(
			withIds(`insert into coordinator_choice (id, family_id, professional_id, job_id, chosen_by)
				values ('@third question', '@family', '@job-adviser', '@job of job-adviser', '@parent')`),
		);
		const outcome = await together(
			['job-adviser', `select answer_coordinator_choice('@third question', true)`],
			['grandmother', `select choose_coordinator('@fourth question', '@family', '@teacher', true)`],
		);
		expect(outcome).toEqual([null, null]);
		expect(await rows(open)).toEqual([{ professional_id: idOf('teacher') }]);
		expect((await rows(inForce)).length).toBeLessThanOrEqual(1);
	});

	test('two answers of one draft on their way at once: both are kept', async () => {
		const outcome = await together(
			['other-parent', `select keep_draft_answer('who5', 1, 4)`],
			['other-parent', `select keep_draft_answer('who5', 2, 3)`],
		);
		expect(outcome).toEqual([null, null]);
		expect(
			await rows(
				`select answers::text from rating_draft where person_id = '@other-parent' and topic = 'who5'`,
			),
		).toEqual([{ answers: '{4,3,NULL,NULL,NULL}' }]);
	});

	test('an answer of a draft arrives in the moment the draft ends: it does not begin a new one', async () => {
		const late = `select keep_draft_answer('who5', 3, 2, null, now() - interval '1 second')`;
		for (const [first, second] of [
			[late, `select drop_draft('who5')`],
			[`select drop_draft('who5')`, late],
		] as const) {
			const outcome = await together(['other-parent', first], ['other-parent', second]);
			expect(outcome).toEqual([null, null]);
			expect(
				await rows(`select from rating_draft where person_id = '@other-parent' and topic = 'who5'`),
			).toEqual([]);
		}
	});

	test('two reads of the same opening: it is read once', async () => {
		await begin(two.first, 'teacher');
		const [row] = await two.first.rows(withIds(`select open_shared_ratings('@family') as reading`));
		await two.first.exec('commit');
		const read: [string, string] = [
			'teacher',
			`select * from read_shared_ratings('${row!.reading as string}')`,
		];
		expect(await together(read, read)).toEqual([null, '42501']);
	});

	test('leaving the job and being put into a team: no plan is seen', async () => {
		await two.first.exec('begin');
		await two.first.run(withIds(`update job set left_at = now() where id = '@job of guest'`));
		await begin(two.second, 'project-lead');
		const joining = two.second.run(
			withIds(`insert into team_member (id, family_id, professional_id, job_id)
				values ('@guest in strangers', '@strangers', '@guest', '@job of guest')`),
		);
		await untilSomebodyWaits();
		await two.first.exec('commit');
		await joining;
		await two.second.exec('commit');
		expect(await rows(`select family_id from private.plan_access where person_id = '@guest'`)).toEqual([]);
	});

	test('two parents move goals: each moves one place, and the line has no gap', async () => {
		const line = async () =>
			(
				await rows(`select id, position from goal
					where family_id = '@family' and parent_id is null order by position, id`)
			).map(({ id }) => id);
		const before = await line();
		const outcome = await together(
			['parent', `select move_goal('${before[2] as string}', true)`],
			['grandmother', `select move_goal('${before[2] as string}', true)`],
		);
		expect(outcome).toEqual([null, null]);
		expect(await line()).toEqual([before[2], before[0], before[1], ...before.slice(3)]);
	});

	test('two sharing choices: one is in force', async () => {
		const share = (id: string) =>
			`insert into share (id, owner_id, topic, professional_id, valid_until)
				values ('@${id}', '@parent', 'ladder', '@teacher', private.today() + 30)`;
		await together(['parent', share('first share')], ['parent', share('second share')]);
		const held = `select id from share where owner_id = '@parent' and topic = 'ladder' and withdrawn_at is null
			and professional_id = '@teacher'`;
		expect(await rows(held)).toEqual([{ id: idOf('second share') }]);
	});

	test('the last of a plan twice: one of them has no room', async () => {
		await two.watcher.exec(
			withIds(`set session_replication_role = replica;
				insert into goal (id, family_id, plan_id, title)
				select gen_random_uuid(), '@family', gen_random_uuid(), 'Ord' from generate_series(1, 599 - (
					select count(*)::int from goal where family_id = '@family' and removed_at is null
				)) n;
				reset session_replication_role`),
		);
		const adds = (who: string): [string, string] => [
			who,
			`insert into goal (id, family_id, title, created_by) values ('@last of ${who}', '@family', 'Ord', '@${who}')`,
		];
		const outcome = await together(adds('parent'), adds('grandmother'));
		expect(outcome).toEqual([null, 'plan_at_most_600']);
	});
});
