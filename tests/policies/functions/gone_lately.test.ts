/** Who works with a family is told for a month who is with it no more: when, and neither how nor why. */
import { expect, on } from '../stage.ts';

const gone = `select name from gone_lately('@family') order by name`;
const leaves = `update member set left_at = now() where family_id = '@family' and person_id = '@young-person'`;
const named = `select name from person where id = '@young-person'`;

on('who is in the team now, and nobody else', async ({ as, owner, longAgo }) => {
	await longAgo(`update team_member set joined_at = joined_at - interval '1 day' where left_at is null`);
	await longAgo(`update family_event set happened_at = happened_at - interval '60 days' where kind = 'left'`);
	expect(await as('coordinator', gone)).toEqual([]);
	await owner(leaves);
	const told = await owner(named);
	for (const who of ['coordinator', 'teacher'] as const) expect(await as(who, gone), who).toEqual(told);
	for (const who of [
		'parent',
		'project-lead',
		'former-mentor',
		'former-nurse',
		'guest',
		'stranger-coordinator',
	] as const)
		expect(await as(who, gone), who).toEqual([]);
});

on('not after a month, not before one came, and not of whoever is there again', async (stage) => {
	const { as, owner, longAgo, takenBack } = stage;
	await longAgo(`update team_member set joined_at = joined_at - interval '1 day' where left_at is null`);
	await longAgo(`update family_event set happened_at = happened_at - interval '60 days' where kind = 'left'`);
	await owner(leaves);
	expect(await as('coordinator', gone)).toHaveLength(1);
	await takenBack(async () => {
		await longAgo(
			`update family_event set happened_at = happened_at - interval '31 days' where kind = 'left'`,
		);
		expect(await as('coordinator', gone)).toEqual([]);
	});
	await takenBack(async () => {
		await longAgo(`update team_member set joined_at = now() where professional_id = '@teacher'`);
		expect(await as('teacher', gone)).toEqual([]);
	});
	await owner(
		`insert into member (id, family_id, person_id, role) values ('@again', '@family', '@young-person', 'child')`,
	);
	expect(await as('coordinator', gone)).toEqual([]);
});
