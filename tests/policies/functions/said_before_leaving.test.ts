/** What somebody had answered who has left since, once a meeting is over or cancelled: for the family and its team. */
import { actorNames, family, team } from '../actors.ts';
import { expect, on } from '../stage.ts';

const read = `select said, was_gone from said_before_leaving('@meeting about the child')`;
const cancel = `update meeting set cancelled_at = now() where id = '@meeting about the child'`;
const asks = `insert into meeting_attendee (meeting_id, person_id, family_id)
	values ('@meeting about the child', '@teacher', '@family') on conflict do nothing`;
const comes = `update meeting_attendee set answer = 'coming'
	where meeting_id = '@meeting about the child' and person_id = '@me'`;

on('guests read nothing of it, and nobody while it lies ahead', async ({ as, owner, refusal }) => {
	await owner(asks);
	await as('teacher', comes);
	await owner(`update team_member set left_at = now() where id = '@teacher in team'`);
	expect(await as('parent', read)).toEqual([]);
	await as('parent', cancel);
	for (const who of actorNames) {
		if ((await refusal(who, read)) === '42501') continue;
		const sees = [...family, ...team].some((one) => one === who && who !== 'teacher');
		expect(await as(who, read), who).toEqual(sees ? [{ said: 'coming', was_gone: false }] : []);
	}
	expect(await refusal('anonymous', read)).toBe('42501');
	// Who has left may be asked as a parent of the other home as well: by the row it is told to nobody.
	for (const column of ['said_before_leaving', 'said_at'])
		for (const who of ['parent', 'other-parent', 'coordinator'] as const)
			expect(await refusal(who, `select ${column} from meeting_attendee`), column).toBe('42501');
});

on('and of what is over', async ({ as, owner, longAgo }) => {
	await owner(asks);
	await as('teacher', comes);
	await owner(`update team_member set left_at = now() where id = '@teacher in team'`);
	await longAgo(`update meeting set starts_at = now() - interval '3 days', ends_at = now() - interval '2 days',
		created_at = now() - interval '9 days' where id = '@meeting about the child'`);
	expect(await as('parent', read)).toEqual([{ said: 'coming', was_gone: false }]);
	expect(await as('other-parent', read)).toEqual([]);
});

on(
	'who had left by then is told as that, answered or not; who leaves as it is cancelled had not',
	async ({ as, owner, longAgo }) => {
		await owner(asks);
		await owner(`update team_member set left_at = now() where id = '@teacher in team'`);
		const cancelled = (at: string) =>
			longAgo(`update meeting set cancelled_at = ${at} where id = '@meeting about the child'`);
		await cancelled(`now()`);
		expect(await as('parent', read), 'in the same moment').toEqual([]);
		await cancelled(`now() + interval '1 second'`);
		expect(await as('parent', read)).toEqual([{ said: null, was_gone: true }]);
		await owner(`insert into team_member (id, family_id, professional_id, job_id)
		values ('@new', '@family', '@teacher', '@job of teacher')`);
		expect(await as('parent', read), 'who is there').toEqual([]);
	},
);
