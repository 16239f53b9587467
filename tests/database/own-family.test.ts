/** Who leads the project shapes nothing around a family of their own. */
import { expect, on, type Stage } from '../policies/stage.ts';

const intoTeam = (family: string, who: string) =>
	`insert into team_member (id, family_id, professional_id, job_id) values ('@new', '@${family}', '@${who}', '@job of ${who}')`;

on('who leads the project does not shape the team of their own family', async (stage) => {
	await stage.owner(
		`insert into member (id, family_id, person_id, role) values ('@new member', '@strangers', '@project-lead', 'relative')`,
	);
	expect(await stage.refusal('project-lead', intoTeam('strangers', 'guest'))).toBe('42501');
	expect(await stage.refusal('project-lead', intoTeam('other home', 'guest'))).toBeNull();
});

/** Whatever a project lead may do to the people around a family, tried on the other home and its invitations. */
const shaping: Record<string, [sql: string, changed: string]> = {
	'puts a colleague in': [
		intoTeam('other home', 'guest'),
		`select from team_member where family_id = '@other home' and professional_id = '@guest'`,
	],
	'takes somebody out': [
		`update team_member set left_at = now() where id = '@helper in other home'`,
		`select from team_member where id = '@helper in other home' and left_at is not null`,
	],
	'invites a relative': [
		`select invite_member('@new', '@other home', 'Ny', 'relative', repeat('f', 64))`,
		`select from invitation where id = '@new'`,
	],
	'revokes an invitation': [
		`update invitation set revoked_at = now() where id = '@invitation to Ole'`,
		`select from invitation where id = '@invitation to Ole' and revoked_at is not null`,
	],
};
const done = async (stage: Stage, deed: string) => {
	const [sql, changed] = shaping[deed]!;
	if (await stage.refusal('project-lead', sql)) return false;
	await stage.as('project-lead', sql);
	return (await stage.owner(changed)).length > 0;
};
const invitedThere = ({ owner }: Stage) =>
	owner(`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by)
		values ('@invitation to Ole', '@municipality', '@other home', 'Onkel', 'relative', '@coordinator')`);
const seen = async ({ as }: Stage) => ({
	team: (await as('project-lead', `select from team_member where family_id = '@other home'`)).length,
	invitations: (await as('project-lead', `select from invitation where family_id = '@other home'`)).length,
	waiting: (
		await as('project-lead', `select from invitations_open(array['@invitation to Ole']::uuid[]) where waits`)
	).length,
	family: (await as('project-lead', `select name from family where id = '@other home'`)).length,
	enrolment: (await as('project-lead', `select from enrolment where family_id = '@other home'`)).length,
});
/** How somebody who leads the project may be on the other side of it from Ole, beside belonging to his home. */
const sides: Record<string, string> = {
	'a parent of the child in its first home': `insert into member (id, family_id, person_id, role)
		values ('@new member', '@family', '@project-lead', 'parent')`,
	'a parent who has moved out': `insert into member (id, family_id, person_id, role, joined_at, left_at)
		values ('@new member', '@family', '@project-lead', 'parent', now() - interval '9 days', now())`,
	'a parent of a child who is grown': `insert into member (id, family_id, person_id, role)
		values ('@new member', '@family', '@project-lead', 'parent');
		update birth set born_on = '1990-01-01' where person_id = '@child'`,
	'a parent of a child whose other parent has two homes': `insert into member (id, family_id, person_id, role)
		values ('@new member', '@strangers', '@project-lead', 'parent'),
			('@Ole there', '@strangers', '@other-parent', 'parent')`,
};

for (const [deed] of Object.entries(shaping)) {
	on(`who leads the project ${deed} where nothing binds them`, async (stage) => {
		await invitedThere(stage);
		expect(await done(stage, deed)).toBe(true);
		expect(await seen(stage)).toMatchObject({
			invitations: 1 + Number(deed === 'invites a relative'),
			family: 1,
			enrolment: 1,
		});
	});
	for (const [side, sql] of Object.entries(sides)) {
		on(`not as ${side}: ${deed}`, async (stage) => {
			await invitedThere(stage);
			for (const one of sql.split(';')) await stage.owner(one);
			expect(await done(stage, deed)).toBe(false);
			expect(await seen(stage)).toEqual({ team: 0, invitations: 0, waiting: 0, family: 0, enrolment: 0 });
		});
	}
}

on('in their own family they stop an invitation as its parent, or not at all', async (stage) => {
	const revokes = async (role: string) => {
		await stage.owner(`delete from member where id = '@new member'`);
		await stage.owner(
			`insert into member (id, family_id, person_id, role) values ('@new member', '@family', '@project-lead', '${role}')`,
		);
		const rows = await stage.as(
			'project-lead',
			`update invitation set revoked_at = now() where id = '@invitation of an aunt' returning id`,
		);
		return rows.length;
	};
	expect(await revokes('relative')).toBe(0);
	expect(await revokes('parent')).toBe(1);
});
