/** Each person shares their own answers, with professionals around their family, and withdraws. The professional sees that, while it holds and they are in the team. */
import { family, nobody } from './actors.ts';
import { table } from './table.ts';

const share = (owner: string, professional: string, until = 'private.today() + 30') =>
	`insert into share (id, owner_id, topic, professional_id, valid_until)
		values ('@new', '@${owner}', 'ladder', '@${professional}', ${until})`;

const shownAs = (profession: string) =>
	`insert into share (id, owner_id, topic, professional_id, profession, valid_until)
		values ('@new', '@me', 'ladder', '@teacher', '${profession}', private.today() + 30)`;

table('share', {
	select: {
		'parent shares with coordinator': ['parent', 'coordinator'],
		'parent shares the ladder with coordinator': ['parent', 'coordinator'],
		'young person shares well-being with teacher': ['young-person', 'teacher'],
		'parent shared with teacher': ['parent'],
		'parent withdrew from adviser': ['parent'],
		'parent shares with former mentor': ['parent'],
		'parent shares with former nurse': ['parent'],
		'young person shares with teacher': ['young-person', 'teacher'],
		'child shares with coordinator': ['child', 'coordinator'],
		'former partner shares with coordinator': ['former-partner'],
		'other parent shares': ['other-parent'],
		'stranger shares': ['stranger-parent', 'former-mentor'],
		'far share': ['stranger-coordinator'],
	},
	insert: {
		'with somebody of the team': { sql: share('me', 'coordinator'), by: family },
		'with somebody else in the team, by a professional too': { sql: share('me', 'teacher'), by: family },
		'with who has left the team': { sql: share('me', 'former-mentor'), by: ['stranger-parent'] },
		'with who was shown as what they are': { sql: shownAs('Lærer'), by: family },
		'with somebody outside the team': { sql: share('me', 'guest'), by: nobody },
		"somebody else's answers": { sql: share('grandmother', 'coordinator'), by: nobody },
		"one's own child's answers": { sql: share('young-person', 'coordinator'), by: ['young-person'] },
		'until yesterday': { sql: share('me', 'coordinator', 'private.today() - 2'), by: nobody },
		'as if made earlier': {
			sql: `insert into share (id, owner_id, topic, professional_id, valid_until, created_at)
				values ('@new', '@me', 'ladder', '@coordinator', private.today() + 9, '2020-01-01')`,
			by: nobody,
		},
	},
	update: {
		withdrawn: {
			// 'parent shared with teacher' has run out: that is how it ended.
			set: `withdrawn_at = now()`,
			changes: {
				'parent shares with coordinator': ['parent'],
				'parent shares the ladder with coordinator': ['parent'],
				'young person shares well-being with teacher': ['young-person'],
				'young person shares with teacher': ['young-person'],
				'child shares with coordinator': ['child'],
				'former partner shares with coordinator': ['former-partner'],
				'other parent shares': ['other-parent'],
				'stranger shares': ['stranger-parent'],
			},
		},
		'not withdrawn after all': {
			sql: `update share set withdrawn_at = null where id = '@parent withdrew from adviser'`,
			by: nobody,
		},
		'withdrawn, with no time': {
			sql: `update share set withdrawn_at = null where id = '@parent shares with coordinator'`,
			by: nobody,
		},
		'for another reason': { set: `ended_as = 'left'`, changes: {} },
		'for longer': { set: `valid_until = '2999-01-01'`, changes: {} },
		'with somebody else': { set: `professional_id = '@teacher'`, changes: {} },
	},
	delete: {},
});
