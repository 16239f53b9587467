/** By which secret a session is found: nobody reads or writes it, whatever rights they hold on session. */
import { nobody } from './actors.ts';
import { table } from './table.ts';

table('session_secret', {
	schema: 'private',
	key: ['session_id'],
	select: {
		'phone of the parent': nobody,
		'library computer of the parent': nobody,
		'laptop of the coordinator': nobody,
		'phone of the stranger': nobody,
	},
	columns: { 'the hash': { sql: `select secret_hash from private.session_secret`, by: nobody } },
	insert: {
		one: {
			sql: `insert into private.session_secret (session_id, secret_hash) values ('@phone of the parent', repeat('9', 64))`,
			by: nobody,
		},
	},
	update: { 'the hash': { set: `secret_hash = repeat('9', 64)`, changes: {} } },
	delete: {},
});
