/** How open invitations stand: who waits for the family, and what the date makes of them: the stage to all who see it, the age to the parents. */
import { expect, idOf, on } from '../stage.ts';

const born = (date: string) =>
	`update invitation set born_on = ${date}, member_role = 'child' where id = '@invitation of an aunt'`;
const id = idOf('invitation of an aunt');
const which = `select invitation_id as id, waits, stage::text, age from invitations_open(array['${id}']::uuid[])`;

on('the parents the age; the coordinator and the project lead the stage of life', async (stage) => {
	await stage.longAgo(born(`(private.today() - interval '46 years')::date`));
	expect(await stage.as('parent', which)).toEqual([{ id, waits: false, stage: 'adult', age: 46 }]);
	for (const who of ['coordinator', 'project-lead'] as const) {
		expect(await stage.as(who, which), who).toEqual([{ id, waits: false, stage: 'adult', age: null }]);
	}
	for (const who of ['teacher', 'stranger-parent', 'child', 'young-person', 'other-parent'] as const) {
		expect(await stage.as(who, which), who).toEqual([]);
	}
	expect(await stage.allowed(which)).not.toContain('anonymous');
});

on('nothing of the date without one, nothing at all of one that is over or not asked for', async (stage) => {
	expect(await stage.as('parent', which)).toEqual([{ id, waits: false, stage: null, age: null }]);
	expect(await stage.as('parent', `select from invitations_open('{}')`)).toEqual([]);
	await stage.longAgo(born(`private.today() - 366 * 10`));
	expect(await stage.as('parent', which)).toEqual([{ id, waits: false, stage: 'child', age: 10 }]);
	await stage.as('parent', `update invitation set revoked_at = now() where id = '@invitation of an aunt'`);
	expect(await stage.as('parent', which)).toEqual([]);
});

on('one that waits for the family says so', async ({ owner, as }) => {
	await owner(`update invitation set agreed_at = null, agreed_by = null where id = '${id}'`);
	expect(await as('coordinator', which)).toMatchObject([{ waits: true }]);
});
