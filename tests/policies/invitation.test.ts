/** Who is invited is seen, and revoked, by the parents, the coordinator and the project lead. Made by invite_member and invite_professional alone. */
import { nobody } from './actors.ts';
import { table } from './table.ts';

const household = ['parent', 'coordinator', 'project-lead'] as const;

table('invitation', {
	select: {
		'invitation of an aunt': [...household],
		'invitation accepted': [...household],
		'invitation revoked': [...household],
		'invitation expired': [...household],
		'invitation of a colleague': ['project-lead'],
		'invitation of strangers': ['stranger-parent', 'former-mentor', 'project-lead'],
		'far invitation': ['stranger-coordinator'],
	},
	columns: {
		'the date of birth': { sql: `select born_on from invitation`, by: nobody },
		everything: { sql: `select * from invitation`, by: nobody },
	},
	insert: {
		'past the function': {
			sql: `insert into invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by)
				values ('@new', '@municipality', '@family', 'Ny', 'relative', '@me')`,
			by: nobody,
		},
	},
	update: {
		revoked: {
			set: `revoked_at = now()`,
			changes: {
				'invitation of an aunt': [...household],
				'invitation expired': [...household],
				'invitation of a colleague': ['project-lead'],
				'invitation of strangers': ['stranger-parent', 'former-mentor', 'project-lead'],
				'far invitation': ['stranger-coordinator'],
			},
		},
		'revoked once more, which moves nothing': {
			sql: `update invitation set revoked_at = now() where id = '@invitation revoked'`,
			by: [...household],
		},
		'open again': {
			sql: `update invitation set revoked_at = null where id = '@invitation revoked'`,
			by: nobody,
		},
		'for longer': { set: `expires_at = '2999-01-01'`, changes: {} },
		'into another family': { set: `family_id = '@far family'`, changes: {} },
	},
	delete: {},
});
