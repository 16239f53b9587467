/** Birthdays are the family's, and one's own is one's own: no professional sees them. */
import { family, nobody } from './actors.ts';
import { expect, on } from './stage.ts';
import { table } from './table.ts';

table('birth', {
	key: ['person_id'],
	select: {
		parent: family,
		'young-person': family,
		child: [...family, 'other-parent'],
		'other-parent': ['other-parent', 'child'],
		'stranger-child': ['stranger-parent'],
		'stranger-parent': ['stranger-parent'],
		'far-parent': nobody,
	},
	insert: {
		'a birthday': {
			sql: `insert into birth (person_id, born_on) values ('@grandmother', '1950-01-01')`,
			by: nobody,
		},
	},
	update: { 'the date': { set: `born_on = '2010-01-01'`, changes: {} } },
	delete: {},
});

on(
	'one’s own is read by oneself after one has left the family, and by nobody else outside it',
	async ({ owner, as }) => {
		await owner(`insert into birth (person_id, born_on) values ('@former-partner', '1984-03-01')`);
		const read = (who: 'former-partner' | 'parent' | 'coordinator' | 'project-lead') =>
			as(who, `select person_id from birth where person_id = '@former-partner'`);
		expect(await read('former-partner')).toHaveLength(1);
		for (const who of ['parent', 'coordinator', 'project-lead'] as const)
			expect(await read(who), who).toEqual([]);
		await owner(`update member set left_at = now() where id = '@young person in family'`);
		const seen = await as('young-person', `select person_id from birth`);
		expect(seen, 'a child that was taken out').toHaveLength(1);
	},
);
