/** What opens an invitation: nobody reads or writes it, whatever rights they hold on invitation. */
import { nobody } from './actors.ts';
import { table } from './table.ts';

table('invitation_code', {
	schema: 'private',
	key: ['invitation_id'],
	select: {
		'invitation of an aunt': nobody,
		'invitation accepted': nobody,
		'invitation revoked': nobody,
		'invitation expired': nobody,
		'invitation of a colleague': nobody,
		'invitation of strangers': nobody,
		'far invitation': nobody,
	},
	columns: { 'the hash': { sql: `select code_hash from private.invitation_code`, by: nobody } },
	insert: {
		one: {
			sql: `insert into private.invitation_code (invitation_id, code_hash) values ('@invitation of an aunt', repeat('9', 64))`,
			by: nobody,
		},
	},
	update: { 'the hash': { set: `code_hash = repeat('9', 64)`, changes: {} } },
	delete: {},
});
