/** Where people work is seen by who works in the municipality and by its families. The project lead adds one, and puts its name right. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

const here = [
	...family,
	...team,
	'other-parent',
	'stranger-parent',
	'project-lead',
	'guest',
	'former-mentor',
] as const;

table('organisation', {
	select: {
		'town hall': [...here],
		school: [...here],
		association: [...here],
		'far town hall': ['stranger-coordinator'],
	},
	insert: {
		one: {
			sql: `insert into organisation (id, municipality_id, kind, name) values ('@new', '@municipality', 'business', 'Bager')`,
			by: ['project-lead'],
		},
		'one in another municipality': {
			sql: `insert into organisation (id, municipality_id, kind, name) values ('@new', '@other municipality', 'business', 'Bager')`,
			by: nobody,
		},
	},
	update: {
		// Each by another name, for two places of a municipality have not the same; and no column is read, so that nothing
		// but this policy says which.
		'every name': {
			sql: `update organisation set name = gen_random_uuid()::text`,
			by: ['project-lead'],
		},
		'the name of one': {
			sql: `update organisation set name = 'Bager' where id = '@school'`,
			by: ['project-lead'],
		},
		'what it is': { set: `kind = 'business'`, changes: {} },
		'where it is': { set: `municipality_id = '@other municipality'`, changes: {} },
	},
	delete: {},
});
