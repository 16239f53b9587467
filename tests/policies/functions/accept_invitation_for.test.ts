/**
 * A child under 15 that has a home here becomes a child of one more by the yes of a parent who has it already, who opens
 * the invitation where they are signed in; its homes are told.
 */
import { inTheNameOf } from '../invited.ts';
import { expect, idOf, on, type Stage } from '../stage.ts';

const invite = `insert into invitation (id, municipality_id, family_id, invitee_name, member_role, born_on, invited_by,
		agreed_at, agreed_by)
	values ('@new', '@municipality', '@strangers', 'Carl', 'child', '2015-01-01', '@project-lead', now(), '@stranger-parent');
	insert into private.invitation_code (invitation_id, code_hash) values ('@new', repeat('d', 64))`;
const code = `repeat('d', 64)`;
const alone = `select accept_invitation_as_me(${code})`;
const lets = (child: string) => `select accept_invitation_for(${code}, '@${child}')`;
const aged = (child: string, years: number) =>
	`update birth set born_on = private.today() - interval '${years} years' where person_id = '@${child}'`;
const invited = async (stage: Stage) => {
	for (const one of invite.split(';')) await stage.owner(one);
};

on('not by the child alone, whoever says who it is; from 15 one says yes oneself', async (stage) => {
	await invited(stage);
	expect(await stage.rule('child', alone)).toBe('child_has_a_home');
	await stage.owner(`insert into identity (provider, subject, person_id) values ('mitid', 'noah', '@child')`);
	expect(await stage.rule('session-keeper', `select accept_invitation(${code}, 'mitid', 'noah')`)).toBe(
		'child_has_a_home',
	);
	await stage.owner(aged('young-person', 14));
	expect(await stage.rule('young-person', alone)).toBe('child_has_a_home');
	await stage.owner(`delete from birth where person_id = '@young-person'`);
	expect(await stage.rule('young-person', alone), 'nobody knows how old').toBe('child_has_a_home');
	await stage.owner(
		`insert into birth (person_id, born_on) values ('@young-person', private.today() - interval '15 years')`,
	);
	await stage.longAgo(
		`update invitation set born_on = private.today() - interval '16 years' where id = '@new'`,
	);
	await stage.owner(inTheNameOf('young-person'));
	expect(await stage.rule('young-person', alone)).toBeNull();
});

on('nor as a relative or a parent of one more home: it would have one all the same', async (stage) => {
	await invited(stage);
	await stage.owner(inTheNameOf('young-person'));
	await stage.owner(aged('young-person', 14));
	for (const role of ['relative', 'parent']) {
		await stage.longAgo(`update invitation set member_role = '${role}', born_on = null where id = '@new'`);
		expect(await stage.rule('young-person', alone), role).toBe('child_has_a_home');
		expect(await stage.rule('parent', lets('young-person')), role).toBeNull();
	}
	await stage.owner(`delete from family_event`);
	// Of whom nobody knows how old they are it is told as of a child.
	await stage.owner(`delete from birth where person_id = '@young-person'`);
	await stage.longAgo(`update invitation set member_role = 'relative' where id = '@new'`);
	await stage.as('parent', lets('young-person'));
	expect(
		await stage.owner(`select family_id, agreed_by from family_event where kind = 'joined_elsewhere'`),
	).toEqual([{ family_id: idOf('family'), agreed_by: idOf('parent') }]);
});

on('of a relative the homes are told as well, as long as it is so', async (stage) => {
	await invited(stage);
	await stage.owner(aged('child', 13));
	await stage.longAgo(`update invitation set member_role = 'relative', born_on = null where id = '@new'`);
	const told = `select member_role from arrivals() where kind = 'joined_elsewhere'`;
	await stage.as('parent', lets('child'));
	expect(await stage.as('other-parent', told)).toEqual([{ member_role: 'relative' }]);
	await stage.owner(
		`update member set left_at = now() where person_id = '@child' and family_id = '@strangers'`,
	);
	expect(await stage.as('other-parent', told)).toEqual([]);
	expect(await stage.owner(`select from family_event where kind = 'left_elsewhere'`)).toHaveLength(2);
});

on('whose child it is not is told nothing of it', async (stage) => {
	await invited(stage);
	await stage.owner(`insert into team_member (id, family_id, professional_id, job_id)
		values ('@there', '@strangers', '@teacher', '@job of teacher')`);
	for (const who of ['stranger-parent', 'teacher', 'project-lead', 'guest', 'nobody'])
		expect(await stage.rule('other-parent', lets(who)), who).toBe('42501');
});

on('by a parent of one of its homes, who did not write it', async (stage) => {
	await invited(stage);
	expect(await stage.allowed(lets('child'))).toEqual(['parent', 'other-parent']);
	for (const who of ['anonymous', 'session-keeper', 'service-key'] as const)
		expect(await stage.rule(who, lets('child')), who).toBe('42501');
	await stage.longAgo(`update invitation set invited_by = '@parent' where id = '@new'`);
	expect(await stage.allowed(lets('child'))).toEqual(['other-parent']);
	// For a child alone, and not for one who says yes themselves.
	expect(await stage.rule('parent', lets('young-person')), '16').toBe('42501');
	await stage.longAgo(`update invitation set invited_by = '@project-lead' where id = '@new'`);
	await stage.longAgo(`update invitation set member_role = 'relative', born_on = null where id = '@new'`);
	expect(await stage.rule('parent', lets('child')), 'at 11').toBe('invitation_is_for_somebody_else');
});

