/** The only code that queries sharing and the access log. What they allow, supabase/schemas, 70 and 71, decide. */
import type * as v from 'valibot';
import { groupedBy } from '$lib/grouped';
import { danishDay } from '$lib/i18n/format';
import { addOnce, changed, rows, type Database, counted, shown } from '$lib/server/database';
import { mapped, type Shown, type Window } from '$lib/more';
import type { SharedRating } from '$lib/wellbeing/shared';
import { topics, type Topic } from '$lib/wellbeing/wellbeing';
import type { ShareAnswers, Withdraw } from './commands.server';
import { holding, untilOf, type Professional, type Read, type Share, type SharedWithMe } from './sharing';

const shareColumns =
	'id, topic, professionalId:professional_id, validUntil:valid_until, createdAt:created_at, withdrawnAt:withdrawn_at, ...person!share_professional_id_fkey(professionalName:name)';

/** What this person shares with one professional and has shared with them, newest first, at most 100. */
export async function list(db: Database, owner: string, professional: string): Promise<Share[]> {
	return rows(
		await db
			.from('share')
			.select(shareColumns)
			.eq('owner_id', owner)
			.eq('professional_id', professional)
			.order('created_at', { ascending: false })
			.limit(100),
	);
}

/** Every choice of this person that holds today (YYYY-MM-DD), newest first, at most 500. */
export async function inForce(db: Database, owner: string, today: string): Promise<Share[]> {
	return rows(
		await db
			.from('share')
			.select(shareColumns)
			.eq('owner_id', owner)
			.is('withdrawn_at', null)
			.gte('valid_until', today)
			.order('created_at', { ascending: false })
			.limit(500),
	);
}

/** The professionals in the teams around these families now, the coordinator first, then by name, at most 500. */
export async function professionals(db: Database, families: string[]): Promise<Professional[]> {
	const [team, coordinators] = await Promise.all([
		db
			.from('team_member')
			.select('job!inner(profession, ...person!job_person_id_fkey!inner(id, name))')
			.in('family_id', families)
			.is('left_at', null)
			.is('job.left_at', null)
			.order('joined_at', { ascending: false })
			.limit(500)
			.then(rows),
		db
			.from('coordinator_choice')
			.select('professionalId:professional_id')
			.in('family_id', families)
			.eq('answer', 'accepted')
			.is('ended_at', null)
			.order('chosen_at', { ascending: false })
			.limit(50)
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
	const [shares, people] = await Promise.all([
		inForce(db, owner, today),
		withWhom(db, owner, families, today),
	]);
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
	const [shares, around] = await Promise.all([inForce(db, owner, today), professionals(db, families)]);
	const gone = new Map(
		shares
			.filter(({ professionalId }) => !around.some(({ id }) => id === professionalId))
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
			'id, topic, validUntil:valid_until, owner:person!share_owner_id_fkey!inner(id, name, member!inner(family_id))',
		)
		.eq('professional_id', professional)
		.eq('owner.member.family_id', family)
		.is('owner.member.left_at', null)
		.is('withdrawn_at', null)
		.order('valid_until', { ascending: false })
		.limit(500);
	const found = rows(answer).map(({ owner, ...choice }) => ({
		...choice,
		owner: { id: owner.id, name: owner.name },
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

const readColumns =
	'id, readerId:reader_id, profession, asCoordinator:as_coordinator, topic, answersRead:answers_read, readAt:read_at, reader:person!access_log_reader_id_fkey(name), share(sharedAt:created_at, validUntil:valid_until, withdrawnAt:withdrawn_at)';

type ReadRow = Omit<Read, 'readerName' | 'sharedAt' | 'sharedUntil'> & {
	reader: { name: string } | null;
	share: { sharedAt: string; validUntil: string; withdrawnAt: string | null } | null;
};

function toRead({ reader, share, ...read }: ReadRow): Read {
	const withdrawn = share?.withdrawnAt && danishDay(new Date(share.withdrawnAt));
	const until = share?.validUntil ?? null;
	const sharedUntil = withdrawn && until && withdrawn < until ? withdrawn : until;
	return { ...read, readerName: reader?.name ?? null, sharedAt: share?.sharedAt ?? null, sharedUntil };
}

/** Who has read my answers, newest first. */
export async function reads(db: Database, owner: string, window: Window): Promise<Shown<Read>> {
	const answer = await db
		.from('access_log')
		.select(readColumns, counted)
		.eq('owner_id', owner)
		.order('read_at', { ascending: false })
		.order('id')
		.range(window.from, window.to - 1);
	return mapped(shown(answer, window), toRead);
}

/** Who has looked since a moment (ISO 8601), for Home; newest first, at most 20. */
export async function recentReads(db: Database, owner: string, since: string): Promise<Read[]> {
	const answer = await db
		.from('access_log')
		.select(readColumns)
		.eq('owner_id', owner)
		.gt('read_at', since)
		.order('read_at', { ascending: false })
		.limit(20);
	return rows(answer).map(toRead);
}

/** What one professional has read of a topic, the reads that showed most first, at most 20. */
export async function readsBy(db: Database, owner: string, reader: string, topic: Topic): Promise<Read[]> {
	const answer = await db
		.from('access_log')
		.select(readColumns)
		.match({ owner_id: owner, reader_id: reader, topic })
		.order('answers_read', { ascending: false, nullsFirst: false })
		.limit(20);
	return rows(answer).map(toRead);
}
