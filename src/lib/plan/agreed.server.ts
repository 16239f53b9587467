/** What was agreed of a plan, and what is different now. Who agrees, the database decides (supabase/schemas/46_plan_agreeing.sql). */
import type * as v from 'valibot';
import type { Database } from '$lib/server/database';
import { all, counted, descending, rows, shown } from '$lib/server/rows';
import { mapped, ofAll, type Shown, type Window } from '$lib/more';
import type { Agreed, Difference, Version } from './agreed';
import type { AgreePlan } from './commands.server';
import type { Stood } from './plan';

const versionColumns = `id, familyId:family_id, number, agreedAt:agreed_at,
	agreedBy:person!plan_version_agreed_by_fkey(id, name),
	meeting!version_agreed_at_a_meeting_of_the_family(id, startsAt:starts_at, endsAt:ends_at),
	present:plan_version_person(id:person_id, voice, person(name)),
	yes:plan_version_yes(id:person_id, saidAt:said_at, person(name))` as const;

const present = { referencedTable: 'present' } as const;
const yes = { referencedTable: 'yes' } as const;

type Named<T> = T & { person: { name: string } | null };
interface VersionRow extends Omit<Version, 'present' | 'yes'> {
	present: Named<Omit<Version['present'][number], 'name'>>[];
	yes: Named<Omit<Version['yes'][number], 'name'>>[];
}
const named = <T>({ person, ...rest }: Named<T>) => ({ ...rest, name: person?.name ?? null });
const toVersion = (row: VersionRow): Version => ({
	...row,
	present: row.present
		.map((one) => named(one))
		.sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'da')),
	yes: row.yes.map((one) => named(one)),
});

/** The version of this id, or what this family agreed last; null: nothing that I may see. */
async function newest(db: Database, column: 'id' | 'family_id', id: string): Promise<Version | null> {
	const answer = await db
		.from('plan_version')
		.select(versionColumns)
		.eq(column, id)
		.order('number', descending)
		.limit(1)
		.order('person_id', present)
		.limit(all, present)
		.order('said_at', yes)
		.limit(all, yes)
		.maybeSingle();
	const row = rows(answer);
	return row && toVersion(row);
}

/** What each of these families agreed last. */
export const newestOfEach = async (db: Database, families: string[]): Promise<Version[]> =>
	(await Promise.all(families.map((family) => newest(db, 'family_id', family)))).filter(
		(one) => one !== null,
	);

/** What each of these families agreed last, and how much is different now, by family. */
export async function latest(db: Database, families: string[]): Promise<Record<string, Agreed>> {
	const [found, since] = await Promise.all([
		newestOfEach(db, families),
		db
			.rpc('plan_since_agreed', { families })
			.select('familyId:family_id, versionId:version_id, changed, walked')
			.then(rows),
	]);
	return Object.fromEntries(
		found.map((version) => {
			const counts = since.find(({ versionId }) => versionId === version.id);
			return [version.familyId, { version, changed: counts?.changed ?? 0, walked: counts?.walked ?? 0 }];
		}),
	);
}

/** When this family agreed its plan, the latest first. */
export async function datesOf(
	db: Database,
	family: string,
	window: Window,
): Promise<Shown<Pick<Version, 'id' | 'agreedAt'>>> {
	const answer = await db
		.from('plan_version')
		.select('id, agreedAt:agreed_at', counted)
		.eq('family_id', family)
		.order('number', descending)
		.order('id')
		.range(window.from, window.to - 1);
	return shown(answer, window);
}

/** The id of what this family agreed last; null: nothing that I may see. */
export async function newestOf(db: Database, family: string): Promise<string | null> {
	const answer = await db
		.from('plan_version')
		.select('id')
		.eq('family_id', family)
		.order('number', descending)
		.limit(1)
		.maybeSingle();
	return rows(answer)?.id ?? null;
}

/** One version; null when there is none that I may see. */
export const get = (db: Database, id: string): Promise<Version | null> => newest(db, 'id', id);

/** What was agreed last at this meeting; null: nothing that I may see. */
export async function atMeeting(
	db: Database,
	meeting: string,
): Promise<Pick<Version, 'id' | 'agreedAt'> | null> {
	const answer = await db
		.from('plan_version')
		.select('id, agreedAt:agreed_at')
		.eq('meeting_id', meeting)
		.order('number', descending)
		.limit(1)
		.maybeSingle();
	return rows(answer);
}

/** The goals and steps of a version as they stood then, the goals first. */
export async function goalsOf(db: Database, { id }: Pick<Version, 'id'>): Promise<Stood[]> {
	const answer = await db
		.rpc('plan_as_agreed', { version: id })
		.select(
			'id, familyId:family_id, parentId:parent_id, level, aboutId:about_id, title, lifeArea:life_area, sign, dueOn:due_on, position, doneAt:done_at',
		);
	return rows(answer);
}

/** What is different in the plan now: what came first, what was reached last. */
export async function differences(db: Database, version: string, window: Window): Promise<Shown<Difference>> {
	const { from, to } = window;
	const answer = await db
		.rpc('plan_differences', { version, skip: from, most: to - from })
		.select('*, ofAll:of_all');
	return mapped(ofAll(rows(answer), window), (row) => ({
		id: row.goal_id,
		level: row.level,
		aboutId: row.about_id,
		what: row.what,
		since: row.since,
		then: { words: row.words_then, sign: row.sign_then, dueOn: row.due_then, area: row.area_then },
		now: { words: row.words_now, sign: row.sign_now, dueOn: row.due_now, area: row.area_now },
		doneAt: row.done_at,
	}));
}

/** The fingerprint of what this family's plan says now: who agrees says by it what they have read. Asked before what they read. */
export async function asRead(db: Database, family: string): Promise<string> {
	return rows(await db.rpc('plan_as_read', { family }));
}

/** A parent says that the plan, as it was read, is agreed. @throws {DatabaseError} as refusals of agree_plan */
export async function agree(
	db: Database,
	{ id, family, present, asRead, meeting }: v.InferOutput<typeof AgreePlan>,
): Promise<void> {
	rows(
		await db.rpc('agree_plan', {
			version: id,
			family,
			present,
			as_read: asRead,
			...(meeting && { meeting }),
		}),
	);
}

/** Somebody in the family says yes too. @throws {DatabaseError} as refusals of say_yes_to_plan */
export async function sayYes(db: Database, version: string): Promise<void> {
	rows(await db.rpc('say_yes_to_plan', { version }));
}
