/** The only code that queries sharing and the access log. What they allow, supabase/schemas, 70 and 71, decide. */
import type * as v from 'valibot';
import { groupedBy } from '$lib/grouped';
import { danishDay } from '$lib/i18n/format';
import { addOnce, changed, rows, type Database } from '$lib/server/database';
import type { SharedRating } from '$lib/wellbeing/shared';
import { topics, type Topic } from '$lib/wellbeing/wellbeing';
import type { ShareAnswers, Withdraw } from './commands.server';
import {
	holding,
	inForce,
	untilOf,
	type Professional,
	type Read,
	type Share,
	type SharedWithMe,
} from './sharing';

/** Everything this person shares or has shared, newest first. */
export async function list(db: Database, owner: string): Promise<Share[]> {
	const found = rows(
		await db
			.from('share')
			.select(
				'id, topic, professional_id, valid_until, created_at, withdrawn_at, professional:person!share_professional_id_fkey(name)',
			)
			.eq('owner_id', owner)
			.order('created_at', { ascending: false }),
	);
	return found.map((row) => ({
		id: row.id,
		topic: row.topic,
		professionalId: row.professional_id,
		professionalName: row.professional.name,
		validUntil: row.valid_until,
		createdAt: row.created_at,
		withdrawnAt: row.withdrawn_at,
	}));
}

/** The professionals in the teams around these families now, the coordinator first, then by name. */
export async function professionals(db: Database, families: string[]): Promise<Professional[]> {
	const [team, coordinators] = await Promise.all([
		db
			.from('team_member')
			.select('job!inner(person_id, profession, left_at, person!job_person_id_fkey!inner(name))')
			.in('family_id', families)
			.is('left_at', null)
			.then(rows),
		db
			.from('coordinator_choice')
			.select('professional_id')
			.in('family_id', families)
			.eq('answer', 'accepted')
			.is('ended_at', null)
			.then(rows),
	]);
	const chosen = new Set(coordinators.map(({ professional_id }) => professional_id));
	const working = team.map(({ job }) => job).filter(({ left_at }) => left_at === null);
	const once = new Map(working.map((one) => [one.person_id, one]));
	return [...once.values()]
		.map(({ person_id, profession, person }) => ({
			id: person_id,
			name: person.name,
			profession,
			isCoordinator: chosen.has(person_id),
		}))
		.sort((a, b) => Number(b.isCoordinator) - Number(a.isCoordinator) || a.name.localeCompare(b.name, 'da'));
}

export interface Reader {
	topic: Topic;
	id: string;
	name: string;
	/** YYYY-MM-DD */
	until: string;
}

/**
 * What this person's choices in force today (YYYY-MM-DD) let whom read, whoever they are with: around the family first,
 * in that order, then those who are not.
 */
export async function readers(
	db: Database,
	owner: string,
	families: string[],
	today: string,
): Promise<Reader[]> {
	const [shares, people] = await Promise.all([list(db, owner), withWhom(db, owner, families, today)]);
	return people.flatMap(({ id, name }) =>
		topics.flatMap((topic) => {
			const held = holding(shares, id, topic, today);
			return held ? [{ topic, id, name, until: held.validUntil }] : [];
		}),
	);
}

/** Everybody one can share with, and everybody one shares with today though they are around no longer. */
export async function withWhom(
	db: Database,
	owner: string,
	families: string[],
	today: string,
): Promise<Professional[]> {
	const [shares, around] = await Promise.all([list(db, owner), professionals(db, families)]);
	const gone = new Map(
		shares
			.filter((share) => inForce(share, today) && !around.some(({ id }) => id === share.professionalId))
			.map(({ professionalId, professionalName }) => [professionalId, professionalName]),
	);
	return [
		...around,
		...[...gone].map(([id, name]) => ({ id, name, profession: null, isCoordinator: false })),
	];
}

/** My own answers on a topic, exactly as someone sees them with whom I share it. Writes no log: nobody else looks. */
export async function preview(db: Database, topic: Topic): Promise<SharedRating[]> {
	return rows(await db.rpc('preview_share', { shared_topic: topic }));
}

/**
 * What the people of a family share with this professional now, by name: whose answers, about what, until when. Reads no answer,
 * so it leaves no line in the access log.
 */
