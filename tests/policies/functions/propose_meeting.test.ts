/** A parent or the coordinator calls a meeting and asks people to come: both or neither. */
import { createHash } from 'node:crypto';
import { expect, idOf, on } from '../stage.ts';

/** As the app does it: what is given is known again by a fingerprint of it. */
const propose = (people: string[], family = 'family', id = 'new', about = 'null') => {
	const given = `'@${family}', 'network', 'Status', now(), now() + interval '1 hour',
		array[${people.map((name) => `'@${name}'`).join()}]::uuid[],
		array[${people.map((_, i) => `'grund ${i}'`).join()}]::text[], about => ${about}, place => 'Skolen'`;
	const fingerprint = createHash('sha256').update(given).digest('hex');
	return `select propose_meeting('@${id}', ${given}, made_as => '${fingerprint}')`;
};

on('only a parent and the coordinator of that family', async ({ allowed }) => {
	expect(await allowed(propose(['teacher']))).toEqual(['parent', 'coordinator']);
	expect(await allowed(propose(['stranger-parent'], 'strangers'))).toEqual([
		'stranger-parent',
		'former-mentor',
	]);
});

on('who calls it comes; the others are asked, each for their reason', async ({ as, owner }) => {
	await as('parent', propose(['parent', 'teacher']));
	expect(
		await owner(`select person_id, reason, answer::text from meeting_attendee
			where meeting_id = '@new' order by reason`),
	).toEqual([
		{ person_id: idOf('parent'), reason: 'grund 0', answer: 'coming' },
		{ person_id: idOf('teacher'), reason: 'grund 1', answer: null },
	]);
	expect(await owner(`select proposed_by from meeting where id = '@new'`)).toEqual([
		{ proposed_by: idOf('parent') },
	]);
});

on(
	'nobody from outside the family and its team: then there is no meeting either',
	async ({ refusal, owner }) => {
		for (const outsider of ['stranger-parent', 'former-mentor', 'former-nurse', 'guest']) {
			expect(await refusal('parent', propose(['teacher', outsider])), outsider).toBe('42501');
		}
		expect(await owner(`select from meeting where id = '@new'`)).toEqual([]);
	},
);

on('the same command delivered twice is one meeting', async ({ as, owner }) => {
	await as('parent', propose(['parent', 'teacher']));
	await as('parent', propose(['parent', 'teacher']));
	expect(await owner(`select from meeting_attendee where meeting_id = '@new'`)).toHaveLength(2);
});

on(
	'the same id with other people or words is refused, not taken for one delivered twice',
	async ({ as, refusal, owner }) => {
		await as('parent', propose(['parent']));
		expect(await refusal('parent', propose(['parent', 'teacher']))).toBe('23505');
		expect(await refusal('parent', propose(['parent'], 'family', 'new', `'@child'`))).toBe('23505');
		expect(await owner(`select from meeting_attendee where meeting_id = '@new'`)).toHaveLength(1);
	},
);

on('the id of a meeting of others is not taken for a command delivered twice', async ({ refusal }) => {
	for (const taken of ['meeting of strangers', 'meeting about the child']) {
		expect(await refusal('parent', propose(['parent'], 'family', taken)), taken).toBe('23505');
	}
});

on('it is about the whole family or one of it', async ({ refusal }) => {
	const about = (person: string) => propose(['parent'], 'family', 'new', `'@${person}'`);
	expect(await refusal('parent', about('child'))).toBeNull();
	expect(await refusal('parent', about('stranger-child'))).toBe('23514');
});
