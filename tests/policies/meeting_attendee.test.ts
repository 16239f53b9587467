/** Who comes is seen where the meeting is seen. Parents and the coordinator ask people of the family and its team, and a parent in the other home of the child it is about; each answers for themselves, a parent also with a child under 13, and with nobody older. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

const ask = (meeting: string, person: string, family = 'family') =>
	`insert into meeting_attendee (meeting_id, person_id, family_id) values ('@${meeting}', '@${person}', '@${family}')
		on conflict do nothing`;

table('meeting_attendee', {
	key: ['meeting_id', 'person_id'],
	select: {
		'meeting of the family / parent': [...family, ...team],
		'meeting of the family / young-person': [...family, ...team],
		'meeting of the family / teacher': [...family, ...team],
		'meeting about the child / parent': [...family, ...team, 'other-parent'],
		'meeting about the child / child': [...family, ...team, 'other-parent'],
		'meeting about the child / coordinator': [...family, ...team, 'other-parent'],
		'meeting with a guest / guest': [...family, ...team, 'guest'],
		'meeting with a guest / former-mentor': [...family, ...team, 'guest'],
		'meeting with a guest / former-nurse': [...family, ...team, 'guest'],
		'meeting with a guest / former-partner': [...family, ...team, 'guest'],
		'meeting about the child there / other-parent': ['other-parent', 'child', 'parent'],
		'meeting about the child there / child': ['other-parent', 'child', 'parent'],
		'meeting of the other home / other-parent': ['other-parent', 'child'],
		'meeting of strangers / stranger-parent': ['stranger-parent', 'former-mentor'],
		'far meeting / far-parent': ['stranger-coordinator'],
		'far meeting / stranger-coordinator': ['stranger-coordinator'],
	},
	insert: {
		'somebody of the family': { sql: ask('meeting of the family', 'child'), by: ['parent', 'coordinator'] },
		'somebody of the team': {
			sql: ask('meeting of the family', 'job-adviser'),
			by: ['parent', 'coordinator'],
		},
		'a parent of the other home, to what is about the child': {
			sql: ask('meeting about the child', 'other-parent'),
			by: ['parent', 'coordinator'],
		},
		'and the other way round': {
			sql: ask('meeting about the child there', 'parent', 'other home'),
			by: ['other-parent'],
		},
		'a parent of the other home, to what is not': {
			sql: ask('meeting of the family', 'other-parent'),
			by: nobody,
		},
		"somebody of the other home's team": {
			sql: ask('meeting about the child', 'neighbour-helper'),
			by: nobody,
		},
		'a parent of another family, to what is about the child': {
			sql: ask('meeting about the child', 'stranger-parent'),
			by: nobody,
		},
		'said to be from the other home': {
			sql: `insert into meeting_attendee (meeting_id, person_id, family_id, from_other_home)
				values ('@meeting about the child', '@other-parent', '@family', true)`,
			by: nobody,
		},
		'somebody of another family': { sql: ask('meeting of the family', 'stranger-parent'), by: nobody },
		'who has left the team': { sql: ask('meeting of the family', 'former-mentor'), by: nobody },
		'who has left the job': { sql: ask('meeting of the family', 'former-nurse'), by: nobody },
		'oneself, to a meeting next door': {
			sql: ask('meeting of strangers', 'me', 'strangers'),
			by: ['former-mentor'],
		},
		'with the answer given': {
			sql: `insert into meeting_attendee (meeting_id, person_id, family_id, answer)
				values ('@meeting of the family', '@child', '@family', 'coming')`,
			by: nobody,
		},
	},
	update: {
		'the answer': {
			set: `answer = 'coming'`,
			changes: {
				'meeting of the family / parent': ['parent'],
				'meeting of the family / young-person': ['young-person'],
				'meeting of the family / teacher': ['teacher'],
				'meeting about the child / parent': ['parent'],
				'meeting about the child / child': ['child', 'parent'],
				'meeting about the child / coordinator': ['coordinator'],
				'meeting with a guest / guest': ['guest'],
				'meeting about the child there / other-parent': ['other-parent'],
				'meeting about the child there / child': ['child', 'other-parent'],
				'meeting of the other home / other-parent': ['other-parent'],
				'meeting of strangers / stranger-parent': ['stranger-parent'],
				'far meeting / stranger-coordinator': ['stranger-coordinator'],
			},
		},
		'when they answered': { set: `answered_at = '2001-01-01'`, changes: {} },
		'why they come': { set: `reason = 'Derfor'`, changes: {} },
		'the seat goes to somebody else': {
			sql: `update meeting_attendee set person_id = '@grandmother' where meeting_id = '@meeting of the family'`,
			by: nobody,
		},
	},
	delete: {},
});
