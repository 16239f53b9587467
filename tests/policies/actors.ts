/** Everybody who might ask. Who they are to each other stands in fixture/people.sql. */
import type { Actor } from '../database/acting.ts';
import { idOf } from './labels.ts';

export const people = [
	/** Mother; decides for the household "family". */
	'parent',
	/** Father of the same child, separated; decides for the household "other home". */
	'other-parent',
	/** 16, in "family". */
	'young-person',
	/** 11, in "family" and in "other home". */
	'child',
	/** The one "family" picked. */
	'coordinator',
	/** In the team of "family". */
	'teacher',
	/** In the team of "family", asked to be its coordinator. */
	'job-adviser',
	/** Another family in the same municipality. */
	'stranger-parent',
	/** Coordinates a family in another municipality. */
	'stranger-coordinator',
	/** Leads the project in the municipality of "family". */
	'project-lead',
	/** Not in the team; asked to come to one meeting of "family". */
	'guest',
	/** Was in "family" and has left it. */
	'former-partner',
	/** Was in the team and has left it; still works in the municipality, with another family. */
	'former-mentor',
	/** Has left the job; nobody took her out of the team. */
	'former-nurse',
] as const;

export type Person = (typeof people)[number];
export type ActorName = Person | 'anonymous' | 'session-keeper' | 'service-key';

const signedIn = people.map((name) => [name, { role: 'authenticated', person: idOf(name) }] as const);

export const actors = {
	...(Object.fromEntries(signedIn) as Record<Person, Actor>),
	/** Not signed in. */
	anonymous: { role: 'anon' },
	/** The web server looking up a session. */
	'session-keeper': { role: 'session_keeper' },
	/** The key that opens everything in other projects. */
	'service-key': { role: 'service_role' },
} as const satisfies Record<ActorName, Actor>;

export const actorNames = Object.keys(actors) as ActorName[];

/** The household "family". */
export const family = ['parent', 'young-person', 'child'] as const satisfies ActorName[];
/** The professionals around "family". */
export const team = ['coordinator', 'teacher', 'job-adviser'] as const satisfies ActorName[];
export const nobody: ActorName[] = [];
