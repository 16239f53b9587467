/** What a municipality tells everybody is read through read_notice; nobody reads or writes the rows themselves. */
import { nobody } from './actors.ts';
import { table } from './table.ts';

table('municipality_notice', {
	key: ['valid_from'],
	select: { '2026-01-01': nobody, '2026-02-01': nobody, '2999-01-01': nobody },
	insert: {
		'a notice of the own municipality': {
			sql: `insert into municipality_notice (municipality_id, valid_from) values ('@municipality', '2026-03-01')`,
			by: nobody,
		},
	},
	update: { 'who is responsible': { set: `controller = 'En anden'`, changes: {} } },
	delete: {},
});
