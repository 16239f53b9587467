/** Two people press at the same moment, one of whom comes or goes. */
import { describe, expect, test } from 'vitest';
import { engines } from './engines.ts';
import { twoAtOnce } from './two-at-once.ts';
import { inTheNameOf } from '../policies/invited.ts';
import { withIds } from '../policies/labels.ts';

describe.runIf(engines.includes('postgres'))('at the same moment, somebody comes or goes', () => {
	const { two, begin, together, untilSomebodyWaits, rows } = twoAtOnce();
	const invites = (who: string) => two.watcher.exec(withIds(inTheNameOf(who)));

	test('into the team and into the family: one of them', async () => {
		await two.watcher.exec(
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
		expect(outcome).toEqual([null, 'invitation_is_for_somebody_else']);
		expect(
			await rows(
				`select side::text from private.plan_access where person_id = '@far-parent' and family_id = '@strangers'`,
			),
		).toEqual([{ side: 'team' }]);
	});

	test('a parent into the team and her child into the family: one of them', async () => {
		await two.watcher.exec(
			withIds(`insert into job (id, person_id, organisation_id, municipality_id, profession)
				values ('@job of parent', '@parent', '@school', '@municipality', 'Lærer')`),
		);
		await invites('young-person');
		const outcome = await together(
			[
				'project-lead',
				`insert into team_member (id, family_id, professional_id, job_id)
					values ('@parent in team', '@strangers', '@parent', '@job of parent')`,
			],
			// Old enough to come into a family as themselves.
			['young-person', `select accept_invitation_as_me(repeat('6', 64))`],
		);
		expect(outcome).toEqual([null, 'one_side_of_the_table']);
	});

	test('into the team and, as a relative, into the other home of a child: one of them', async () => {
		await invites('guest');
		const outcome = await together(
			[
				'project-lead',
				`insert into team_member (id, family_id, professional_id, job_id)
					values ('@guest in team', '@other home', '@guest', '@job of guest')`,
			],
			['guest', `select accept_invitation_as_me(repeat('1', 64))`],
		);
		expect(outcome).toEqual([null, 'one_side_of_the_table']);
	});

	test('two who would both be the first parent: one of them, the other waits for a yes', async () => {
		await two.watcher.exec(
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
		expect(await together(join('ab', 'one'), join('cd', 'other'))).toEqual([null, 'invitation_has_a_yes']);
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
		expect(outcome).toEqual([null, 'share_with_somebody_around']);
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
			two.second.run(
				withIds(`insert into share (id, owner_id, topic, professional_id, valid_until)
					values ('@${id}', '@young-person', '${topic}', '@coordinator', private.today() + 30)`),
			);
		const leaves = () =>
			two.first.run(withIds(`update member set left_at = now() where id = '@young person in family'`));
		await two.first.exec('begin');
		await begin(two.second, 'young-person');
		await share('share before', 'who5');
		const leaving = leaves();
		await untilSomebodyWaits();
		await two.second.exec('commit');
		await leaving;
		await begin(two.second, 'young-person');
		const late = share('share after', 'ladder').then(
			() => null,
			(error: { code: string }) => error.code,
		);
		await untilSomebodyWaits();
		await two.first.exec('commit');
		expect(await late).toBe('23514');
		await two.second.exec('rollback');
		expect(
			await rows(`select ended_as::text from share where id in ('@share before', '@share after')`),
		).toEqual([{ ended_as: 'left' }]);
	});

	test('sent out of the team, and into the family: not by an invitation either', async () => {
		await two.watcher.exec(
			withIds(`insert into team_member (id, family_id, professional_id, job_id)
				values ('@mentor again', '@family', '@former-mentor', '@job of former-mentor')`),
		);
		await invites('former-mentor');
		const outcome = await together(
			['parent', `select send_away('@mentor again')`],
			['former-mentor', `select accept_invitation_as_me(repeat('1', 64))`],
		);
		expect(outcome).toEqual([null, 'family_said_no']);
	});
});
