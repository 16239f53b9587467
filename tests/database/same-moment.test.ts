/** Two people press at the same moment: two connections to a real PostgreSQL. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from './acting.ts';
import { engines, fresh } from './engines.ts';
import type { Database } from './open.ts';
import { actors, type Person } from '../policies/actors.ts';
import { idOf, withIds } from '../policies/labels.ts';

describe.runIf(engines.includes('postgres'))('at the same moment', () => {
	let first: Database;
	let second: Database;
	/** Sees, from outside both transactions, that one waits for the other. */
	let watcher: Database;
	beforeAll(async () => {
		first = await fresh('postgres', 'filled');
		second = await first.another();
		watcher = await first.another();
		// The grandmother becomes a second parent, and no question is open.
		await first.exec(
			withIds(`
				update member set role = 'parent' where id = '@grandmother in family';
				update coordinator_choice set ended_at = now() where id = '@adviser is asked'`),
		);
	});
	afterAll(async () => {
		await watcher.close();
		await second.close();
		await first.close();
	});

	async function begin(db: Database, person: string): Promise<void> {
		await db.exec('begin');
		await actAs(db, actors[person as Person] ?? { role: 'authenticated', person: idOf(person) });
	}

	/** Runs the first, then the second before the first has committed; the second waits for it. */
	async function together(one: [string, string], other: [string, string]): Promise<(string | null)[]> {
		await begin(first, one[0]);
		await begin(second, other[0]);
		await first.run(withIds(one[1]));
		const waiting = second.run(withIds(other[1])).then(
			() => null,
			(error: { code: string }) => error.code,
		);
		await untilSomebodyWaits();
		await first.exec('commit');
		const code = await waiting;
		await second.exec('commit');
		return [null, code];
	}

	async function untilSomebodyWaits(): Promise<void> {
		const asked = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
		for (let i = 0; i < 500; i++) if ((await watcher.rows(asked)).length) return;
		throw new Error('nobody waits');
	}

	const rows = (sql: string) => watcher.rows(withIds(sql));
	const open = `select professional_id from coordinator_choice where family_id = '@family' and answer is null and ended_at is null`;
	const inForce = `select professional_id from coordinator_choice where family_id = '@family' and answer = 'accepted' and ended_at is null`;

	test('two parents ask: one question is open, and nothing else changed', async () => {
		const outcome = await together(
			['parent', `select choose_coordinator('@first question', '@family', '@teacher', true)`],
			['grandmother', `select choose_coordinator('@second question', '@family', '@job-adviser', true)`],
		);
		expect(outcome).toEqual([null, '23505']);
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
		await watcher.exec(
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
		await watcher.exec(
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

	test('two reads of the same opening: it is read once', async () => {
		await begin(first, 'teacher');
		const [row] = await first.rows(withIds(`select open_shared_ratings('@family') as reading`));
		await first.exec('commit');
		const read: [string, string] = [
			'teacher',
			`select * from read_shared_ratings('${row!.reading as string}')`,
		];
		expect(await together(read, read)).toEqual([null, '42501']);
	});

	test('leaving the job and being put into a team: no plan is seen', async () => {
		await first.exec('begin');
		await first.run(withIds(`update job set left_at = now() where id = '@job of guest'`));
		await begin(second, 'project-lead');
		const joining = second.run(
			withIds(`insert into team_member (id, family_id, professional_id, job_id)
				values ('@guest in strangers', '@strangers', '@guest', '@job of guest')`),
		);
		await untilSomebodyWaits();
		await first.exec('commit');
		await joining;
		await second.exec('commit');
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

	test('into the team and into the family: one of them', async () => {
		await watcher.exec(
			withIds(`insert into job (id, person_id, organisation_id, municipality_id, profession)
				values ('@job of far-parent', '@far-parent', '@school', '@municipality', 'Lærer')`),
		);
		const outcome = await together(
			[
				'project-lead',
				`insert into team_member (id, family_id, professional_id, job_id)
					values ('@far parent in team', '@strangers', '@far-parent', '@job of far-parent')`,
			],
			['far-parent', `select accept_invitation_as_me(repeat('6', 64))`],
		);
		expect(outcome).toEqual([null, '42501']);
		expect(
			await rows(
				`select side::text from private.plan_access where person_id = '@far-parent' and family_id = '@strangers'`,
			),
		).toEqual([{ side: 'team' }]);
	});

	test('a parent into the team and her child into the family: one of them', async () => {
		await watcher.exec(
			withIds(`insert into job (id, person_id, organisation_id, municipality_id, profession)
				values ('@job of parent', '@parent', '@school', '@municipality', 'Lærer')`),
		);
		const outcome = await together(
			[
				'project-lead',
				`insert into team_member (id, family_id, professional_id, job_id)
					values ('@parent in team', '@strangers', '@parent', '@job of parent')`,
			],
			['child', `select accept_invitation_as_me(repeat('6', 64))`],
		);
		expect(outcome).toEqual([null, '23514']);
	});

	test('two who would both be the first parent: one of them, the other waits for a yes', async () => {
		await watcher.exec(
			withIds(`
				insert into family (id, municipality_id, name) values ('@new family', '@municipality', 'Ny');
				insert into invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by) values
					('@one first', '@municipality', '@new family', 'Den ene', 'parent', '@project-lead'),
					('@other first', '@municipality', '@new family', 'Den anden', 'parent', '@project-lead');
				insert into private.invitation_code (invitation_id, code_hash) values
					('@one first', repeat('ab', 32)), ('@other first', repeat('cd', 32))`),
		);
		const join = (half: string, who: string): [string, string] => [
			'session-keeper',
			`select accept_invitation(repeat('${half}', 32), 'mitid', '${who}')`,
		];
		expect(await together(join('ab', 'one'), join('cd', 'other'))).toEqual([null, '42501']);
		expect(
			await rows(
				`select p.name from member m join person p on p.id = m.person_id where m.family_id = '@new family'`,
			),
		).toEqual([{ name: 'Den ene' }]);
	});

	test('sharing with somebody who is leaving: nothing is shared', async () => {
		const outcome = await together(
			['project-lead', `update team_member set left_at = now() where id = '@adviser in team'`],
			[
				'parent',
				`insert into share (id, owner_id, topic, professional_id, valid_until)
					values ('@late share', '@parent', 'ladder', '@job-adviser', private.today() + 30)`,
			],
		);
		expect(outcome).toEqual([null, '23514']);
	});

	test('leaving while somebody shares: the choice ends', async () => {
		const outcome = await together(
			[
				'parent',
				`insert into share (id, owner_id, topic, professional_id, valid_until)
					values ('@early share', '@parent', 'who5', '@teacher', private.today() + 30)`,
			],
			['project-lead', `update team_member set left_at = now() where id = '@teacher in team'`],
		);
		expect(outcome).toEqual([null, null]);
		expect(await rows(`select ended_as::text from share where id = '@early share'`)).toEqual([
			{ ended_as: 'left' },
		]);
	});

	test('an owner who is leaving the family shares: nothing is shared, before or after', async () => {
		const share = (id: string, topic: string) =>
			second.run(
				withIds(`insert into share (id, owner_id, topic, professional_id, valid_until)
					values ('@${id}', '@young-person', '${topic}', '@coordinator', private.today() + 30)`),
			);
		const leaves = () =>
			first.run(withIds(`update member set left_at = now() where id = '@young person in family'`));
		await first.exec('begin');
		await begin(second, 'young-person');
		await share('share before', 'who5');
		const leaving = leaves();
		await untilSomebodyWaits();
		await second.exec('commit');
		await leaving;
		await begin(second, 'young-person');
		const late = share('share after', 'ladder').then(
			() => null,
			(error: { code: string }) => error.code,
		);
		await untilSomebodyWaits();
		await first.exec('commit');
		expect(await late).toBe('23514');
		await second.exec('rollback');
		expect(
			await rows(`select ended_as::text from share where id in ('@share before', '@share after')`),
		).toEqual([{ ended_as: 'left' }]);
	});
});