export async function sharedWith(
	db: Database,
	professional: string,
	family: string,
): Promise<SharedWithMe[]> {
	const answer = await db
		.from('share')
		.select(
			'id, topic, valid_until, owner:person!share_owner_id_fkey!inner(id, name, member!inner(family_id))',
		)
		.eq('professional_id', professional)
		.eq('owner.member.family_id', family)
		.is('owner.member.left_at', null)
		.is('withdrawn_at', null)
		.order('valid_until', { ascending: false });
	const found = rows(answer).map(({ id, topic, owner, valid_until }) => ({
		id,
		topic,
		owner: { id: owner.id, name: owner.name },
		validUntil: valid_until,
	}));
	// Two choices for the same topic count as the longer one.
	const longest = groupedBy(found, ({ owner, topic }) => `${owner.id} ${topic}`);
	return [...longest.values()]
		.flatMap((choices) => choices.slice(0, 1))
		.sort((a, b) => a.owner.name.localeCompare(b.owner.name, 'da') || a.topic.localeCompare(b.topic));
}

/**
 * Reads the answers a family shares with the professional who asks: the newest, or those before a moment (ISO 8601). The first request writes the access log, the second
 * shows what the log then says was read (docs/decisions/006). So this is called when a person asks to read, and never
 * to find out something else.
 * @throws {DatabaseError} 42501 for somebody who is not in the team
 */
export async function readShared(db: Database, family: string, before: string): Promise<SharedRating[]> {
	const older = before ? { before } : {};
	const reading = rows(await db.rpc('open_shared_ratings', { family, ...older }));
	return rows(await db.rpc('read_shared_ratings', { reading, ...older }));
}

/**
 * Lets a professional read a topic until a day. The database ends what held before in the same transaction, so that a
 * shorter choice is shorter; the same command twice is one choice.
 * @throws {DatabaseError} 42501 when the day is over or they are not around the family; share_at_most_a_year
 */
export async function share(
	db: Database,
	owner: string,
	choice: v.InferOutput<typeof ShareAnswers>,
	at: Date,
): Promise<void> {
	await addOnce(
		db,
		'share',
		{
			id: choice.id,
			owner_id: owner,
			topic: choice.topic,
			professional_id: choice.professional,
			valid_until: untilOf(choice, danishDay(at)),
		},
		['owner_id', 'topic', 'professional_id', 'valid_until'],
	);
}

/** Ends everything this professional may read on the topic, from the very next read. @throws {DatabaseError} 42501 when nothing holds */
export async function withdraw(
	db: Database,
	owner: string,
	{ professional, topic }: v.InferOutput<typeof Withdraw>,
	at: Date,
): Promise<void> {
	changed(
		await db
			.from('share')
			.update({ withdrawn_at: at.toISOString() })
			.match({ owner_id: owner, professional_id: professional, topic })
			.is('withdrawn_at', null)
			.select('id'),
	);
}

/** Who has read my answers, newest first, at most `most`; since a moment (ISO 8601) when given. */
export async function reads(
	db: Database,
	owner: string,
	{ since, most = 200 }: { since?: string | undefined; most?: number } = {},
): Promise<Read[]> {
	let query = db
		.from('access_log')
		.select(
			'id, reader_id, profession, as_coordinator, topic, answers_read, read_at, reader:person!access_log_reader_id_fkey(name), share(created_at, valid_until, withdrawn_at)',
		)
		.eq('owner_id', owner)
		.order('read_at', { ascending: false })
		.limit(most);
	if (since) query = query.gt('read_at', since);
	return rows(await query).map((row) => {
		const withdrawn = row.share?.withdrawn_at && danishDay(new Date(row.share.withdrawn_at));
		const until = row.share?.valid_until ?? null;
		const ended = withdrawn && until && withdrawn < until ? withdrawn : until;
		return {
			id: row.id,
			readerId: row.reader_id,
			readerName: row.reader?.name ?? null,
			profession: row.profession,
			asCoordinator: row.as_coordinator,
			topic: row.topic,
			answersRead: row.answers_read,
			readAt: row.read_at,
			sharedAt: row.share?.created_at ?? null,
			sharedUntil: ended,
		};
	});
}

/** Who has looked since a moment (ISO 8601), for Home; newest first, at most 20. */
export const recentReads = (db: Database, owner: string, since: string) =>
	reads(db, owner, { since, most: 20 });
