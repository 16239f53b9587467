/** What change is measured from is seen by whoever sees the enrolment, and asked about another family it is nothing. */
import { expect, on } from '../stage.ts';

on('whoever sees the family sees its baseline', async ({ as }) => {
	const days = `select id, private.today() - enrolled_on(family) as days from family where id = '@family'`;
	for (const who of ['parent', 'child', 'coordinator', 'project-lead'] as const) {
		expect(await as(who, days)).toMatchObject([{ days: 100 }]);
	}
});

on('a family made up of a known id tells a stranger nothing', async ({ as }) => {
	const made = `select enrolled_on(jsonb_populate_record(null::family, jsonb_build_object('id', '@family'))) as day`;
	expect(await as('stranger-parent', made)).toEqual([{ day: null }]);
	expect(await as('former-mentor', made)).toEqual([{ day: null }]);
});
