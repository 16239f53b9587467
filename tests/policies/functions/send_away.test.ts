/** A parent says no to a professional who was put into the team lately. */
import { expect, idOf, on } from '../stage.ts';

const sendAway = `select send_away(t.id) from team_member t
	where t.professional_id = '@teacher' and t.family_id = '@family' and t.left_at is null`;

on('a parent who was there before', async ({ as, owner, refusal }) => {
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

on('for 14 days from when it was shown to that parent', async ({ owner, longAgo, allowed }) => {
	await owner(`insert into member (id, family_id, person_id, role, joined_at) values
		('@other-parent there', '@family', '@other-parent', 'parent', now() - interval '61 days'),
		('@former-partner there', '@family', '@former-partner', 'parent', now() - interval '59 days')`);
	await owner(`insert into team_member (id, family_id, professional_id, job_id, joined_at)
		values ('@guest in team', '@family', '@guest', '@job of guest', now() - interval '60 days')`);
	const away = `select send_away('@guest in team')`;
	expect(await allowed(away), 'who came later was never told').toEqual(['parent', 'other-parent']);
	const shown = (days: number) =>
		longAgo(`insert into arrival_shown (event_id, person_id, shown_at)
			select id, '@parent', now() - interval '${days} days' from family_event
			where person_id = '@guest' and kind = 'joined_team'
			on conflict (event_id, person_id) do update set shown_at = excluded.shown_at`);
	await shown(13);
	expect(await allowed(away)).toEqual(['parent', 'other-parent']);
	await shown(14);
	expect(await allowed(away)).toEqual(['other-parent']);
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
