/** Answers, drafts, and with whom they are shared. */
import type { Trial } from './trial.ts';

const rate = (person: string, scale: string) =>
	`insert into rating (id, person_id, topic, scale_id, answers) values ('@new', '${person}', 'scale', '${scale}', '{4}')`;
const begin = (person: string, scale: string) =>
	`insert into rating_draft (person_id, topic, scale_id, answers) values ('${person}', 'scale', '${scale}', '{4}')`;
const share = (
	owner: string,
	professional: string,
) => `insert into share (id, owner_id, topic, professional_id, valid_until)
	values ('@new', '${owner}', 'ladder', '${professional}', private.today() + 30)`;

export const aboutWellbeing: Trial[] = [
	{
		names: 'rating.scale_id',
		who: 'parent',
		others: ['scale of strangers', 'scale of the young person'],
		sql: (name) => rate('@me', name),
	},
	{
		names: 'rating.person_id',
		who: 'parent',
		others: ['stranger-parent', 'grandmother'],
		sql: (name) => rate(name, '@scale of the parent'),
	},
	{
		names: 'rating_draft.scale_id',
		who: 'parent',
		others: ['scale of strangers', 'scale of the young person'],
		sql: (name) => begin('@me', name),
	},
	{
		names: 'rating_draft.person_id',
		who: 'parent',
		others: ['stranger-parent', 'grandmother'],
		sql: (name) => begin(name, '@scale of the parent'),
	},
	{
		names: 'scale.person_id',
		who: 'parent',
		others: ['stranger-parent', 'grandmother'],
		sql: (name) => `insert into scale (id, person_id, kind, name, low_words, high_words)
			values ('@new', '${name}', 'mental', 'Ro', 'Lidt', 'Meget')`,
	},
	{
		names: 'share.owner_id',
		who: 'parent',
		others: ['stranger-parent', 'young-person'],
		sql: (name) => share(name, '@coordinator'),
	},
	{
		names: 'share.professional_id',
		who: 'parent',
		others: ['guest', 'former-mentor', 'stranger-coordinator', 'stranger-parent'],
		sql: (name) => share('@me', name),
	},
];
