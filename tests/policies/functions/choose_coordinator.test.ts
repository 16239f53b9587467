/** A parent asks somebody from the team to be coordinator. */
import { expect, idOf, on } from '../stage.ts';

const choose = (family: string, professional: string, more = '', id = 'new') =>
	`select choose_coordinator('@${id}', '@${family}', '@${professional}'${more})`;
const takeBack = `select end_coordinator_choice('@adviser is asked')`;
const inForce = `select professional_id from coordinator_choice
	where family_id = '@family' and answer = 'accepted' and ended_at is null`;

on('only a parent of the family', async ({ allowed, as }) => {
	await as('parent', takeBack);
	expect(await allowed(choose('family', 'teacher'))).toEqual(['parent']);
	expect(await allowed(choose('strangers', 'former-mentor'))).toEqual(['stranger-parent']);
});

on('only somebody who is in the team now', async ({ as, refusal }) => {
	await as('parent', takeBack);
	for (const who of ['former-mentor', 'former-nurse', 'guest', 'stranger-coordinator', 'grandmother']) {
		expect(await refusal('parent', choose('family', who)), who).toBe('42501');
	}
});

on('while a question is open there is no other', async ({ refusal, as }) => {
	expect(await refusal('parent', choose('family', 'teacher'))).toBe('23505');
	await as('parent', takeBack);
	expect(await refusal('parent', choose('family', 'teacher'))).toBeNull();
});

on('the present coordinator goes on until the answer', async ({ as, owner }) => {
	await as('parent', takeBack);
	await as('parent', choose('family', 'teacher'));
	expect(await owner(inForce)).toEqual([{ professional_id: idOf('coordinator') }]);
});

on('the present coordinator stops at once when the family says so', async ({ as, owner }) => {
	await as('parent', takeBack);
	await as('parent', choose('family', 'teacher', ', true'));
	expect(await owner(inForce)).toEqual([]);
	const seen = await as('coordinator', `select id from meeting where family_id = '@family'`);
	expect(seen.length, 'still in the team').toBeGreaterThan(0);
	expect(
		await as('coordinator', `update meeting set purpose = 'Her' where family_id = '@family' returning id`),
	).toEqual([]);
});

on('a refused question does not stop the present coordinator', async ({ refusal, owner }) => {
	expect(await refusal('parent', choose('family', 'teacher', ', true'))).toBe('23505');
	expect(await owner(inForce)).toEqual([{ professional_id: idOf('coordinator') }]);
});

on('the same press delivered twice is one question', async ({ as, owner }) => {
	await as('parent', takeBack);
	await as('parent', choose('family', 'teacher'));
	await as('parent', choose('family', 'teacher'));
	expect(await owner(`select id from coordinator_choice where id = '@new'`)).toHaveLength(1);
});

on(
	'the same id for somebody else is refused, not taken for a press delivered twice',
	async ({ as, refusal, owner }) => {
		await as('parent', takeBack);
		await as('parent', choose('family', 'teacher'));
		await as('parent', `select end_coordinator_choice('@new', true)`);
		expect(await refusal('parent', choose('family', 'coordinator'))).toBe('23505');
		expect(await owner(`select id from coordinator_choice where id = '@new'`)).toHaveLength(1);
	},
);

on('the id of a question of others is not taken for a press delivered twice', async ({ as, refusal }) => {
	await as('parent', takeBack);
	expect(await refusal('parent', choose('family', 'teacher', '', 'helper is asked'))).toBe('23505');
});

on(
	'nobody who is something else, by another place, or beside another coordinator, than the page showed',
	async ({ as, owner, rule }) => {
		await as('parent', takeBack);
		const shown = (what: string, beside = `'@coordinator'`, place = 'teacher in team') =>
			rule('parent', choose('family', 'teacher', `, false, '${what}', ${beside}, '@${place}'`));
		expect(await shown('Tømrer')).toBe('changed_since');
		expect(await shown('Lærer', `'@job-adviser'`)).toBe('changed_since');
		expect(await shown('Lærer', 'null')).toBe('changed_since');
		expect(await shown('Lærer', `'@coordinator'`, 'adviser in team')).toBe('changed_since');
		expect(await shown('Lærer')).toBeNull();
		// Back by another place, called the same: another organisation, or another time.
		await owner(`update team_member set left_at = now() where id = '@teacher in team'`);
		await owner(`insert into team_member (id, family_id, professional_id, job_id)
			values ('@teacher again', '@family', '@teacher', '@job of teacher')`);
		expect(await shown('Lærer')).toBe('changed_since');
		expect(await shown('Lærer', `'@coordinator'`, 'teacher again')).toBeNull();
	},
);
