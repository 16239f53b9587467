/** The project lead invites somebody to work with families, in an organisation of the municipality. */
import { expect, on } from '../stage.ts';

const invite = (organisation = 'association') =>
	`select invite_professional('@new', '@${organisation}', 'Bo', 'Pædagog', repeat('9', 64))`;

on('only the project lead, in their own municipality', async ({ allowed }) => {
	expect(await allowed(invite())).toEqual(['project-lead']);
	expect(await allowed(invite('far town hall'))).toEqual([]);
	expect(await allowed(invite('no such place'))).toEqual([]);
});

on('who says yes works there', async ({ as, owner }) => {
	await as('project-lead', invite());
	const [row] = await as(
		'session-keeper',
		`select accept_invitation(repeat('9', 64), 'mitid', 'bo') as person`,
	);
	expect(
		await owner(`select o.name, j.profession, j.is_project_lead from job j join organisation o on o.id = j.organisation_id
			where j.person_id = '${row!.person as string}'`),
	).toEqual([{ name: 'Nordby Lektiehjælp', profession: 'Pædagog', is_project_lead: false }]);
});
