/** The table that says who sees a plan never disagrees with who belongs to the family and its team. */
import { expect, idOf, on } from '../policies/stage.ts';

const differences = `
	(select 'too many' as what, a.person_id, a.family_id, a.side from private.plan_access a
		except select 'too many', person_id, family_id, side from private.plan_seer)
	union all
	(select 'missing', person_id, family_id, side from private.plan_seer
		except select 'missing', person_id, family_id, side from private.plan_access)`;

const leaves = (table: string, id: string) => `update ${table} set left_at = now() where id = '@${id}'`;

/** In this order, each from where the one before left off. */
const changes = {
	'somebody joins the family': `insert into member (id, family_id, person_id, role)
		values ('@new member', '@family', '@stranger-parent', 'relative')`,
	'somebody becomes something else in it': `update member set role = 'parent' where id = '@new member'`,
	'and leaves': leaves('member', 'new member'),
	'and comes back': `insert into member (id, family_id, person_id, role)
		values ('@new member again', '@family', '@stranger-parent', 'relative')`,
	'the former place is taken out of the history': `delete from member where id = '@new member'`,
	'a leaving is undone': `update member set left_at = null where id = '@former partner in family'`,
	'a place is given to somebody else': `update member set person_id = '@far-parent' where id = '@new member again'`,
	'a place moves to another family': `update member set family_id = '@other home' where id = '@new member again'`,
	'somebody joins the team': `insert into team_member (id, family_id, professional_id, job_id)
		values ('@new in team', '@family', '@guest', '@job of guest')`,
	'somebody leaves the team': leaves('team_member', 'adviser in team'),
	'somebody leaves the job': `update job set left_at = now() where id = '@job of coordinator'`,
	'and comes back elsewhere': `insert into job (id, person_id, organisation_id, municipality_id, profession)
		values ('@another job', '@coordinator', '@far town hall', '@other municipality', 'Lærer')`,
	'and joins a team': `insert into team_member (id, family_id, professional_id, job_id)
		values ('@coordinator again', '@far family', '@coordinator', '@another job')`,
	'a team is joined by who has left the job': `insert into team_member (id, family_id, professional_id, job_id)
		values ('@nurse again', '@strangers', '@former-nurse', '@job of former-nurse')`,
	'who left the job is taken out of a team': leaves('team_member', 'nurse again'),
	'several leave at once': `update team_member set left_at = now() where left_at is null`,
	'a place in a team is forgotten': `delete from team_member where id = '@mentor in strangers'`,
	'a job is forgotten': `delete from job where id = '@job of neighbour-helper'`,
	'a person is forgotten': `delete from person where id = '@grandmother'`,
} as const;

on('who sees a plan is known at once, whatever happens', async ({ owner }) => {
	expect(await owner(differences)).toEqual([]);
	for (const [what, change] of Object.entries(changes)) {
		await owner(change);
		expect(await owner(differences), what).toEqual([]);
	}
});

on('who leaves sees nothing at the very next statement', async ({ as, owner }) => {
	const goals = `select id from goal where family_id = '@family'`;
	for (const [who, leaving] of [
		['young-person', leaves('member', 'young person in family')],
		['teacher', leaves('team_member', 'teacher in team')],
		['coordinator', `update job set left_at = now() where id = '@job of coordinator'`],
	] as const) {
		expect(await as(who, goals)).not.toEqual([]);
		await owner(leaving);
		expect(await as(who, goals), who).toEqual([]);
	}
});

on('who joins sees the plan at the very next statement', async ({ as, owner }) => {
	const goals = `select distinct family_id from goal where family_id = '@strangers'`;
	expect(await as('guest', goals)).toEqual([]);
	await owner(
		`insert into team_member (id, family_id, professional_id, job_id) values ('@new', '@strangers', '@guest', '@job of guest')`,
	);
	expect(await as('guest', goals)).toEqual([{ family_id: idOf('strangers') }]);
});
