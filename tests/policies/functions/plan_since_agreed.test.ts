/** How much of each plan is different now from what was agreed last. */
import { idOf } from '../labels.ts';
import { expect, on } from '../stage.ts';

const since = `select family_id, version_id, changed, walked
	from plan_since_agreed(array['@other home', '@family', '@strangers']::uuid[]) order by version_id`;

on('the version agreed last, of each family whose plan I see', async (stage) => {
	await stage.as('parent', `select agree_plan('@new', '@family', '{}', plan_as_read('@family'))`);
	await stage.as('parent', `update goal set done_at = now() where id = '@goal of the family'`);
	const ours = { family_id: idOf('family'), version_id: idOf('new'), changed: 0, walked: 1 };
	expect(await stage.as('parent', since)).toEqual([ours]);
	expect(await stage.as('coordinator', since)).toEqual([ours]);
	// The child belongs to both homes.
	expect((await stage.as('child', since)).map(({ family_id }) => family_id).sort()).toEqual(
		[idOf('family'), idOf('other home')].sort(),
	);
	for (const who of ['stranger-parent', 'guest', 'former-partner'] as const) {
		expect(await stage.as(who, since), who).toEqual([]);
	}
});

on('the version agreed last is the one with the highest number, whatever a clock said', async (stage) => {
	await stage.as('parent', `select agree_plan('@new', '@family', '{}', plan_as_read('@family'))`);
	await stage.longAgo(
		`update plan_version set agreed_at = now() + interval '1 hour' where id = '@version of the family'`,
	);
	expect((await stage.as('parent', since)).map(({ version_id }) => version_id)).toEqual([idOf('new')]);
	await stage.as('young-person', `select say_yes_to_plan('@new')`);
});
