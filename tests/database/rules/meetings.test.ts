/** What the triggers keep true of meetings, whoever writes and however. In several files on one database. */
import { expect, on } from '../../policies/stage.ts';
import './meetings/cancelled.ts';
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
