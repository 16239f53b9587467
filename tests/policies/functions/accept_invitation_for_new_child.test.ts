/** A parent of the family lets a small child in that is new here and cannot prove who it is. */
import { expect, idOf, on, type Stage } from '../stage.ts';

const lets = `select accept_invitation_for_new_child(repeat('d', 64))`;
const invited = async ({ owner }: Stage) => {
	await owner(`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, born_on, invited_by,
			agreed_at, agreed_by)
		values ('@new', '@municipality', '@family', 'Ida', 'child', private.today() - interval '2 years', '@coordinator',
			now(), '@parent')`);
	await owner(
		`insert into private.invitation_code (invitation_id, code_hash) values ('@new', repeat('d', 64))`,
	);
};
const change = ({ longAgo }: Stage, to: string) => longAgo(`update invitation set ${to} where id = '@new'`);

on('only a parent of the family that is joined', async (stage) => {
	await invited(stage);
	expect(await stage.allowed(lets)).toEqual(['parent']);
	for (const who of [
		'other-parent',
		'young-person',
		'coordinator',
		'anonymous',
		'session-keeper',
		'service-key',
	] as const)
		expect(await stage.rule(who, lets), who).toBe('42501');
});

on(
	'the child is here as it was invited, with its date of birth, and nobody can come in as it',
	async (stage) => {
		await invited(stage);
		await stage.as('parent', lets);
		expect(
			await stage.owner(`select p.name, m.role, m.family_id, b.born_on = private.today() - interval '2 years' as "isTwo",
			(select count(*)::int from identity i where i.person_id = p.id) as identities
			from invitation i join person p on p.id = i.accepted_by join member m on m.person_id = p.id
			join birth b on b.person_id = p.id where i.id = '@new'`),
		).toEqual([{ name: 'Ida', role: 'child', family_id: idOf('family'), isTwo: true, identities: 0 }]);
		expect(await stage.rule('parent', lets), 'once').toBe('invitation_is_open');
	},
);

on('who lets it in has seen that it came; the others are told', async (stage) => {
	await invited(stage);
	const told = `select i_agreed from arrivals() where name = 'Ida'`;
	await stage.as('parent', lets);
	expect(await stage.as('parent', told)).toEqual([]);
	expect(await stage.as('young-person', told)).toEqual([{ i_agreed: false }]);
});

on('not who wrote it, and nobody of 15', async (stage) => {
	await invited(stage);
	await change(stage, `invited_by = '@parent'`);
	expect(await stage.rule('parent', lets)).toBe('42501');
	await change(stage, `invited_by = '@coordinator', born_on = private.today() - interval '15 years'`);
	expect(await stage.rule('parent', lets)).toBe('42501');
	await change(stage, `member_role = 'relative'`);
	expect(await stage.rule('parent', lets)).toBe('42501');
});

on('not before the family has said yes, nor by a parent under 18 beside an adult', async (stage) => {
	await invited(stage);
	await change(stage, `agreed_at = null, agreed_by = null`);
	expect(await stage.rule('parent', lets)).toBe('invitation_has_a_yes');
	await change(stage, `agreed_at = now(), agreed_by = '@parent'`);
	await stage.owner(
		`update birth set born_on = private.today() - interval '16 years' where person_id = '@parent'`,
	);
	expect(await stage.rule('parent', lets), 'the only one').toBeNull();
	await stage.owner(`insert into member (id, family_id, person_id, role)
		values ('@adult', '@family', '@former-partner', 'parent')`);
	expect(await stage.rule('parent', lets)).toBe('42501');
});
