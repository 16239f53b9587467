/** Who was asked to a meeting and has left since is told to the family and its team. */
import { actorNames, family, team } from '../actors.ts';
import { idOf } from '../labels.ts';
import { expect, on } from '../stage.ts';

const which = (...meetings: string[]) =>
	`select unnest(people) as person_id from asked_no_more(array[${meetings.map((one) => `'@${one}'`).join()}]::uuid[])`;
const left = ['former-mentor', 'former-nurse', 'former-partner'].map((who) => ({ person_id: idOf(who) }));
const byId = (one: { person_id: string }, other: { person_id: string }) =>
	one.person_id.localeCompare(other.person_id);

on('whoever left the family, its team or all work; a guest is still asked', async ({ as, refusal }) => {
	for (const who of actorNames) {
		if ((await refusal(who, which('meeting with a guest'))) === '42501') continue;
		const told = await as(who, which('meeting with a guest', 'new'));
		const sees = [...family, ...team].some((one) => one === who);
		expect(told, who).toEqual(sees ? [...left].sort(byId) : []);
	}
	expect(await refusal('anonymous', which('meeting with a guest'))).toBe('42501');
	expect(await as('parent', which('meeting of the family', 'meeting about the child'))).toEqual([]);
});

on('asked again once they are back, and of what is over nobody is told', async ({ as, owner, longAgo }) => {
	await owner(`update team_member set left_at = now()
		where professional_id = '@teacher' and family_id = '@family'`);
	expect(await as('parent', which('meeting of the family'))).toEqual([{ person_id: idOf('teacher') }]);
	await owner(`insert into team_member (id, family_id, professional_id, job_id)
		values ('@new', '@family', '@teacher', '@job of teacher')`);
	expect(await as('parent', which('meeting of the family'))).toEqual([]);
	await longAgo(`update meeting set starts_at = now() - interval '3 days', ends_at = now() - interval '2 days',
		created_at = now() - interval '9 days' where id = '@meeting with a guest'`);
	expect(await as('parent', which('meeting with a guest'))).toEqual([]);
});

on('from the child’s other home too, when the child lives there no more', async ({ as, owner }) => {
	await as(
		'parent',
		`insert into meeting_attendee (meeting_id, person_id, family_id)
			values ('@meeting about the child', '@other-parent', '@family')`,
	);
	expect(await as('parent', which('meeting about the child'))).toEqual([]);
	await owner(`update member set left_at = now() where id = '@child in other home'`);
	expect(await as('parent', which('meeting about the child'))).toEqual([{ person_id: idOf('other-parent') }]);
});

on(
	'who left and is a parent in the child’s other home sees it, is told so, and says nothing to it',
	async ({ as, owner, refusal }) => {
		await owner(`insert into member (id, family_id, person_id, role, joined_at)
			values ('@here too', '@family', '@other-parent', 'parent', now() - interval '1 day')`);
		await owner(`insert into meeting_attendee (meeting_id, person_id, family_id)
			values ('@meeting about the child', '@other-parent', '@family')`);
		const comes = `select answer_meeting('@meeting about the child', '@me', 'coming', 0)`;
		expect(await refusal('other-parent', comes)).toBeNull();
		await as('project-lead', `select take_out('@press', '@family', 'Ole', 'parent', 'decided')`);
		expect(
			await as('other-parent', `select purpose from meeting where id = '@meeting about the child'`),
		).toHaveLength(1);
		for (const who of ['parent', 'other-parent'] as const)
			expect(await as(who, which('meeting about the child')), who).toEqual([
				{ person_id: idOf('other-parent') },
			]);
		expect(await refusal('other-parent', comes)).toBe('42501');
		expect(
			await as(
				'other-parent',
				`update meeting_attendee set answer = 'coming'
				where meeting_id = '@meeting about the child' and person_id = '@me' returning id`,
			),
		).toEqual([]);
		await owner(`update member set left_at = now() where id = '@child in other home'`);
		expect(await as('other-parent', which('meeting about the child')), 'who sees it no more').toEqual([]);
	},
);

on('of one that is cancelled it is told who had left before that, and not who left later', async (stage) => {
	const { as, owner, longAgo } = stage;
	const leaves = (who: string) =>
		owner(
			`update team_member set left_at = now() where professional_id = '@${who}' and family_id = '@family'`,
		);
	await leaves('teacher');
	await longAgo(`update team_member set left_at = now() - interval '1 day' where professional_id = '@teacher'
		and family_id = '@family'`);
	await as('coordinator', `update meeting set cancelled_at = now() where id = '@meeting of the family'`);
	// With the course all go in the moment in which it is cancelled.
	await owner(
		`update member set left_at = now() where person_id = '@young-person' and family_id = '@family'`,
	);
	expect(await as('parent', which('meeting of the family'))).toEqual([{ person_id: idOf('teacher') }]);
});
