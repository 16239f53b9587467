/** The only code that queries choices of sharing. What they allow, supabase/schemas/70_sharing.sql decides. */
import type * as v from 'valibot';
import { danishDay } from '$lib/i18n/format';
import type { Shown, Window } from '$lib/more';
import { addOnce } from '$lib/server/add-once';
import type { Database } from '$lib/server/database';
import { all, changed, counted, descending, rows, shown } from '$lib/server/rows';
import { topics, type Topic } from '$lib/wellbeing/wellbeing';
import type { ShareAnswers, Withdraw } from './commands.server';
import { holding, untilOf, type Professional, type Share } from './sharing';

const shareColumns =
	'id, topic, professionalId:professional_id, validUntil:valid_until, createdAt:created_at, withdrawnAt:withdrawn_at, ...person!share_professional_id_fkey(professionalName:name)';

/**
 * What this person has shared with one professional and shares no more today (YYYY-MM-DD): those that ran out, then
 * those that were withdrawn, the latest first.
 */
export async function ended(
	db: Database,
	owner: string,
	professional: string,
	today: string,
	window: Window,
): Promise<Shown<Share>> {
	const answer = await db
		.from('share')
		.select(shareColumns, counted)
		.eq('owner_id', owner)
		.eq('professional_id', professional)
		.or(`withdrawn_at.not.is.null,valid_until.lt.${today}`)
		.order('withdrawn_at', { ascending: false, nullsFirst: true })
		.order('valid_until', descending)
		.order('created_at', descending)
		.order('id')
		.range(window.from, window.to - 1);
	return shown(answer, window);
}

/** What a professional is called with whom this person shares or has shared; null when there is no such. */
export async function nameShared(db: Database, owner: string, professional: string): Promise<string | null> {
	const answer = await db
		.from('share')
		.select('...person!share_professional_id_fkey(name)')
		.eq('owner_id', owner)
		.eq('professional_id', professional)
		.order('id')
		.limit(1)
		.maybeSingle();
	return rows(answer)?.name ?? null;
}

/** Every choice of this person that holds today (YYYY-MM-DD), newest first. */
export async function inForce(db: Database, owner: string, today: string): Promise<Share[]> {
	return rows(
		await db
			.from('share')
			.select(shareColumns)
			.eq('owner_id', owner)
			.is('withdrawn_at', null)
			.gte('valid_until', today)
			.order('created_at', { ascending: false })
			.limit(all),
	);
}

/** The professionals in the teams around these families now, the coordinator first, then by name. */
export async function professionals(db: Database, families: string[]): Promise<Professional[]> {
	const [team, coordinators] = await Promise.all([
		db
			.from('team_member')
			.select('job!inner(profession, ...person!job_person_id_fkey!inner(id, name))')
			.in('family_id', families)
			.is('left_at', null)
			.is('job.left_at', null)
			.order('joined_at', { ascending: false })
			.limit(all)
			.then(rows),
		db
			.from('coordinator_choice')
			.select('professionalId:professional_id')
			.in('family_id', families)
			.eq('answer', 'accepted')
			.is('ended_at', null)
			.order('chosen_at', { ascending: false })
			.limit(all)
			.then(rows),
	]);
	const chosen = new Set(coordinators.map(({ professionalId }) => professionalId));
	const once = new Map(team.map(({ job }) => [job.id, job]));
	return [...once.values()]
		.map((professional) => ({ ...professional, isCoordinator: chosen.has(professional.id) }))
		.sort((a, b) => Number(b.isCoordinator) - Number(a.isCoordinator) || a.name.localeCompare(b.name, 'da'));
}

export interface Reader {
	topic: Topic;
	id: string;
	name: string;
	/** YYYY-MM-DD */
	until: string;
}

/** With whom somebody shares, and what. */
export interface Choices {
	/** Everybody one can share with, and everybody one shares with today though they are around no longer. */
	people: Professional[];
	/** What the choices in force let whom read: around the family first, in that order, then those who are not. */
	readers: Reader[];
}

/** This person's choices in force today (YYYY-MM-DD), whoever they are with. */
export async function choices(
	db: Database,
	owner: string,
	families: string[],
	today: string,
): Promise<Choices> {
	const [shares, around] = await Promise.all([inForce(db, owner, today), professionals(db, families)]);
	const gone = new Map(
		shares
			.filter(({ professionalId }) => !around.some(({ id }) => id === professionalId))
			.map(({ professionalId, professionalName }) => [professionalId, professionalName]),
	);
	const people = [
		...around,
		...[...gone].map(([id, name]) => ({ id, name, profession: null, isCoordinator: false })),
	];
	const readers = people.flatMap(({ id, name }) =>
		topics.flatMap((topic) => {
			const held = holding(shares, id, topic, today);
			return held ? [{ topic, id, name, until: held.validUntil }] : [];
		}),
	);
	return { people, readers };
}

/** What this person's choices in force today (YYYY-MM-DD) let whom read. */
export const readers = async (db: Database, owner: string, families: string[], today: string) =>
	(await choices(db, owner, families, today)).readers;

/**
 * Lets a professional read a topic until a day. The database ends what held before in the same transaction, so that a
 * shorter choice is shorter; the same command twice is one choice, also when the day has gone by in between: months
 * are counted from the day it was made.
 * @throws {DatabaseError} 42501 when the day is over or they are not around the family; share_at_most_a_year
 */
export async function share(
	db: Database,
	owner: string,
	choice: v.InferOutput<typeof ShareAnswers>,
	at: Date,
): Promise<void> {
	const made = rows(
		await db
			.from('share')
			.select('createdAt:created_at')
			.match({ id: choice.id, owner_id: owner })
			.maybeSingle(),
	);
	const madeOn = danishDay(made ? new Date(made.createdAt) : at);
	await addOnce(
		db,
		'share',
		{
			id: choice.id,
			owner_id: owner,
			topic: choice.topic,
			professional_id: choice.professional,
			profession: choice.profession,
			valid_until: untilOf(choice, madeOn),
		},
		['owner_id', 'topic', 'professional_id', 'valid_until'],
	);
}

/**
 * Ends everything this professional may read on the topic, from the very next read; what had run out before, the database
 * leaves as it ended.
 * @returns whether this person goes on sharing something else with them
 * @throws {DatabaseError} 42501 when nothing holds
 */
export async function withdraw(
	db: Database,
	owner: string,
	{ professional, topic }: v.InferOutput<typeof Withdraw>,
	at: Date,
): Promise<{ sharesMore: boolean }> {
	changed(
		await db
			.from('share')
			.update({ withdrawn_at: at.toISOString() })
			.match({ owner_id: owner, professional_id: professional, topic })
			.is('withdrawn_at', null)
			.select('id'),
	);
	const others = await inForce(db, owner, danishDay(at));
	return { sharesMore: others.some(({ professionalId }) => professionalId === professional) };
}
