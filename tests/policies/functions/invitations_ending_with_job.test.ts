/** Whether invitations end with a job: what is told is what ends. */
import { expect, on, type Stage } from '../stage.ts';

const told = (job: string) => `select invitations_ending_with_job('@job of ${job}') as ends`;
const nobodySaidYes = `update invitation set agreed_at = null, agreed_by = null`;
const secondLead = `insert into job (id, person_id, organisation_id, municipality_id, profession, is_project_lead)
	values ('@second', '@guest', '@school', '@municipality', 'Leder', true)`;
const leadsToo = (municipality = '@municipality', organisation = '@association') => `insert into job
	(id, person_id, organisation_id, municipality_id, profession, is_project_lead)
	values ('@leads too', '@project-lead', '${organisation}', '${municipality}', 'Leder', true)`;
/** The project lead is chosen by a family of another job of theirs. */
const coordinatesToo = `
	insert into job (id, person_id, organisation_id, municipality_id, profession)
	values ('@works too', '@project-lead', '@association', '@municipality', 'Mentor');
	insert into team_member (id, family_id, professional_id, job_id)
	values ('@place', '@strangers', '@project-lead', '@works too');
	update coordinator_choice set ended_at = now() where family_id = '@strangers' and ended_at is null;
	insert into coordinator_choice (id, family_id, professional_id, job_id, chosen_by, answer, answered_at)
	values ('@chosen', '@strangers', '@project-lead', '@works too', '@stranger-parent', 'accepted', now());
	update invitation set revoked_at = now() where id = '@invitation of a colleague'`;

/** Whether any invitation of somebody's ends with a job of theirs, and what is told before. */
async function endsWith({ as, owner }: Stage, who: 'coordinator' | 'project-lead', job = `job of ${who}`) {
	const [before] = await as(who, `select invitations_ending_with_job('@${job}') as ends`);
	await owner(`update job set left_at = now() where id = '@${job}'`);
	const [after] = await owner(`select exists (
		select from invitation where invited_by = '@${who}' and inviter_left and revoked_at = now()) as ends`);
	expect(before, 'told').toEqual(after);
	return after!.ends;
}

on('told to who has the job and to who may end it, as long as it is one', async ({ as, owner }) => {
	await owner(nobodySaidYes);
	for (const who of ['coordinator', 'project-lead'] as const) {
		expect(await as(who, told('coordinator')), who).toEqual([{ ends: true }]);
	}
	for (const who of ['teacher', 'guest', 'stranger-coordinator', 'parent'] as const) {
		expect(await as(who, told('coordinator')), who).toEqual([{ ends: false }]);
	}
	await owner(`update job set left_at = now() where id = '@job of coordinator'`);
	expect(await as('coordinator', told('coordinator')), 'ended already').toEqual([{ ends: false }]);
});

on('nothing that a parent has said yes to, unless that parent has left since', async (stage) => {
	await stage.takenBack(async () => expect(await endsWith(stage, 'coordinator')).toBe(false));
	await stage.owner(
		`update invitation set agreed_by = '@former-partner' where id = '@invitation of an aunt'`,
	);
	expect(await endsWith(stage, 'coordinator')).toBe(true);
});

on('what a lead has made ends, but for what they may go on inviting to by another job', async (stage) => {
	await stage.owner(nobodySaidYes);
	await stage.owner(secondLead);
	const ways: [string, boolean][] = [
		[`select`, true],
		[leadsToo(), false],
		[leadsToo('@other municipality', '@far town hall'), true],
		[coordinatesToo, false],
	];
	for (const [sql, ends] of ways) {
		await stage.takenBack(async () => {
			for (const statement of sql.split(';')) await stage.owner(statement);
			expect(await endsWith(stage, 'project-lead'), sql).toBe(ends);
		});
	}
});

on('what nobody answers for any more ends with what one invites by, and not with any job', async (stage) => {
	await stage.owner(`insert into job (id, person_id, organisation_id, municipality_id, profession)
		values ('@works too', '@coordinator', '@association', '@municipality', 'Mentor')`);
	await stage.owner(`update team_member set left_at = now() where id = '@coordinator in team'`);
	await stage.owner(nobodySaidYes);
	expect(await endsWith(stage, 'coordinator', 'works too')).toBe(false);
});
