/** Rows of others that somebody could name in a plan, and who tries: what telling-nothing.test.ts asks about. */
import type { ActorName } from '../policies/actors.ts';

export interface Reference {
	/** With the id in question in place of :id. */
	sql: string;
	/** Rows that are there; none of them is the asker's to use here. */
	existing: string[];
	/** Whoever tries. Those outside and those inside with rows of others. */
	by: ActorName[];
}

const outside: ActorName[] = ['stranger-parent', 'former-partner', 'former-nurse', 'project-lead', 'guest'];
const theirGoals = ['goal of strangers', 'goal of the other home', 'far goal'];
const theirFamilies = ['other home', 'far family'];
const goal = (columns: string, values: string) =>
	`insert into goal (id, title, created_by, ${columns}) values ('@new', 'Ord', '@me', ${values})`;
const note = (columns: string, values: string) =>
	`insert into goal_progress (id, note, noted_by, ${columns}) values ('@new', 'Godt', '@me', ${values})`;
const offer = (columns: string, values: string, which = `'@second offer'`) =>
	`insert into family_offer (id, suggested_by, offer_id, ${columns}) values ('@new', '@me', ${which}, ${values})`;
const visit = (family: string) => `insert into plan_visit (person_id, family_id) values ('@me', ${family})`;

/** By the column that names it, and in words where it is tried in more than one way. */
export const references: Record<string, Reference> = {
	'goal.family_id': { sql: goal('family_id', ':id'), existing: theirFamilies, by: ['parent', ...outside] },
	'goal.parent_id': {
		sql: goal('family_id, parent_id', `'@family', :id`),
		existing: [...theirGoals, 'goal of the family', 'goal about the child'],
		by: outside.filter((who) => who !== 'former-partner'),
	},
	'goal.parent_id, in my own plan': {
		sql: goal('family_id, parent_id', `'@family', :id`),
		existing: theirGoals,
		by: ['parent', 'child', 'young-person'],
	},
	'goal.parent_id, about me': {
		sql: goal('family_id, parent_id, about_id', `'@family', :id, '@me'`),
		existing: theirGoals,
		by: ['child', 'young-person'],
	},
	'goal.about_id': {
		sql: goal('family_id, about_id', `'@family', :id`),
		existing: ['stranger-parent', 'coordinator', 'far-lead'],
		by: ['parent', 'child', 'other-parent', 'guest'],
	},
	'goal_progress.goal_id': {
		sql: note('family_id, goal_id', `'@family', :id`),
		existing: [...theirGoals, 'goal of the family'],
		by: outside,
	},
	'goal_progress.goal_id, in my own plan': {
		sql: note('family_id, goal_id', `'@family', :id`),
		existing: theirGoals,
		by: ['parent', 'child', 'young-person'],
	},
	'goal_progress.family_id': {
		sql: note('goal_id, family_id', `'@goal about the young person', :id`),
		existing: theirFamilies,
		by: ['parent', ...outside],
	},
	'plan_visit.family_id': { sql: visit(':id'), existing: theirFamilies, by: ['parent', ...outside] },
	'family_offer.family_id': {
		sql: offer('family_id', ':id'),
		existing: theirFamilies,
		by: ['parent', ...outside],
	},
	'family_offer.offer_id': {
		sql: offer('family_id, state', `'@family', 'interested'`, ':id'),
		existing: ['far offer', 'fresh offer', 'second offer'],
		by: outside,
	},
	'family_offer.offer_id, in my own family': {
		sql: offer('family_id, state', `'@family', 'interested'`, ':id'),
		existing: ['far offer'],
		by: ['parent'],
	},
	'family_offer.goal_id': {
		sql: offer('family_id, state, goal_id', `'@family', 'interested', :id`),
		existing: theirGoals,
		by: ['parent', ...outside],
	},
	'family_offer.goal_id, changed': {
		sql: `update family_offer set goal_id = :id where id = '@offer suggested' returning id`,
		existing: theirGoals,
		by: ['parent'],
	},
	'family_offer.about_id': {
		sql: offer('family_id, state, about_id', `'@family', 'interested', :id`),
		existing: ['stranger-parent', 'coordinator', 'far-lead'],
		by: ['parent', 'child', ...outside],
	},
	'family_offer.about_id, suggested': {
		sql: offer('family_id, about_id', `'@family', :id`),
		existing: ['stranger-parent', 'coordinator', 'far-lead'],
		by: ['coordinator'],
	},
	'agree_plan.version': {
		sql: `select agree_plan(:id, '@family', array['@guest']::uuid[], plan_as_read('@family'))`,
		existing: ['version of the other home', 'far version'],
		by: ['parent', ...outside],
	},
	move_goal: { sql: `select move_goal(:id, true)`, existing: theirGoals, by: ['parent', 'child', 'guest'] },
};
