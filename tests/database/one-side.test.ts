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

on('a grandmother of one home may help the other', async (stage) => {
	await works(stage, 'grandmother');
	expect(await stage.refusal('project-lead', intoTeam('other home', 'grandmother'))).toBeNull();
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

on('nor does a relative in the team become its parent', async (stage) => {
	await works(stage, 'grandmother');
	await stage.owner(intoTeam('other home', 'grandmother'));
	await expect(
		stage.owner(`update member set role = 'parent' where id = '@grandmother in family'`),
	).rejects.toThrow(rule);
});

on('who has left one side may come to the other', async (stage) => {
	await works(stage, 'former-partner');
	expect(await stage.refusal('project-lead', intoTeam('other home', 'former-partner'))).toBeNull();
	await stage.owner(`update team_member set left_at = now() where id = '@teacher in team'`);
	await stage.owner(
		`insert into member (id, family_id, person_id, role) values ('@new', '@family', '@teacher', 'relative')`,
	);
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
