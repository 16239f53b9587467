/** A parent says no to a professional who was put into the team lately. */
import { expect, idOf, on } from '../stage.ts';

const sendAway = `select send_away(t.id) from team_member t
	where t.professional_id = '@teacher' and t.family_id = '@family' and t.left_at is null`;

on('a parent, for a fortnight', async ({ as, owner, longAgo, refusal }) => {
	await longAgo(
		`update team_member set joined_at = now() - interval '13 days' where professional_id = '@teacher'`,
	);
	const [place] = await owner(
		`select id from team_member where professional_id = '@teacher' and family_id = '@family' and left_at is null`,
	);
	const away = `select send_away('${place!.id}')`;
	for (const who of ['young-person', 'child', 'coordinator', 'project-lead', 'stranger-parent'] as const) {
		expect(await refusal(who, away), who).toBe('42501');
	}
	await as('parent', sendAway);
	expect(
		await owner(`select left_at is not null as gone from team_member where id = '${place!.id}'`),
	).toEqual([{ gone: true }]);
	expect(await as('teacher', `select id from goal where family_id = '@family' limit 1`)).toHaveLength(0);
	expect(
		await owner(`select by_id from family_event where kind = 'left_team' and person_id = '@teacher'`),
	).toEqual([{ by_id: idOf('parent') }]);
	expect(await refusal('parent', away), 'once').toBe('42501');
});

on('not who has been there for longer', async ({ owner, longAgo, refusal }) => {
	await longAgo(
		`update team_member set joined_at = now() - interval '15 days' where professional_id = '@teacher'`,
	);
	const [place] = await owner(
		`select id from team_member where professional_id = '@teacher' and family_id = '@family' and left_at is null`,
	);
	expect(await refusal('parent', `select send_away('${place!.id}')`)).toBe('42501');
});

on('nobody puts them back while the no stands', async ({ as, longAgo, owner, refusal }) => {
	await longAgo(`update team_member set joined_at = now() where professional_id = '@teacher'`);
	await as('parent', sendAway);
	const again = `insert into team_member (id, family_id, professional_id, job_id)
		values ('@new', '@family', '@teacher', '@job of teacher')`;
	for (const who of ['project-lead', 'coordinator'] as const)
		expect(await refusal(who, again), who).toBe('23514');
	const [place] = await owner(`select id from team_member where unwanted_at is not null`);
	await as('parent', `select take_no_back('${place!.id}')`);
	expect(await refusal('project-lead', again)).toBeNull();
});
