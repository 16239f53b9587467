/** Two people press at the same moment about jobs. */
import { describe, expect, test } from 'vitest';
import { engines } from './engines.ts';
import { twoAtOnce } from './two-at-once.ts';
import { idOf, withIds } from '../policies/labels.ts';

describe.runIf(engines.includes('postgres'))('at the same moment', () => {
	const { two, begin, together, standStill, goOn, refusal, untilSomebodyWaits, rows } = twoAtOnce();

	test('two leads end each other’s job: one goes on leading', async () => {
		await two.watcher.exec(
			withIds(`insert into job (id, person_id, organisation_id, municipality_id, profession, is_project_lead)
				values ('@second lead', '@guest', '@school', '@municipality', 'Leder', true)`),
		);
		const outcome = await together(
			['project-lead', `select end_job('@second lead')`],
			['guest', `select end_job('@job of project-lead')`],
		);
		expect(outcome).toEqual([null, 'project_has_a_lead']);
		expect(
			await rows(
				`select person_id from job where municipality_id = '@municipality' and is_project_lead and left_at is null`,
			),
		).toEqual([{ person_id: idOf('project-lead') }]);
	});

	test('a last job ends while one more is given: who has gone is not brought back without a yes', async () => {
		const outcome = await together(
			['teacher', `select end_job('@job of teacher')`],
			['project-lead', `select give_job('@one more', '@teacher', '@association', 'Mentor')`],
		);
		expect(outcome).toEqual([null, '42501']);
		expect(await rows(`select id from job where person_id = '@teacher' and left_at is null`)).toEqual([]);
	});

	test('a job ends while its holder invites: neither waits for the other for ever, and the invitation ends too', async () => {
		// The invitation is held up between asking what gives the right to it and being written.
		await standStill('insert on invitation');
		await begin(two.first, 'coordinator');
		await begin(two.second, 'project-lead');
		const invites = refusal(
			two.first.run(
				withIds(
					`select invite_member('@late invitation', '@family', 'Tante Anna', 'relative', repeat('ef', 32))`,
				),
			),
		);
		await untilSomebodyWaits(1);
		const ends = refusal(two.second.run(withIds(`select end_job('@job of coordinator')`)));
		await untilSomebodyWaits(2);
		await goOn();
		expect(await invites).toBe(null);
		await two.first.exec('commit');
		expect(await ends).toBe(null);
		await two.second.exec('commit');
		expect(
			await rows(
				`select revoked_at is not null as ended, inviter_left from invitation where id = '@late invitation'`,
			),
		).toEqual([{ ended: true, inviter_left: true }]);
	});

	test('the same job given twice is one', async () => {
		const give = `select give_job('@given twice', '@job-adviser', '@association', 'Mentor')`;
		expect(await together(['project-lead', give], ['project-lead', give])).toEqual([null, null]);
		expect(await rows(`select id from job where person_id = '@job-adviser'`)).toHaveLength(2);
	});
});
