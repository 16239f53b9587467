/** Who waits for whoever ends the right they rest on is asked again: nothing is done by a right that is over. */
import { describe, expect, test } from 'vitest';
import { engines } from './engines.ts';
import { twoAtOnce } from './two-at-once.ts';
import { inTheNameOf } from '../policies/invited.ts';
import { withIds } from '../policies/labels.ts';

describe.runIf(engines.includes('postgres'))('at the same moment, by a right that is ending', () => {
	const { together, rows, two } = twoAtOnce({ anew: true });
	const refused = [null, '42501'];
	const team = `select professional_id from team_member
		where family_id = '@family' and left_at is null order by professional_id`;
	const putsIn = `insert into team_member (id, family_id, professional_id, job_id)
		values ('@guest in team', '@family', '@guest', '@job of guest')`;
	const becomesFamily: [string, string] = ['project-lead', `select accept_invitation_as_me(repeat('1', 64))`];

	test.each<[string, [string, string]]>([
		['the family ends it', ['parent', `select end_coordinator_choice('@coordinator accepted')`]],
		[
			'they are taken out of the team',
			['project-lead', `update team_member set left_at = now() where id = '@coordinator in team'`],
		],
		['they end the job', ['coordinator', `select end_job('@job of coordinator')`]],
	])('who is coordinator no more puts nobody into the team: %s', async (_, ends) => {
		expect(await together(ends, ['coordinator', putsIn])).toEqual(refused);
		expect(await rows(withIds(`select id from team_member where id = '@guest in team'`))).toEqual([]);
	});

	test.each<[string, string]>([
		['puts nobody into its team', putsIn],
		['takes nobody out of its team', `update team_member set left_at = now() where id = '@teacher in team'`],
		['takes nobody out of it', `select take_out('@pressed', '@family', 'Gerda', 'relative', 'moved_out')`],
		['does not end its part', `select end_enrolment('@enrolment', private.today())`],
		['does not enrol it again', `select enrol_again('@again', '@family', private.today())`],
		['corrects no date of birth', `select correct_birth('@family', 'Gerda', 'relative', '1950-01-01')`],
	])('a lead who becomes family %s', async (_, presses) => {
		// A relative again: she becomes a parent for the other files of this kind.
		await two.watcher.exec(
			withIds(`update member set role = 'relative' where id = '@grandmother in family'`),
		);
		await two.watcher.exec(withIds(inTheNameOf('project-lead')));
		const before = await rows(team);
		expect(await together(becomesFamily, ['project-lead', presses])).toEqual(refused);
		expect(await rows(team)).toEqual(before);
		expect(
			await rows(`select e.id from enrolment e where e.family_id = '@family' and e.ended_on is null`),
		).toHaveLength(1);
	});
});
