/** Which person an identity is, nobody reads or writes: find_identity and accept_invitation do. */
import { nobody } from './actors.ts';
import { table } from './table.ts';

table('identity', {
	key: ['provider', 'subject'],
	select: {
		'mitid / parent': nobody,
		'mitid / other-parent': nobody,
		'mitid / coordinator': nobody,
		'mitid / project-lead': nobody,
	},
	insert: {
		'a second identity for somebody': {
			sql: `insert into identity (provider, subject, person_id) values ('mitid', 'mig', '@parent')`,
			by: nobody,
		},
	},
	update: { 'who it is': { set: `person_id = '@teacher'`, changes: {} } },
	delete: {},
});
