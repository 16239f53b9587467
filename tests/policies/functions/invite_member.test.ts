/** The project lead, and the coordinator the family chose, invite somebody into the family. */
import { expect, idOf, on } from '../stage.ts';

const invite = (family = 'family', more = '') =>
	`select invite_member('@new', '@${family}', 'Ny', 'relative', repeat('9', 64)${more})`;

on('into the families one leads or coordinates, and no others', async ({ allowed }) => {
	expect(await allowed(invite())).toEqual(['coordinator', 'project-lead']);
	expect(await allowed(invite('other home'))).toEqual(['project-lead']);
	expect(await allowed(invite('strangers'))).toEqual(['project-lead', 'former-mentor']);
	expect(await allowed(invite('far family'))).toEqual(['stranger-coordinator']);
});

on('in one’s own name, for 14 days, into the municipality of the family', async ({ as, owner }) => {
	await as('coordinator', invite('family', `, '1970-05-06'`));
	expect(
		await owner(`select invited_by, municipality_id, born_on::text, accepted_at, expires_at = now() + interval '14 days' as "twoWeeks"
			from invitation where id = '@new'`),
	).toEqual([
		{
			invited_by: idOf('coordinator'),
			municipality_id: idOf('municipality'),
			born_on: '1970-05-06',
			accepted_at: null,
			twoWeeks: true,
		},
	]);
});

on('nobody under 13 but as a child', async ({ rule }) => {
	const aged = (years: number) => invite('family', `, (private.today() - interval '${years} years')::date`);
	expect(await rule('coordinator', aged(12))).toBe('invited_parent_or_relative_is_no_child');
	expect(await rule('coordinator', aged(13))).toBeNull();
});

on('once', async ({ as, refusal }) => {
	await as('coordinator', invite());
	expect(await refusal('coordinator', invite())).toBe('23505');
});
