/** How far a family has come is seen by whoever sees the enrolment; nothing is said of a family behind its back. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

table('enrolment_tier', {
	key: ['enrolment_id', 'tier'],
	select: {
		'enrolment / stabilising': [...family, ...team, 'project-lead'],
		'enrolment / normalising': [...family, ...team, 'project-lead'],
		'enrolment of other home / preventive': ['other-parent', 'child', 'project-lead'],
		'enrolment of strangers / stabilising': ['stranger-parent', 'former-mentor', 'project-lead'],
		'enrolment of far family / stabilising': ['stranger-coordinator'],
	},
	insert: {
		'another tier': {
			sql: `insert into enrolment_tier (enrolment_id, family_id, tier, from_on)
				values ('@enrolment', '@family', 'preventive', private.today())`,
			by: nobody,
		},
	},
	update: { 'the tier': { set: `tier = 'preventive'`, changes: {} } },
	delete: {},
});
