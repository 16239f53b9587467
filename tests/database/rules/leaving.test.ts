/** What ends when somebody leaves, and what a new choice takes the place of. */
import { expect, idOf, on } from '../../policies/stage.ts';

on('who leaves the team is no longer coordinator, nor asked', async ({ as, owner }) => {
	for (const place of ['coordinator in team', 'adviser in team']) {
		await as('project-lead', `update team_member set left_at = now() where id = '@${place}'`);
	}
	expect(
		await owner(`select id from coordinator_choice
			where family_id = '@family' and ended_at is null and answer is distinct from 'declined'`),
	).toEqual([]);
	const [declined] = await owner(`select ended_at from coordinator_choice where id = '@teacher declined'`);
	expect(declined).toEqual({ ended_at: null });
});

on(
	'what they had said to a meeting ahead is kept for when it is over or cancelled, until they say it anew',
	async ({ as, owner, refusal }) => {
		const says = (who: 'teacher' | 'young-person', answer: string) =>
			as(
				who,
				`update meeting_attendee set answer = '${answer}'
				where meeting_id = '@meeting of the family' and person_id = '@${who}'`,
			);
		const said = (who: string) =>
			owner(`select answer, said_before_leaving as before from meeting_attendee
				where meeting_id = '@meeting of the family' and person_id = '@${who}'`);
		await owner(`insert into meeting_attendee (meeting_id, person_id, family_id)
			values ('@meeting of the family', '@young-person', '@family') on conflict do nothing`);
		await says('teacher', 'coming');
		await says('young-person', 'not_coming');
		await owner(`update team_member set left_at = now() where id = '@teacher in team'`);
		await owner(`update member set left_at = now() where person_id = '@young-person'`);
		expect(await said('teacher')).toEqual([{ answer: null, before: 'coming' }]);
		expect(await said('young-person')).toEqual([{ answer: null, before: 'not_coming' }]);
		for (let times = 0; times < 2; times++) {
			await owner(`insert into team_member (id, family_id, professional_id, job_id)
				values ('@new${times}', '@family', '@teacher', '@job of teacher')`);
			expect(await said('teacher'), 'asked anew').toEqual([{ answer: null, before: 'coming' }]);
			await owner(`update team_member set left_at = now() where id = '@new${times}'`);
		}
		await owner(`insert into team_member (id, family_id, professional_id, job_id)
			values ('@new', '@family', '@teacher', '@job of teacher')`);
		await says('teacher', 'not_coming');
		expect(await said('teacher')).toEqual([{ answer: 'not_coming', before: null }]);
		expect(
			await refusal(
				'teacher',
				`update meeting_attendee set said_before_leaving = 'coming' where person_id = '@me'`,
			),
		).toBe('42501');
	},
);

on('who left the job and comes back finds no family open', async ({ as, owner }) => {
	await owner(
		`insert into identity (provider, subject, person_id) values ('mitid', 'nurse', '@former-nurse')`,
	);
	// The fixture's nurse has left the job, and nobody took her out of the team.
	await as('session-keeper', `select accept_invitation(repeat('5', 64), 'mitid', 'nurse')`);
	expect(await as('former-nurse', `select id from goal`)).toEqual([]);
	expect(await as('former-nurse', `select id from share`)).toEqual([]);
	await owner(`update job set left_at = now() where id = '@job of coordinator'`);
	expect(
		await owner(`select from team_member where professional_id = '@coordinator' and left_at is null`),
	).toEqual([]);
	expect(
		await owner(
			`select ended_at is null as "inForce" from coordinator_choice where id = '@coordinator accepted'`,
		),
	).toEqual([{ inForce: false }]);
});

on('a new sharing choice takes the place of the former, and of no other', async ({ as, owner }) => {
	// Everybody's choices in force: of other topics with the same professional, of the same topic with other
	// professionals, and of the same topic with the same professional by another owner.
	const held = async () =>
		(
			await owner(
				`select id from share where withdrawn_at is null and valid_until >= private.today() order by id`,
			)
		).map(({ id }) => id);
	await owner(`insert into share (id, owner_id, topic, professional_id, valid_until)
		values ('@young person shares with coordinator', '@young-person', 'who5', '@coordinator', private.today() + 60),
			('@parent shares with teacher', '@parent', 'who5', '@teacher', private.today() + 60)`);
	const before = await held();
	expect(before).toContain(idOf('parent shares the ladder with coordinator'));
	expect(before).toContain(idOf('parent shares with teacher'));
	await as(
		'parent',
		`insert into share (id, owner_id, topic, professional_id, valid_until)
			values ('@renewed', '@parent', 'who5', '@coordinator', private.today() + 90)`,
	);
	expect((await held()).sort()).toEqual(
		[...before.filter((id) => id !== idOf('parent shares with coordinator')), idOf('renewed')].sort(),
	);
	const replaced = await owner(
		`select withdrawn_at = now() as now from share where id = '@parent shares with coordinator'`,
	);
	expect(replaced, 'and it says when').toEqual([{ now: true }]);
	const expired = await owner(`select withdrawn_at from share where id = '@parent shared with teacher'`);
	expect(expired, 'what had expired was not withdrawn').toEqual([{ withdrawn_at: null }]);
});

on(
	'one’s own is read by oneself after one has left the family, and by nobody else outside it',
	async ({ owner, as }) => {
		const read = (who: 'former-partner' | 'parent' | 'coordinator' | 'project-lead') =>
			as(who, `select person_id from birth where person_id = '@former-partner'`);
		expect(await read('former-partner')).toHaveLength(1);
		for (const who of ['parent', 'coordinator', 'project-lead'] as const)
			expect(await read(who), who).toEqual([]);
		await owner(`update member set left_at = now() where id = '@young person in family'`);
		const seen = await as('young-person', `select person_id from birth`);
		expect(seen, 'a child that was taken out').toHaveLength(1);
	},
);
