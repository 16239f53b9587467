/** A municipality is seen by its families, whoever was in one, and by who works there; nobody changes it. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

table('municipality', {
	select: {
		municipality: [
			...family,
			...team,
			'other-parent',
			'stranger-parent',
			'project-lead',
			'guest',
			'former-mentor',
			'former-partner',
		],
		'other municipality': ['stranger-coordinator'],
	},
	insert: {
		'a municipality': { sql: `insert into municipality (id, name) values ('@new', 'Nyby')`, by: nobody },
	},
	update: {
		'the name': { set: `name = 'Nyby'`, changes: {} },
		'the duty number': { set: `duty_phone = '112'`, changes: {} },
	},
	delete: {},
});
