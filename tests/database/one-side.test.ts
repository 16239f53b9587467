/** Nobody sits on both sides of the table: in a family, or as the parent of one of its children, and in its team. */
import { inTheNameOf } from '../policies/invited.ts';
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

on('nor is who was of a family in which there is no child', async (stage) => {
	await works(stage, 'grandmother');
	await stage.owner(`delete from member where family_id = '@strangers' and role = 'child'`);
	expect(
		await stage.takenBack(() => stage.rule('project-lead', intoTeam('strangers', 'grandmother'))),
	).toBeNull();
	await stage.owner(`insert into member (id, family_id, person_id, role, joined_at, left_at) values
		('@aunt', '@strangers', '@grandmother', 'relative', now() - interval '9 days', now() - interval '1 day')`);
	expect(await stage.rule('project-lead', intoTeam('strangers', 'grandmother'))).toBe(
		'one_side_of_the_table',
	);
});

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
	await stage.owner(inTheNameOf('teacher'));
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