on('a parent under 18 lets it join only where no parent is an adult', async (stage) => {
	await invited(stage);
	await stage.owner(aged('parent', 16));
	expect(await stage.rule('parent', lets('child')), 'the only one').toBeNull();
	await stage.owner(`insert into member (id, family_id, person_id, role)
		values ('@adult', '@family', '@former-partner', 'parent')`);
	expect(await stage.rule('parent', lets('child'))).toBe('42501');
});

on('where the same parent has said yes there too, or nobody is there to ask, it opens', async (stage) => {
	await invited(stage);
	await stage.owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@there too', '@strangers', '@parent', 'parent', now() - interval '1 day')`);
	await stage.longAgo(`update invitation set agreed_by = '@parent' where id = '@new'`);
	expect(await stage.rule('child', alone)).toBeNull();
	await stage.longAgo(`update invitation set agreed_by = '@stranger-parent' where id = '@new'`);
	expect(await stage.rule('child', alone)).toBe('child_has_a_home');
	await stage.longAgo(
		`update member set left_at = now() where role = 'parent' and family_id in ('@family', '@other home')`,
	);
	expect(await stage.rule('child', alone)).toBeNull();
});

on('its homes are told where, by whom and with whose yes; who said it knows', async (stage) => {
	await invited(stage);
	await stage.owner(`delete from family_event`);
	await stage.as('other-parent', lets('child'));
	const [{ name: elsewhere }] = (await stage.owner(`select name from family where id = '@strangers'`)) as [
		{ name: string },
	];
	expect(
		await stage.owner(`select family_id, person_id, by_id, agreed_by, elsewhere from family_event
			where kind = 'joined_elsewhere' order by 1`),
	).toEqual(
		['family', 'other home']
			.map((home) => ({
				family_id: idOf(home),
				person_id: idOf('child'),
				by_id: idOf('project-lead'),
				agreed_by: idOf('other-parent'),
				elsewhere,
			}))
			.sort((a, b) => a.family_id.localeCompare(b.family_id)),
	);
	const told = `select name, may_refuse, elsewhere from arrivals() where kind = 'joined_elsewhere'`;
	const [child] = await stage.owner(`select name from person where id = '@child'`);
	const arrival = { name: child!.name, may_refuse: false, elsewhere };
	expect(await stage.as('parent', told)).toEqual([arrival]);
	expect(await stage.as('young-person', told)).toEqual([arrival]);
	for (const who of ['other-parent', 'child', 'stranger-parent', 'coordinator'] as const)
		expect(await stage.as(who, told), who).toEqual([]);
	// It is told for as long as it is so, and that it is over stands in the log of the other homes.
	await stage.takenBack(async () => {
		await stage.longAgo(`update member set joined_at = now() - interval '1 year'
			where person_id = '@stranger-parent' and family_id = '@strangers'`);
		await stage.as(
			'stranger-parent',
			`select put_out(id) from member where family_id = '@strangers' and person_id = '@child'`,
		);
		for (const who of ['parent', 'young-person'] as const) expect(await stage.as(who, told), who).toEqual([]);
		expect(
			await stage.owner(`select family_id, person_id, by_id, elsewhere from family_event
				where kind = 'left_elsewhere' order by family_id = '@family' desc`),
		).toEqual(
			['family', 'other home'].map((home) => ({
				family_id: idOf(home),
				person_id: idOf('child'),
				// Who of that home ended it is that home's.
				by_id: null,
				elsewhere,
			})),
		);
	});
	// Whoever joins by themselves is told of as well.
	await stage.owner(`insert into member (id, family_id, person_id, role)
		values ('@alone', '@far family', '@young-person', 'child')`);
	expect(await stage.as('parent', told)).toHaveLength(2);
	// A child under 13 reads in the log who came, and no more.
	expect(await stage.as('child', `select from family_event where kind = 'joined_elsewhere'`)).toEqual([]);
});

on('whoever is a relative somewhere else has no home there', async (stage) => {
	await invited(stage);
	await stage.owner(inTheNameOf('young-person'));
	await stage.owner(aged('young-person', 14));
	await stage.owner(`update member set role = 'relative' where person_id = '@young-person'`);
	expect(await stage.rule('young-person', alone)).toBeNull();
});

on('nor one that is called something else', async (stage) => {
	await invited(stage);
	await stage.owner(inTheNameOf('young-person'));
	expect(await stage.rule('parent', lets('child'))).toBe('invitation_is_in_another_name');
	expect(await stage.rule('stranger-parent', lets('child')), 'whose child it is not').toBe('42501');
});
