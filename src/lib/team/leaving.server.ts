/** Out of a family: by oneself, or by the municipality (89_leaving.sql). */
import type * as v from 'valibot';
import type { Language } from '$lib/i18n/languages';
import type { SignedIn } from '$lib/server/auth/session';
import type { Window } from '$lib/more';
import type { Database } from '$lib/server/database';
import { sayingHow } from '$lib/municipality.server';
import { fingerprintOf } from '$lib/server/fingerprint';
import { all, changed, counted, descending, rows, shown } from '$lib/server/rows';
import type { Municipality } from '$lib/tel';
import type { TakeOut } from './commands.server';

/** The id of one's place in a family. */
export async function placeIn(db: Database, family: string, person: string): Promise<string> {
	const answer = await db
		.from('member')
		.select('id')
		.match({ family_id: family, person_id: person })
		.is('left_at', null)
		.order('id')
		.limit(1);
	const [place] = changed(answer);
	return place!.id;
}

/** @throws {DatabaseError} `adult_leaves_alone`, `family_keeps_an_adult`, `in_family_again`; 42501 when it is not theirs */
export async function leaveFamily(db: Database, place: string): Promise<void> {
	rows(await db.rpc('leave_family', { member: place }));
}

/**
 * @throws {DatabaseError} `somebody_is_called_that`, `one_is_called_that`, `family_keeps_an_adult`, `child_keeps_a_home`,
 * `in_family_again`; 42501
 */
export async function takeOut(
	db: Database,
	{ knownBornOn, ...given }: v.InferOutput<typeof TakeOut>,
): Promise<void> {
	const meant = { ...given, ...(knownBornOn && { known_born_on: knownBornOn }) };
	rows(await db.rpc('take_out', { ...meant, made_as: fingerprintOf(meant) }));
}

/** Whom the municipality has taken out of a family, the last first, as its project lead wrote it. */
export async function takenOut(db: Database, family: string, window: Window) {
	const answer = await db
		.rpc('taken_out', { family }, counted)
		.select('id, name, role, at:happened_at, reason, by:by_name, meetings')
		.order('happened_at', descending)
		.order('id')
		.range(window.from, window.to - 1);
	return shown(answer, window);
}

/**
 * What the log says of how somebody left a family last, by themselves or taken out by the municipality; null when they
 * are there again, or left none. With somewhere else to go it is told until they have seen it; with nowhere, it is why.
 */
export async function lastLeaving(db: Database, { id: person, families, professional }: SignedIn) {
	const answer = await db
		.from('family_event')
		.select('id, familyId:family_id, at:happened_at, reason, by:by_name, family:elsewhere')
		.match({ person_id: person, kind: 'left' })
		.order('happened_at', descending)
		.order('id')
		.limit(1);
	const [last] = rows(answer);
	if (!last || families.some(({ id }) => id === last.familyId)) return null;
	if (!families.length && !professional) return { ...last, isSeen: false };
	const seen = await db
		.from('event_seen')
		.select('event_id')
		.match({ person_id: person, event_id: last.id })
		.order('event_id')
		.limit(1);
	return { ...last, isSeen: rows(seen).length > 0 };
}
/** Whom to call about it: every municipality they see, for it may be another than that of where they are now. */
export async function toCall(db: Database, language: Language): Promise<Municipality[]> {
	const answer = await db
		.from('municipality')
		.select('name, phone, hours:phone_hours')
		.order('name')
		.limit(all);
	return rows(answer).map((one) => sayingHow(one, language));
}

/** How somebody left a family last. */
export type Leaving = NonNullable<Awaited<ReturnType<typeof lastLeaving>>>;
