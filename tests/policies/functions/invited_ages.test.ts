/** What the date of birth makes of whoever is invited: the stage to all who see it, the age to the parents. */
import { expect, idOf, on } from '../stage.ts';

const born = (date: string) =>
	`update invitation set born_on = ${date}, member_role = 'child' where id = '@invitation of an aunt'`;
const which = `select invitation_id as id, stage::text, age from invited_ages()`;
const id = idOf('invitation of an aunt');

on('the parents the age; the coordinator and the project lead the stage of life', async (stage) => {
	await stage.longAgo(born(`(private.today() - interval '46 years')::date`));
	expect(await stage.as('parent', which)).toEqual([{ id, stage: 'adult', age: 46 }]);
	for (const who of ['coordinator', 'project-lead'] as const) {
		expect(await stage.as(who, which), who).toEqual([{ id, stage: 'adult', age: null }]);
	}
	for (const who of ['teacher', 'stranger-parent', 'child', 'young-person', 'other-parent'] as const) {
		expect(await stage.as(who, which), who).toEqual([]);
	}
	expect(await stage.allowed(which)).not.toContain('anonymous');
});

on('nothing without a date, or of one that is over', async (stage) => {
	expect(await stage.as('parent', which)).toEqual([]);
	await stage.longAgo(born(`private.today() - 366 * 10`));
	expect(await stage.as('parent', which)).toEqual([{ id, stage: 'child', age: 10 }]);
	await stage.as('parent', `update invitation set revoked_at = now() where id = '@invitation of an aunt'`);
	expect(await stage.as('parent', which)).toEqual([]);
});
