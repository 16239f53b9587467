/** An invitation ends with the right to invite of who made it, unless a parent of the family has said yes to it. */
import { nameOf } from '../policies/labels.ts';
import { expect, on, type Stage } from '../policies/stage.ts';

const open = async ({ owner }: Stage) => {
	const rows = await owner(`select id from invitation
		where revoked_at is null and accepted_at is null and expires_at > now() and municipality_id = '@municipality'
		order by id`);
	return rows.map(({ id }) => nameOf(id)).sort();
};
const unanswered = `update invitation set agreed_at = null, agreed_by = null where id in
	('@invitation of an aunt', '@invitation of strangers')`;
const all = ['invitation of a colleague', 'invitation of an aunt', 'invitation of strangers'];
const secondLead = `insert into job (id, person_id, organisation_id, municipality_id, profession, is_project_lead)
	values ('@second', '@guest', '@school', '@municipality', 'Leder', true)`;

on('a coordinator who leaves the team, the job, or is chosen no more', async (stage) => {
	const ways = {
		team: `update team_member set left_at = now() where id = '@coordinator in team'`,
		job: `update job set left_at = now() where id = '@job of coordinator'`,
		role: `update coordinator_choice set ended_at = now()
			where family_id = '@family' and answer = 'accepted' and ended_at is null`,
	};
	await stage.owner(unanswered);
	for (const [what, sql] of Object.entries(ways)) {
		await stage.takenBack(async () => {
			expect(await open(stage)).toEqual(all);
			await stage.owner(sql);
			expect(await open(stage), what).toEqual(['invitation of a colleague', 'invitation of strangers']);
			expect(await stage.as('session-keeper', `select open_invitation(repeat('1', 64)) as told`)).toEqual([
				{ told: { state: 'inviterLeft' } },
			]);
			expect(
				await stage.rule('session-keeper', `select accept_invitation(repeat('1', 64), 'mitid', 'anna')`),
			).toBe('invitation_is_open');
		});
	}
});

on('a lead who leaves the job, of families and of colleagues', async (stage) => {
	await stage.owner(unanswered);
	await stage.owner(secondLead);
	await stage.as('guest', `select end_job('@job of project-lead')`);
	expect(await open(stage)).toEqual(['invitation of an aunt']);
	expect(
		await stage.as('guest', `select inviter_left from invitation where id = '@invitation of a colleague'`),
	).toEqual([{ inviter_left: true }]);
	await stage.owner(`insert into job (id, person_id, organisation_id, municipality_id, profession, is_project_lead)
		values ('@new', '@project-lead', '@town hall', '@municipality', 'Leder', true)`);
	expect(await open(stage), 'nor when the lead comes back').toEqual(['invitation of an aunt']);
});

on('not what a parent has said yes to: the family vouches for it', async (stage) => {
	await stage.owner(`update team_member set left_at = now() where id = '@coordinator in team'`);
	expect(await open(stage)).toEqual(all);
	expect(
		await stage.rule('session-keeper', `select accept_invitation(repeat('1', 64), 'mitid', 'anna')`),
	).toBeNull();
});

on('nor where they may invite by something else, nor what others sent', async (stage) => {
	await stage.owner(unanswered);
	await stage.owner(`insert into job (id, person_id, organisation_id, municipality_id, profession, is_project_lead)
		values ('@second', '@project-lead', '@school', '@municipality', 'Leder', true),
			('@third', '@coordinator', '@school', '@municipality', 'Leder', true)`);
	await stage.owner(`update job set left_at = now() where id = '@job of project-lead'`);
	await stage.owner(`update team_member set left_at = now() where id = '@coordinator in team'`);
	expect(await open(stage)).toEqual(all);
	await stage.owner(`update job set left_at = now() where id = '@job of former-mentor'`);
	expect(await open(stage)).toEqual(all);
});

on('nobody but the database says that it ended so', async (stage) => {
	await stage.owner('grant update on invitation to authenticated');
	expect(
		await stage.refusal(
			'parent',
			`update invitation set revoked_at = now(), inviter_left = true where id = '@invitation of an aunt'`,
		),
	).toBe('42501');
});
