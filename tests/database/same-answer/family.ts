/** The family, its team and its offers, and what a project lead keeps. */
import type { Trial } from './trial.ts';

const fine = (event: string, person: string) =>
	`insert into event_seen (event_id, person_id) values ('${event}', '${person}')`;
const shown = (event: string, person: string) =>
	`insert into arrival_shown (event_id, person_id) values ('${event}', '${person}')`;
const join = (family: string, professional: string, job: string) =>
	`insert into team_member (id, family_id, professional_id, job_id) values ('@new', '${family}', '${professional}', '${job}')`;

const offer = (municipality: string) =>
	`insert into offer (id, municipality_id, title, description, provider, provider_kind, place, contact)
		values ('@new', '${municipality}', 'Kor', 'Sang', 'Nordby Kor', 'association', 'Nordby', '70')`;
const organisation = (municipality: string) =>
	`insert into organisation (id, municipality_id, kind, name) values ('@new', '${municipality}', 'association', 'Ny')`;
export const aboutFamilies: Trial[] = [
	{
		names: 'event_seen.event_id',
		who: 'parent',
		others: ['far joined', 'strangers joined'],
		sql: (name) => fine(name, '@me'),
	},
	{
		names: 'event_seen.event_id, by a stranger',
		who: 'guest',
		others: ['the teacher joined', 'far joined'],
		sql: (name) => fine(name, '@me'),
	},
	{
		names: 'event_seen.person_id',
		who: 'parent',
		others: ['young-person', 'far-parent'],
		sql: (name) => fine('@the teacher joined', name),
	},
	{
		names: 'arrival_shown.event_id',
		who: 'parent',
		others: ['far joined', 'strangers joined'],
		sql: (name) => shown(name, '@me'),
	},
	{
		names: 'arrival_shown.event_id, by a stranger',
		who: 'guest',
		others: ['the teacher joined', 'far joined'],
		sql: (name) => shown(name, '@me'),
	},
	{
		names: 'arrival_shown.person_id',
		who: 'parent',
		others: ['young-person', 'far-parent'],
		sql: (name) => shown('@the teacher joined', name),
	},
	{
		names: 'offer.municipality_id',
		who: 'project-lead',
		others: ['other municipality'],
		sql: offer,
	},
	{
		names: 'offer.municipality_id, by somebody who leads nothing',
		who: 'teacher',
		others: ['municipality', 'other municipality'],
		sql: offer,
	},
	{
		names: 'organisation.municipality_id',
		who: 'project-lead',
		others: ['other municipality'],
		sql: organisation,
	},
	{
		names: 'organisation.municipality_id, by somebody who leads nothing',
		who: 'teacher',
		others: ['municipality', 'other municipality'],
		sql: organisation,
	},
	{
		names: 'team_member.family_id',
		who: 'project-lead',
		others: ['far family'],
		sql: (name) => join(name, '@guest', '@job of guest'),
	},
	{
		names: 'team_member.family_id, by a stranger',
		who: 'teacher',
		others: ['family', 'strangers', 'far family'],
		sql: (name) => join(name, '@guest', '@job of guest'),
	},
	{
		names: 'team_member.professional_id',
		who: 'project-lead',
		others: ['far-lead', 'stranger-parent', 'far-parent'],
		sql: (name) => join('@family', name, '@job of guest'),
	},
	{
		names: 'team_member.job_id',
		who: 'project-lead',
		others: ['job of far-lead', 'job of stranger-coordinator'],
		sql: (name) => join('@family', '@far-lead', name),
	},
	{
		names: 'goal.created_by',
		who: 'parent',
		others: ['grandmother', 'far-parent'],
		sql: (name) =>
			`insert into goal (id, family_id, title, created_by) values ('@new', '@family', 'Ord', '${name}')`,
	},
	{
		names: 'goal_progress.noted_by',
		who: 'parent',
		others: ['grandmother', 'far-parent'],
		sql: (name) => `insert into goal_progress (id, goal_id, family_id, note, noted_by)
			values ('@new', '@goal of the family', '@family', 'Godt', '${name}')`,
	},
	{
		names: 'family_offer.suggested_by',
		who: 'parent',
		others: ['grandmother', 'far-parent'],
		sql: (name) => `insert into family_offer (id, family_id, offer_id, state, suggested_by)
			values ('@new', '@family', '@second offer', 'interested', '${name}')`,
	},
	{
		names: 'plan_visit.person_id',
		who: 'parent',
		others: ['young-person', 'grandmother', 'far-parent'],
		sql: (name) => `insert into plan_visit (person_id, family_id) values ('${name}', '@family')`,
	},
];
