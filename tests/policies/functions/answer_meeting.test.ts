/** Whether somebody comes to a meeting, as it was when they looked: for oneself, or a parent for a child. */
import { expect, on } from '../stage.ts';

const answer = (person: string, revision = 0, meeting = 'meeting of the family') =>
	`select answer_meeting('@${meeting}', '@${person}', 'coming', ${revision})`;
const said = (person: string) =>
	`select answer::text from meeting_attendee where meeting_id = '@meeting of the family' and person_id = '@${person}'`;
const move = (hours: number) =>
	`select move_meeting('@meeting of the family', now() + interval '2 days', now() + interval '2 days ${hours} hours',
		(select revision from meeting where id = '@meeting of the family'), place => 'Biblioteket')`;

on('everybody for themselves, a parent for a child of the household', async ({ owner, allowed }) => {
	for (const person of ['parent', 'child', 'coordinator', 'teacher']) {
		await owner(`insert into meeting_attendee (meeting_id, family_id, person_id)
			values ('@meeting of the family', '@family', '@${person}') on conflict do nothing`);
	}
	expect(await allowed(answer('parent'))).toEqual(['parent']);
	expect(await allowed(answer('coordinator'))).toEqual(['coordinator']);
	expect(await allowed(answer('child'))).toEqual(['parent', 'child']);
});

on('an answer is for the meeting as it was shown', async ({ owner, as, answer: told }) => {
	await owner(`insert into meeting_attendee (meeting_id, family_id, person_id)
		values ('@meeting of the family', '@family', '@teacher') on conflict do nothing`);
	await as('teacher', answer('teacher'));
	expect(await owner(said('teacher'))).toEqual([{ answer: 'coming' }]);
	await as('parent', move(1));
	expect(await owner(said('teacher'))).toEqual([{ answer: null }]);
	expect((await told('teacher', answer('teacher')))?.constraint).toBe('answer_is_for_the_meeting_shown');
	expect(await owner(said('teacher'))).toEqual([{ answer: null }]);
	// Its time and its place.
	await as('teacher', answer('teacher', 2));
	expect(await owner(said('teacher'))).toEqual([{ answer: 'coming' }]);
	// Only its end is another one.
	await as('parent', move(2));
	expect((await told('teacher', answer('teacher', 2)))?.constraint).toBe('answer_is_for_the_meeting_shown');
});

on('what is cancelled is said to be that', async ({ as, answer: told }) => {
	await as('parent', `update meeting set cancelled_at = now() where id = '@meeting of the family'`);
	expect((await told('parent', answer('parent')))?.constraint).toBe('meeting_is_held');
});

on('nobody learns whether there is such a meeting', async ({ refusal }) => {
	expect(await refusal('stranger-parent', answer('parent'))).toBe('42501');
	expect(await refusal('stranger-parent', answer('parent', 7))).toBe('42501');
	expect(await refusal('stranger-parent', answer('parent', 0, 'new'))).toBe('42501');
});

on(
	'who answers from a page with the old place answers nothing, and what was answered stays',
	async (stage) => {
		const { as, answer: told, owner } = stage;
		await owner(`insert into meeting_attendee (meeting_id, family_id, person_id)
		values ('@meeting of the family', '@family', '@teacher') on conflict do nothing`);
		await as('parent', answer('parent'));
		await as(
			'parent',
			`update meeting_place set place = 'Biblioteket' where meeting_id = '@meeting of the family'`,
		);
		expect((await told('teacher', answer('teacher')))?.constraint).toBe('answer_is_for_the_meeting_shown');
		await as('teacher', answer('teacher', 1));
		expect(await owner(said('parent'))).toEqual([{ answer: 'coming' }]);
	},
);
