/** Whether invitations I have made end when I leave a team: what is told is what ends. */
import { expect, on, type Stage } from '../stage.ts';

const told = `select invitations_ending_with_place('@coordinator in team') as ends`;
const nobodySaidYes = `update invitation set agreed_at = null, agreed_by = null`;

async function endsWithPlace({ as, owner }: Stage) {
	const [before] = await as('coordinator', told);
	await as('coordinator', `select leave_team('@coordinator in team')`);
	const [after] = await owner(`select exists (
		select from invitation where invited_by = '@coordinator' and inviter_left and revoked_at = now()) as ends`);
	expect(before, 'told').toEqual(after);
	return after!.ends;
}

on('told to me alone, as long as I am in it', async ({ as, owner }) => {
	await owner(nobodySaidYes);
	expect(await as('coordinator', told)).toEqual([{ ends: true }]);
	for (const who of ['project-lead', 'teacher', 'stranger-coordinator', 'parent'] as const) {
		expect(await as(who, told), who).toEqual([{ ends: false }]);
	}
	await as('coordinator', `select leave_team('@coordinator in team')`);
	expect(await as('coordinator', told), 'left already').toEqual([{ ends: false }]);
});

on(
	'of a coordinator who leads too nothing ends; of another it does, but for what is said yes to',
	async (stage) => {
		await stage.takenBack(async () => expect(await endsWithPlace(stage)).toBe(false));
		await stage.owner(nobodySaidYes);
		await stage.takenBack(async () => expect(await endsWithPlace(stage)).toBe(true));
		await stage.owner(`insert into job (id, person_id, organisation_id, municipality_id, profession, is_project_lead)
		values ('@leads too', '@coordinator', '@school', '@municipality', 'Leder', true)`);
		expect(await endsWithPlace(stage)).toBe(false);
	},
);

on('with a place of somebody who does not coordinate the family nothing ends', async (stage) => {
	await stage.owner(nobodySaidYes);
	await stage.owner(`update coordinator_choice set ended_at = now() where professional_id = '@coordinator'
		and ended_at is null`);
	await stage.owner(
		`update invitation set revoked_at = null, inviter_left = false where id = '@invitation of an aunt'`,
	);
	expect(await endsWithPlace(stage)).toBe(false);
});
