/** Which invitations wait for the family is told to those who see them. */
import { expect, idOf, on } from '../stage.ts';

const waiting = `update invitation set agreed_at = null, agreed_by = null where id = '@invitation of an aunt'`;
const which = `select invitations_that_wait() as id`;

on('parents, the coordinator and the project lead', async ({ as, owner, allowed }) => {
	await owner(waiting);
	for (const who of ['parent', 'coordinator', 'project-lead'] as const) {
		expect(await as(who, which), who).toEqual([{ id: idOf('invitation of an aunt') }]);
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
