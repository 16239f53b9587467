/** What the project lead asks about the municipality. What may be seen, the database decides. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { isId } from '$lib/id';
import { mapped, type Shown, type Window } from '$lib/more';
import { signedIn } from '$lib/server/command';
import { changed, counted, rows, shown, type Database } from '$lib/server/database';
import type { Enrol } from './commands.server';
import type { EnrolledFamily } from './office';

/** The municipality this person leads the project in; the first when there are several. */
export async function workplace(db: Database, person: string): Promise<{ id: string; name: string }> {
	const answer = await db
		.from('job')
		.select('municipality!job_municipality_id_fkey!inner(id, name)')
		.eq('person_id', person)
		.eq('is_project_lead', true)
		.is('left_at', null)
		.order('started_at')
		.limit(1);
	// Who leads no project is refused, and not told to try again.
	const [job] = changed(answer);
	return job!.municipality;
}

/** Where one can work with families in the municipality, its own places first, then by name; at most 200. */
export async function organisations(
	db: Database,
	municipality: string,
): Promise<{ id: string; name: string }[]> {
	const answer = await db
		.from('organisation')
		.select('id, name')
		.eq('municipality_id', municipality)
		.order('kind')
		.order('name')
		.limit(200);
	return rows(answer);
}

// A column the database works out: @supabase/lite finds it only by its own name.
const columns = 'id, name, enrolled_on';

/** Every family has been enrolled once; what the database works out, the types know no better than null. */
const toEnrolled = ({
	enrolled_on,
	...family
}: Omit<EnrolledFamily, 'enrolledOn'> & { enrolled_on: string | null }) => ({
	...family,
	enrolledOn: enrolled_on!,
});

/** The families of the municipality, by name. */
export async function families(
	db: Database,
	municipality: string,
	window: Window,
): Promise<Shown<EnrolledFamily>> {
	const answer = await db
		.from('family')
		.select(columns, counted)
		.eq('municipality_id', municipality)
		.order('name')
		.order('id')
		.range(window.from, window.to - 1);
	return mapped(shown(answer, window), toEnrolled);
}

/** The families of the municipality to choose from, by name, at most 900. */
export async function choosable(db: Database, municipality: string): Promise<EnrolledFamily[]> {
	const answer = await db
		.from('family')
		.select(columns)
		.eq('municipality_id', municipality)
		.order('name')
		.order('id')
		.limit(900);
	return rows(answer)
		.map(toEnrolled)
		.sort((a, b) => a.name.localeCompare(b.name, 'da'));
}

/** The family of this page, when it is of the lead's municipality. @throws 404 otherwise */
export async function theFamily(event: RequestEvent): Promise<EnrolledFamily> {
	const { db } = event.locals;
	const id = event.params.family!;
	const municipality = await workplace(db, signedIn(event).id);
	const family = isId(id)
		? rows(
				await db
					.from('family')
					.select(columns)
					.eq('municipality_id', municipality.id)
					.eq('id', id)
					.maybeSingle(),
			)
		: null;
	return family ? toEnrolled(family) : error(404, 'common:error.notFound');
}

/** Enrols a family; the visitation date becomes its baseline (F2). */
export async function enrol(
	db: Database,
	municipality: string,
	family: v.InferOutput<typeof Enrol>,
): Promise<void> {
	rows(
		await db.rpc('enrol_family', {
			id: family.id,
			municipality,
			name: family.name,
			visited_on: family.visitedOn,
			...(family.tier && { tier: family.tier }),
		}),
	);
}
