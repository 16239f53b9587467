/** Who is invited is seen, and revoked, by the parents, the coordinator and the project lead. The last two invite. Nobody reads the code. */
import { nobody } from './actors.ts';
import { table } from './table.ts';

const invite = (municipality: string, family: string, inviter = 'me') =>
	`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, code_hash, invited_by)
		values ('@new', '@${municipality}', '@${family}', 'Ny', 'relative', repeat('9', 64), '@${inviter}')`;
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
		'the hash of the code': { sql: `select code_hash from invitation`, by: nobody },
		'the date of birth': { sql: `select born_on from invitation`, by: nobody },
		everything: { sql: `select * from invitation`, by: nobody },
	},
	insert: {
		'into the family': { sql: invite('municipality', 'family'), by: ['coordinator', 'project-lead'] },
		'into a family without a coordinator': {
			sql: invite('municipality', 'other home'),
			by: ['project-lead'],
		},
		'of a colleague': {
			sql: `insert into invitation (id, municipality_id, invitee_name, profession, code_hash, invited_by)
				values ('@new', '@municipality', 'Bo', 'Pædagog', repeat('9', 64), '@me')`,
			by: ['project-lead'],
		},
		'into the family, through another municipality': {
			sql: invite('other municipality', 'family'),
			by: nobody,
		},
		'into a family of another municipality': { sql: invite('municipality', 'far family'), by: nobody },
		"in somebody else's name": { sql: invite('municipality', 'family', 'grandmother'), by: nobody },
		'valid for a year': {
			sql: `insert into invitation
					(id, municipality_id, family_id, invitee_name, member_role, code_hash, invited_by, expires_at)
				values ('@new', '@municipality', '@family', 'Ny', 'relative', repeat('9', 64), '@me', '2999-01-01')`,
			by: nobody,
		},
	},
	update: {
		revoked: {
			set: `revoked_at = '2001-01-01'`,
			changes: {
				'invitation of an aunt': [...household],
				'invitation revoked': [...household],
				'invitation expired': [...household],
				'invitation of a colleague': ['project-lead'],
				'invitation of strangers': ['stranger-parent', 'former-mentor', 'project-lead'],
				'far invitation': ['stranger-coordinator'],
			},
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
