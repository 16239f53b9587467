/** The only code that queries families and their members. */
import type { Database } from '$lib/server/database';
import { all, changed, rows } from '$lib/server/rows';
import type * as v from 'valibot';
import type { CorrectBirth } from './commands.server';
import { calledIn } from './called';
import type { Language } from '$lib/i18n/languages';
import { sayingHow } from '$lib/municipality.server';
import type { Municipality } from '$lib/tel';
import type { SignedIn } from '$lib/server/auth/session';
import { adultsBeside, householdsOf, type Born, type Member } from './family';

/** Everybody in these families, by name. */
export async function members(db: Database, families: string[]): Promise<Member[]> {
	const answer = await db
		.from('family')
		.select('id, members:member(familyId:family_id, role, stage, ...person!inner(id, name))')
		.in('id', families)
		.is('members.left_at', null)
		.order('id')
		.limit(all)
		.order('joined_at', { referencedTable: 'members', ascending: false })
		.limit(all, { referencedTable: 'members' });
	return rows(answer)
		.flatMap(({ members }) => members)
		.map(({ stage, ...member }) => ({ ...member, stage: stage! }))
		.sort((a, b) => a.name.localeCompare(b.name, 'da'));
}

/** The same to one of them: as they are called among themselves. */
export const ours = async (db: Database, families: string[]): Promise<Member[]> =>
	calledIn(await members(db, families));

/**
 * Of the households in which somebody under 18 is a parent beside one who is an adult: what those are called who say there
 * who comes, who goes and who coordinates.
 */
export async function leftToAdults(
	db: Database,
	{ id: me, families }: Pick<SignedIn, 'id' | 'families'>,
): Promise<Map<string, string[]>> {
	// Most parents are adults, and then nothing is asked.
	const young = householdsOf(families).filter(({ stage }) => stage !== 'adult');
	const everybody = young.length
		? await ours(
				db,
				young.map(({ id }) => id),
			)
		: [];
	return new Map(
		young.flatMap(({ id }) => {
			const adults = adultsBeside(
				me,
				everybody.filter(({ familyId }) => familyId === id),
			);
			return adults.length ? [[id, adults.map(({ name }) => name)] as const] : [];
		}),
	);
}

/** The municipality of each of these families, and how to call it. */
export async function municipalities(
	db: Database,
	families: string[],
	language: Language,
): Promise<(Municipality & { familyId: string })[]> {
	const answer = await db
		.from('family')
		.select('familyId:id, ...municipality!inner(name, phone, hours:phone_hours)')
		.in('id', families)
		.order('id')
		.limit(all);
	return rows(answer).map(({ familyId, ...one }) => ({ familyId, ...sayingHow(one, language) }));
}

/** Ours with the day they were born: the family’s own, so asked from inside it only. */
export async function born(db: Database, families: string[]): Promise<Born[]> {
	const [everybody, answer] = await Promise.all([
		ours(db, families),
		db
			.from('member')
			.select('person!inner(birth(personId:person_id, bornOn:born_on))')
			.in('family_id', families)
			.is('left_at', null)
			.order('joined_at', { ascending: false })
			.limit(all),
	]);
	const births = new Map(rows(answer).map(({ person: { birth } }) => [birth?.personId, birth?.bornOn]));
	return everybody.map((member) => ({ ...member, bornOn: births.get(member.id) ?? null }));
}

/** The day somebody of one's families was born, YYYY-MM-DD; null when it is not known. */
export async function bornOn(db: Database, person: string): Promise<string | null> {
	const answer = await db.from('birth').select('bornOn:born_on').eq('person_id', person).maybeSingle();
	return rows(answer)?.bornOn ?? null;
}

/**
 * Corrects a date of birth, as the municipality; what follows from it follows at once.
 * @throws {DatabaseError} `somebody_is_called_that`, `one_is_called_that`, `parent_or_relative_is_no_child`,
 * `family_keeps_an_adult`, `born_in_this_age`, `born_not_in_the_future`; 42501 when the family is not theirs to write about
 */
export async function correctBirth(
	db: Database,
	{ family, name, role, bornOn, knownBornOn }: v.InferOutput<ReturnType<typeof CorrectBirth>>,
): Promise<void> {
	const known = knownBornOn ? { known_born_on: knownBornOn } : {};
	rows(await db.rpc('correct_birth', { family, name, role, born_on: bornOn, ...known }));
}

/** Changes what a person is called; the database lets each change only their own name. */
export async function rename(db: Database, person: string, name: string): Promise<void> {
	changed(await db.from('person').update({ name }).eq('id', person).select('id'));
}
