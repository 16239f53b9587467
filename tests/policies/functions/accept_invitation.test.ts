/** Whoever holds the code and has a verified identity joins, once. */
import { inTheNameOf } from '../invited.ts';
import { expect, idOf, on } from '../stage.ts';

const accept = (digit: string, subject = 'anna', provider = 'mitid') =>
	`select accept_invitation(repeat('${digit}', 64), '${provider}', '${subject}') as person`;

on('only the session keeper', async ({ allowed }) => {
	expect(await allowed(accept('1'))).toEqual(['session-keeper']);
});

on('a new person joins the family as invited', async ({ as, owner }) => {
	const [joined] = await as('session-keeper', accept('1'));
	expect(
		await owner(`select p.name, m.role::text, m.family_id from person p join member m on m.person_id = p.id
			where p.id = '${joined!.person}'`),
	).toEqual([{ name: 'Tante Anna', role: 'relative', family_id: idOf('family') }]);
	const [row] = await owner(`select accepted_by, accepted_at is not null as accepted
		from invitation where id = '@invitation of an aunt'`);
	expect(row).toEqual({ accepted_by: joined!.person, accepted: true });
	expect(await as('session-keeper', `select find_identity('mitid', 'anna') as person`)).toEqual([joined]);
});

on('somebody known joins as who they are', async ({ as, owner }) => {
	await owner(inTheNameOf('other-parent'));
	const [joined] = await as('session-keeper', accept('1', 'other-parent'));
	expect(joined).toEqual({ person: idOf('other-parent') });
	const families = await owner(`select family_id from member where person_id = '@other-parent'`);
	expect(families).toHaveLength(2);
});

on('a professional joins the municipality, and leads nothing', async ({ as, owner }) => {
	const [joined] = await as('session-keeper', accept('5', 'bo'));
	expect(
		await owner(
			`select profession, organisation_id, is_project_lead from job where person_id = '${joined!.person}'`,
		),
	).toEqual([{ profession: 'Pædagog', organisation_id: idOf('town hall'), is_project_lead: false }]);
});

on('it works once', async ({ as, rule }) => {
	await as('session-keeper', accept('1'));
	expect(await rule('session-keeper', accept('1'))).toBe('invitation_is_open');
	expect(await rule('session-keeper', accept('1', 'somebody-else'))).toBe('invitation_is_open');
});

on('not when accepted, revoked, expired or unknown', async ({ rule, owner }) => {
	const [before] = await owner(`select count(*)::int as members from member`);
	for (const digit of ['2', '3', '4', '0']) {
		expect(await rule('session-keeper', accept(digit)), digit).toBe('invitation_is_open');
	}
	expect(await owner(`select count(*)::int as members from member`)).toEqual([before]);
});

on('not the moment after the family revoked it', async ({ as, rule }) => {
	await as('parent', `update invitation set revoked_at = now() where id = '@invitation of an aunt'`);
	expect(await rule('session-keeper', accept('1'))).toBe('invitation_is_open');
});

on('nobody lets themselves in', async ({ rule, owner }) => {
	expect(await rule('session-keeper', accept('1', 'coordinator')), 'wrote it, and is in the team').toBe(
		'invitation_is_for_somebody_else',
	);
	expect(await rule('session-keeper', accept('6', 'project-lead')), 'wrote it').toBe(
		'invitation_is_for_somebody_else',
	);
	await owner(`insert into identity (provider, subject, person_id) values ('mitid', 'teacher', '@teacher')`);
	expect(await rule('session-keeper', accept('1', 'teacher')), 'is in the team').toBe(
		'invitation_is_for_somebody_else',
	);
});

on('who belongs there already leaves the invitation open', async ({ as, rule, owner }) => {
	expect(await rule('session-keeper', accept('1', 'parent'))).toBe('invitation_brings_somebody_new');
	await owner(`insert into identity (provider, subject, person_id) values ('mitid', 'guest', '@guest')`);
	expect(await rule('session-keeper', accept('5', 'guest')), 'works here').toBe(
		'invitation_brings_somebody_new',
	);
	await as('session-keeper', accept('1'));
});

on(
	'a colleague who left comes back to a new job, leads nothing and is in no old team',
	async ({ as, owner }) => {
		await owner(
			`insert into identity (provider, subject, person_id) values ('mitid', 'nurse', '@former-nurse');`,
		);
		await owner(`insert into job (id, person_id, organisation_id, municipality_id, profession, is_project_lead, left_at)
		values ('@led once', '@former-nurse', '@town hall', '@municipality', 'Leder', true, now())`);
		await as('session-keeper', accept('5', 'nurse'));
		expect(
			await owner(
				`select profession, is_project_lead from job where person_id = '@former-nurse' and left_at is null`,
			),
		).toEqual([{ profession: 'Pædagog', is_project_lead: false }]);
		expect(await as('former-nurse', `select private.my_team_families() as mine`)).toEqual([{ mine: [] }]);
	},
);

on('who works in one place can begin in another, and works in both', async ({ as, owner }) => {
	await owner(`insert into identity (provider, subject, person_id) values ('mitid', 'teacher', '@teacher')`);
	await as('session-keeper', accept('5', 'teacher'));
	expect(
		await owner(`select profession from job where person_id = '@teacher' and left_at is null order by 1`),
	).toEqual([{ profession: 'Lærer' }, { profession: 'Pædagog' }]);
});

on('the date of birth comes along, and never replaces the one that is known', async ({ as, owner }) => {
	await owner(`update invitation set born_on = '1970-05-06' where id = '@invitation of an aunt'`);
	const [joined] = await as('session-keeper', accept('1'));
	expect(await owner(`select born_on::text from birth where person_id = '${joined!.person}'`)).toEqual([
		{ born_on: '1970-05-06' },
	]);
	await owner(`update invitation set born_on = '1970-05-06' where id = '@invitation of strangers'`);
	await owner(inTheNameOf('other-parent'));
	await as('session-keeper', accept('6', 'other-parent'));
	expect(await owner(`select born_on::text from birth where person_id = '@other-parent'`)).toEqual([
		{ born_on: '1983-03-01' },
	]);
});
