/** A parent or the coordinator calls a meeting and asks people of the family and its team to come. */
import { expect, idOf, on } from '../stage.ts';

interface Call {
	id?: string;
	family?: string;
	about?: string;
	people?: string[];
}

const propose = ({ id = 'new', family = 'family', about, people = ['me', 'teacher'] }: Call = {}) =>
	`select propose_meeting('@${id}', '@${family}', 'other', 'Lektier', now() + interval '1 day',
		now() + interval '1 day 1 hour', array[${people.map((person) => `'@${person}'`).join(', ')}]::uuid[],
		array[${people.map(() => `'Fordi'`).join(', ')}]${about ? `, about => '@${about}'` : ''}, place => 'Skolen')`;
const meetings = `select proposed_by from meeting where id = '@new'`;

on('only a parent of the family and the coordinator it picked', async ({ allowed }) => {
	expect(await allowed(propose({ people: ['teacher'] }))).toEqual(['parent', 'coordinator']);
	expect(await allowed(propose({ family: 'other home', people: ['other-parent'] }))).toEqual([
		'other-parent',
	]);
});

on('who calls it comes; the others have not answered', async ({ as, owner }) => {
	await as('parent', propose());
	expect(await owner(meetings)).toEqual([{ proposed_by: idOf('parent') }]);
	const asked = await owner(
		`select person_id, reason, answer from meeting_attendee where meeting_id = '@new' order by answer nulls last`,
	);
	expect(asked).toEqual([
		{ person_id: idOf('parent'), reason: 'Fordi', answer: 'coming' },
		{ person_id: idOf('teacher'), reason: 'Fordi', answer: null },
	]);
});

on('when somebody may not be asked there is no meeting at all', async ({ owner, refusal }) => {
	for (const who of ['stranger-parent', 'former-mentor', 'former-nurse', 'guest', 'former-partner']) {
		expect(await refusal('parent', propose({ people: ['me', who] })), who).toBe('42501');
		expect(await owner(meetings), who).toEqual([]);
	}
});

on('it is about the whole family or one of it', async ({ refusal }) => {
	expect(await refusal('parent', propose({ about: 'child' }))).toBeNull();
	expect(await refusal('parent', propose({ about: 'stranger-child' }))).toBe('23514');
});

on('the same proposal delivered twice is one meeting', async ({ as, owner }) => {
	await as('parent', propose());
	await as('parent', `update meeting_attendee set answer = 'not_coming' where person_id = '@parent'`);
	await as('parent', propose({ people: ['me', 'teacher', 'coordinator'] }));
	const asked = await owner(`select answer from meeting_attendee where meeting_id = '@new'`);
	expect(asked).toHaveLength(2);
	expect(asked).toContainEqual({ answer: 'not_coming' });
});

on('the id of a meeting of others is not taken for a proposal delivered twice', async ({ refusal }) => {
	expect(await refusal('parent', propose({ id: 'meeting of strangers' }))).toBe('23505');
	expect(await refusal('parent', propose({ id: 'meeting about the child' }))).toBe('23505');
});
