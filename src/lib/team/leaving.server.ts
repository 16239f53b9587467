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
export async function leaveFamily(
	db: Database,
	{ id: member, family }: { id: string; family: string },
): Promise<void> {
	rows(await db.rpc('leave_family', { member, family }));
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
 * How somebody left each family to which they belong no more, the latest first: by themselves, or taken out by the
 * municipality; to a child under 13 only that it is out. It is told until they have seen it; with nowhere else to go the latest is why, seen or not.
 */
export async function leavings(db: Database, { families, professional }: SignedIn) {
	const answer = await db
		.rpc('leavings')
		.select(
			'id:event_id, family:family_name, at:left_at, by:by_name, reason, isSeen:is_seen, asChild:as_child',
		);
	const isNowhere = !families.length && !professional;
	return rows(answer).map((one, index) => {
		const isWhy = isNowhere && index === 0;
		return { ...one, isTold: isWhy || !one.isSeen, isAsked: !isWhy && !one.isSeen };
	});
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

/** How somebody left a family. */
export type Leaving = Awaited<ReturnType<typeof leavings>>[number];
