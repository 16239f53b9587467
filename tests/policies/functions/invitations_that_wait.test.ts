/** Which invitations wait for the family is told to those who see them. */
import { expect, idOf, on } from '../stage.ts';

const waiting = `update invitation set agreed_at = null, agreed_by = null where id = '@invitation of an aunt'`;
const page = (skip: number, most: number) =>
	`select invitation_id as id, of_all from invitations_that_wait(array['@family']::uuid[], ${skip}, ${most})`;
const which = page(0, 20);

on('parents, the coordinator and the project lead', async ({ as, owner, allowed }) => {
	await owner(waiting);
	for (const who of ['parent', 'coordinator', 'project-lead'] as const) {
		expect(await as(who, which), who).toEqual([{ id: idOf('invitation of an aunt'), of_all: 1 }]);
	}
	for (const who of [
		'teacher',
		'stranger-parent',
		'child',
		'young-person',
		'stranger-coordinator',
	] as const) {
		expect(await as(who, which), who).toEqual([]);
	}
	expect(await allowed(which)).not.toContain('anonymous');
});

on('nothing when the family has said yes, or it is stopped', async ({ as, owner }) => {
	expect(await as('parent', which)).toEqual([]);
	await owner(waiting);
	await as('parent', `update invitation set revoked_at = now() where id = '@invitation of an aunt'`);
	expect(await as('parent', which)).toEqual([]);
});

on('so many at a time, the newest first, and of how many; of these families alone', async ({ as, owner }) => {
	await owner(waiting);
	await owner(`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by, created_at)
		select gen_random_uuid(), municipality_id, id, 'Gæst', 'relative', '@coordinator', now() - interval '1 hour'
		from family, generate_series(1, 2) where id in ('@family', '@other home')`);
	const [first] = await as('parent', page(0, 1));
	expect(first).toMatchObject({ of_all: 3 });
	const further = await as('parent', page(1, 20));
	expect(further).toHaveLength(2);
	expect(further.map(({ id }) => id)).not.toContain(first!.id);
	expect(await as('project-lead', page(0, 0))).toHaveLength(1);
	expect(await as('parent', `select from invitations_that_wait('{}', 0, 20)`)).toEqual([]);
});
