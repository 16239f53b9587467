/**
 * Ids one makes oneself. They are UUID v7, made with a form: nobody guesses one. Where such an id is taken by a row of
 * others, the key of the table refuses it and says no more than that (docs/decisions/003-row-security.md). Here is each
 * key that can be run into so; telling-nothing.test.ts finds them in the catalogue and tries them.
 */
import type { Person } from '../policies/actors.ts';

export interface OwnId {
	/** Who may make something there. */
	who: Person;
	/** Makes it, with the id in question in place of :id. */
	sql: string;
	/** Rows of others that have such an id. */
	taken: string[];
	/** What must have happened before. */
	before?: [who: Person, sql: string];
}

const insert = (table: string, values: Record<string, string>) =>
	`insert into ${table} (id, ${Object.keys(values).join(', ')}) values (:id, ${Object.values(values).join(', ')})`;

export const ownIds: Record<string, OwnId> = {
	agenda_point_pkey: {
		who: 'parent',
		sql: insert('agenda_point', {
			meeting_id: `'@meeting of the family'`,
			family_id: `'@family'`,
			author_id: `'@me'`,
			wording: `'Søvn'`,
		}),
		taken: ['point of strangers', 'far point'],
	},
	coordinator_choice_pkey: {
		who: 'parent',
		sql: `select choose_coordinator(:id, '@family', '@teacher')`,
		taken: ['helper is asked', 'far choice'],
		before: ['parent', `select end_coordinator_choice('@adviser is asked')`],
	},
	enrolment_pkey: {
		who: 'project-lead',
		sql: `select enrol_again(:id, '@family', private.today())`,
		taken: ['enrolment of far family'],
		before: ['project-lead', `select end_enrolment('@enrolment', private.today())`],
	},
	family_pkey: {
		who: 'project-lead',
		sql: `select enrol_family(:id, '@municipality', 'Nye', private.today())`,
		taken: ['far family'],
	},
	family_offer_pkey: {
		who: 'parent',
		sql: insert('family_offer', {
			family_id: `'@family'`,
			offer_id: `'@second offer'`,
			suggested_by: `'@me'`,
			state: `'interested'`,
		}),
		taken: ['offer for strangers', 'far offer taken'],
	},
	goal_pkey: {
		who: 'parent',
		sql: insert('goal', { family_id: `'@family'`, title: `'Ro'`, created_by: `'@me'` }),
		taken: ['goal of strangers', 'goal of the other home', 'far goal'],
	},
	goal_progress_pkey: {
		who: 'parent',
		sql: insert('goal_progress', {
			goal_id: `'@goal of the family'`,
			family_id: `'@family'`,
			noted_by: `'@me'`,
			note: `'Bedre'`,
		}),
		taken: ['progress of strangers', 'far progress'],
	},
	invitation_pkey: {
		who: 'project-lead',
		sql: `select invite_professional(:id, '@town hall', 'Ny', 'Mentor', repeat('ab', 32))`,
		taken: ['far invitation'],
	},
	job_pkey: {
		who: 'project-lead',
		sql: `select give_job(:id, '@coordinator', '@association', 'Frivillig')`,
		taken: ['job of stranger-coordinator'],
	},
	meeting_pkey: {
		who: 'parent',
		sql: insert('meeting', {
			family_id: `'@family'`,
			purpose: `'Skolen'`,
			starts_at: `now() + interval '1 day'`,
			ends_at: `now() + interval '25 hours'`,
			proposed_by: `'@me'`,
		}),
		taken: ['meeting of strangers', 'meeting of the other home', 'far meeting'],
	},
	offer_pkey: {
		who: 'project-lead',
		sql: insert('offer', {
			municipality_id: `'@municipality'`,
			title: `'Kor'`,
			description: `'Sang'`,
			provider: `'Nordby Kor'`,
			provider_kind: `'association'`,
			place: `'Nordby'`,
			contact: `'70'`,
		}),
		taken: ['far offer'],
	},
	organisation_pkey: {
		who: 'project-lead',
		sql: insert('organisation', { municipality_id: `'@municipality'`, kind: `'association'`, name: `'Ny'` }),
		taken: ['far town hall'],
	},
	plan_version_pkey: {
		who: 'parent',
		sql: `select agree_plan(:id, '@family', '{}', plan_as_read('@family'))`,
		taken: ['version of the other home', 'far version'],
	},
	rating_pkey: {
		who: 'parent',
		sql: insert('rating', { person_id: `'@me'`, topic: `'ladder'`, answers: `'{5}'` }),
		taken: ['well-being of strangers', 'smiley of the child'],
	},
	scale_pkey: {
		who: 'parent',
		sql: insert('scale', {
			person_id: `'@me'`,
			kind: `'mental'`,
			name: `'Ro'`,
			low_words: `'Lidt'`,
			high_words: `'Meget'`,
		}),
		taken: ['scale of strangers', 'scale of the young person'],
	},
	share_pkey: {
		who: 'parent',
		sql: insert('share', {
			owner_id: `'@me'`,
			topic: `'smiley'`,
			professional_id: `'@coordinator'`,
			valid_until: `private.today() + 30`,
		}),
		taken: ['stranger shares', 'child shares with coordinator'],
	},
	team_member_pkey: {
		who: 'project-lead',
		sql: insert('team_member', {
			family_id: `'@family'`,
			professional_id: `'@guest'`,
			job_id: `'@job of guest'`,
		}),
		taken: ['coordinator in far family'],
	},
};
