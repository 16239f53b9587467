/** A family asks somebody to be its coordinator who leaves its team at the same moment: no question stays open to them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { engines } from './engines.ts';
import { twoAtOnce } from './two-at-once.ts';
import { withIds } from '../policies/labels.ts';

describe.runIf(engines.includes('postgres'))('at the same moment', () => {
	const { two, together, rows } = twoAtOnce({ anew: true });
	// Whoever came in the last 14 days can be sent away.
	beforeEach(() =>
		two.watcher.exec(
			withIds(`set session_replication_role = replica;
				update team_member set joined_at = now() - interval '1 day' where id = '@teacher in team';
				reset session_replication_role`),
		),
	);
	const asks: [string, string] = [
		'parent',
		`select choose_coordinator('@late question', '@family', '@teacher')`,
	];
	const leavings: Record<string, [string, string]> = {
		'leaves the team': ['teacher', `select leave_team('@teacher in team')`],
		'is taken out of the team': [
			'project-lead',
			`update team_member set left_at = now() where id = '@teacher in team'`,
		],
		'is sent away': ['grandmother', `select send_away('@teacher in team')`],
		'ends the job': ['teacher', `select end_job('@job of teacher')`],
		'goes when the enrolment ends': ['project-lead', `select end_enrolment('@enrolment', private.today())`],
	};

	test.each(Object.entries(leavings))('who %s is asked: in either order nobody is', async (_, leaves) => {
		const open = `select id from coordinator_choice
			where professional_id = '@teacher' and answer is null and ended_at is null`;
		expect(await together(leaves, asks)).toEqual([null, '42501']);
		expect(await rows(open)).toEqual([]);
	});

	test.each(Object.entries(leavings))('who is asked %s: in either order nobody is', async (_, leaves) => {
		expect(await together(asks, leaves)).toEqual([null, null]);
		expect(
			await rows(`select ended_at is null as open from coordinator_choice where id = '@late question'`),
		).toEqual([{ open: false }]);
	});
});
