/** Nobody sits on both sides of the table: in a family, or as the parent of one of its children, and in its team. */
import { expect, on, type Stage } from '../policies/stage.ts';

const works = ({ owner }: Stage, who: string) =>
	owner(`insert into job (id, person_id, organisation_id, municipality_id, profession)
		values ('@job of ${who}', '@${who}', '@school', '@municipality', 'Lærer')`);
const intoTeam = (family: string, who: string) =>
	`insert into team_member (id, family_id, professional_id, job_id) values ('@new', '@${family}', '@${who}', '@job of ${who}')`;
const identity = ({ owner }: Stage, who: string) =>
	owner(`insert into identity (provider, subject, person_id) values ('mitid', '${who}', '@${who}')`);
const accept = (digit: string, who: string) =>
	`select accept_invitation(repeat('${digit}', 64), 'mitid', '${who}')`;
const rule = /one_side_of_the_table/;

on('a parent who is a teacher is not put into the team of her own family', async (stage) => {
	await works(stage, 'parent');
	for (const who of ['project-lead', 'coordinator'] as const) {
		await expect(stage.refusal(who, intoTeam('family', 'parent'))).resolves.toBe('23514');
	}
	await expect(stage.owner(intoTeam('family', 'parent'))).rejects.toThrow(rule);
});

on('she is put into the team of another', async (stage) => {
	await works(stage, 'parent');
	await stage.as('project-lead', intoTeam('strangers', 'parent'));
});

on('nor into that of the other home of her child', async (stage) => {
	await works(stage, 'parent');
	expect(await stage.refusal('project-lead', intoTeam('other home', 'parent'))).toBe('23514');
});

on('nor is the grandmother of one home of a child put into the team of its other', async (stage) => {
	await works(stage, 'grandmother');
	expect(await stage.rule('project-lead', intoTeam('other home', 'grandmother'))).toBe(
		'one_side_of_the_table',
	);
});

on('who is in the team does not come into the family', async (stage) => {
	await identity(stage, 'teacher');
	expect(await stage.refusal('session-keeper', accept('1', 'teacher'))).not.toBeNull();
	await expect(
		stage.owner(
			`insert into member (id, family_id, person_id, role) values ('@new', '@family', '@teacher', 'relative')`,
		),
	).rejects.toThrow(rule);
});

on('who is in the team of the other home does not become a parent of its child', async ({ owner }) => {
	await expect(
		owner(
			`insert into member (id, family_id, person_id, role) values ('@new', '@family', '@neighbour-helper', 'parent')`,
		),
	).rejects.toThrow(rule);
});

on('a child does not come into a family whose team its parent is in', async (stage) => {
	await works(stage, 'parent');
	await stage.owner(intoTeam('strangers', 'parent'));
	await expect(
		stage.owner(
			`insert into member (id, family_id, person_id, role) values ('@child there', '@strangers', '@child', 'child')`,
		),
	).rejects.toThrow(rule);
});

on(
	'nor does whoever is in the team become a parent or a relative where its children live or lived',
	async (stage) => {
		const comes = (role: string) =>
			stage.ownersRefusal(
				`insert into member (id, family_id, person_id, role) values ('@new', '@family', '@neighbour-helper', '${role}')`,
			);
		for (const role of ['parent', 'relative']) expect(await comes(role)).toBe('23514');
		await stage.owner(`update member set left_at = now() where id = '@child in other home'`);
		for (const role of ['parent', 'relative']) expect(await comes(role)).toBe('23514');
	},
);

/** Who is or was family here, and of whom: all have a job, and none is put into the team. */
const wasFamily: Record<string, [family: string, who: string, before: string]> = {
	'a parent who has moved out': ['family', 'former-partner', ''],
	'a parent who has moved out of the other home': [
		'family',
		'other-parent',
		`update member set left_at = now() where id = '@other parent in other home'`,
	],
	'a parent whose child has moved out of both homes': [
		'family',
		'other-parent',
		`update member set left_at = now() where person_id = '@child'`,
	],
	'a parent of a child who is grown': [
		'family',
		'other-parent',
		`update birth set born_on = '1990-01-01' where person_id = '@child'`,
	],
	'a relative who has left': [
		'family',
		'grandmother',
		`update member set left_at = now() where id = '@grandmother in family'`,
	],
	'a relative who has left the other home': [
		'other home',
		'grandmother',
		`update member set left_at = now() where id = '@grandmother in family'`,
	],
	'a child who is grown and has moved out': [
		'other home',
		'child',
		`update member set left_at = now() where person_id = '@child'`,
	],
};
for (const [which, [family, who, before]] of Object.entries(wasFamily)) {
	on(`nor is ${which}`, async (stage) => {
		await works(stage, who);
		if (before) await stage.owner(before);
		expect(await stage.rule('project-lead', intoTeam(family, who))).toBe('one_side_of_the_table');
	});
}

on('a brother helps the family his grown sister is a parent of', async (stage) => {
	await works(stage, 'young-person');
	await stage.owner(`update birth set born_on = '1990-01-01' where person_id = '@child'`);
	await stage.owner(
		`insert into member (id, family_id, person_id, role) values ('@new parent', '@strangers', '@child', 'parent')`,
	);
	expect(await stage.rule('project-lead', intoTeam('strangers', 'young-person'))).toBeNull();
	await works(stage, 'parent');
	expect(await stage.rule('project-lead', intoTeam('strangers', 'parent'))).toBe('one_side_of_the_table');
});

on('whoever has left the team may come into the family', async (stage) => {
	await stage.owner(`update team_member set left_at = now() where id = '@teacher in team'`);
	await stage.owner(
		`insert into member (id, family_id, person_id, role) values ('@new', '@family', '@teacher', 'relative')`,
	);
	await stage.owner(`update member set left_at = now() where id = '@new'`);
	expect(
		await stage.rule(
			'project-lead',
			`insert into team_member (id, family_id, professional_id, job_id)
				values ('@again', '@family', '@teacher', '@job of teacher')`,
		),
	).toBe('one_side_of_the_table');
});

on('but not whom the family has sent away, until it takes that back', async (stage) => {
	await identity(stage, 'teacher');
	await stage.owner(
		`update team_member set left_at = now(), unwanted_at = now() where id = '@teacher in team'`,
	);
	expect(await stage.rule('session-keeper', accept('1', 'teacher'))).toBe('family_said_no');
	await stage.as('parent', `select take_no_back('@teacher in team')`);
	expect(await stage.rule('session-keeper', accept('1', 'teacher'))).toBeNull();
});

on('whoever was put out of the family does not come into its team', async (stage) => {
	await works(stage, 'grandmother');
	await stage.longAgo(
		`update member set joined_at = now() - interval '1 day' where id = '@grandmother in family'`,
	);
	await stage.as('parent', `select put_out('@grandmother in family')`);
	expect(await stage.rule('project-lead', intoTeam('family', 'grandmother'))).toBe('one_side_of_the_table');
});

on('nobody is asked to be coordinator by themselves', async ({ owner }) => {
	await expect(
		owner(`insert into coordinator_choice (id, family_id, professional_id, job_id, chosen_by)
			values ('@new', '@strangers', '@former-mentor', '@job of former-mentor', '@former-mentor')`),
	).rejects.toThrow('nobody_chooses_themselves');
});

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
