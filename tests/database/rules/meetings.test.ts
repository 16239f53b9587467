/** What the triggers keep true of meetings, whoever writes and however. In several files on one database. */
import { expect, on } from '../../policies/stage.ts';
import './meetings/moved.ts';
import './meetings/over.ts';

on('attendees and points carry the family of their meeting', async ({ refusal, owner }) => {
	const ask = `insert into meeting_attendee (meeting_id, person_id, family_id)
		values ('@meeting of strangers', '@grandmother', '@family')`;
	const bring = `insert into agenda_point (id, meeting_id, family_id, author_id, wording)
		values ('@new', '@meeting of strangers', '@family', '@me', 'Et punkt')`;
	expect(await refusal('parent', ask)).toBe('23503');
	expect(await refusal('parent', bring)).toBe('23503');
	await expect(owner(ask)).rejects.toThrow('"attendee_belongs_to_its_meeting"');
});

on(
	'a point of a meeting that is cancelled is taken off, and neither put back nor said anew',
	async ({ as, rule }) => {
		await as(
			'parent',
			`insert into agenda_point (id, meeting_id, family_id, author_id, wording)
		values ('@new', '@meeting of the family', '@family', '@me', 'Sommerferien')`,
		);
		await as('parent', `update meeting set cancelled_at = now() where id = '@meeting of the family'`);
		const change = (set: string) => `update agenda_point set ${set} where id = '@new'`;
		expect(await rule('parent', change(`wording = 'Vinterferien'`))).toBe('meeting_is_held');
		await as('parent', change('removed_at = now()'));
		expect(await rule('parent', change('removed_at = null'))).toBe('meeting_is_held');
		await as('parent', `update meeting set cancelled_at = null where id = '@meeting of the family'`);
		expect(await rule('parent', change('removed_at = null'))).toBeNull();
	},
);

on('nothing is added to a meeting that is cancelled', async ({ as, refusal }) => {
	await as('parent', `update meeting set cancelled_at = now() where id = '@meeting of the family'`);
	const bring = `insert into agenda_point (id, meeting_id, family_id, author_id, wording)
		values ('@new', '@meeting of the family', '@family', '@me', 'Et punkt')`;
	expect(await refusal('parent', bring)).toBe('23514');
});

on('a meeting lies within three years, and in no year 1', async ({ refusal }) => {
	const call = (at: string) => `insert into meeting (id, family_id, purpose, proposed_by, starts_at, ends_at)
		values ('@new', '@family', 'Status', '@me', ${at}, ${at} + interval '1 hour')`;
	expect(await refusal('parent', call(`now() + interval '3 years'`))).toBeNull();
	for (const at of [
		`now() + interval '3 years 1 second'`,
		`timestamptz '0001-01-01'`,
		`timestamptz '9999-12-31'`,
	]) {
		expect(await refusal('parent', call(at)), at).toBe('23514');
	}
	expect(await refusal('parent', call(`timestamptz '2027-02-30'`))).toBe('22008');
	const move = `update meeting set starts_at = now() + interval '4 years', ends_at = now() + interval '4 years 1 hour'
		where id = '@meeting of the family'`;
	expect(await refusal('parent', move)).toBe('23514');
});

on('a meeting that is cancelled is neither moved nor said anew', async ({ as, answer }) => {
	const change = (set: string) => `update meeting set ${set} where id = '@meeting of the family'`;
	await as('parent', change('cancelled_at = now()'));
	for (const set of [
		`purpose = 'Noget andet'`,
		`kind = 'other'`,
		`starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'`,
	]) {
		expect((await answer('parent', change(set)))?.constraint).toBe('over_since');
	}
	await as('parent', change('cancelled_at = null'));
	expect(await answer('parent', change(`purpose = 'Noget andet'`))).toBeNull();
});

on('a meeting that is cancelled is answered by nobody', async ({ as, refusal }) => {
	const answer = `update meeting_attendee set answer = 'not_coming'
		where meeting_id = '@meeting of the family' and person_id = '@me'`;
	expect(await refusal('young-person', answer)).toBeNull();
	await as('parent', `update meeting set cancelled_at = now() where id = '@meeting of the family'`);
	expect(await refusal('young-person', answer)).toBe('23514');
});
