/** What the project lead asks about the municipality. What may be seen, the database decides. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { choosable, mostChoices, withPart, type Choosable } from '$lib/choosing';
import { isId } from '$lib/id';
import { mapped, type Shown, type Window } from '$lib/more';
import { signedIn } from '$lib/server/command';
import type { Database } from '$lib/server/database';
import { changed, counted, rows, shown } from '$lib/server/rows';
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

/** Where one can work with families in the municipality, its own places first, then by name; of those with `part` in their name. */
export async function organisations(
	db: Database,
	municipality: string,
	part: string,
): Promise<Choosable<{ id: string; name: string }>> {
	const answer = await db
		.from('organisation')
		.select('id, name')
		.eq('municipality_id', municipality)
		.ilike('name', withPart(part))
		.order('kind')
		.order('name')
		.order('id')
		.limit(mostChoices + 1);
	return choosable(rows(answer), part);
}

/** Since when and until when these families take part: the enrolment in force, or the last. */
const lastTimes = async (db: Database, families: string[]) =>
	rows(await db.rpc('last_enrolments', { families }));

const enrolled = (
	{ id, name }: { id: string; name: string },
	times: Awaited<ReturnType<typeof lastTimes>>,
): EnrolledFamily => {
	const last = times.find(({ family_id }) => family_id === id);
	return { id, name, enrolledOn: last?.enrolled_on ?? null, endedOn: last?.ended_on ?? null };
};

/**
 * The families of the municipality, by name, but for `own`: there the lead is family. Of those with `part` in their name
 * or in that of somebody in their team.
 */
export async function families(
	db: Database,
	municipality: string,
	{ own, part }: { own: readonly string[]; part: string },
	window: Window,
): Promise<Shown<EnrolledFamily>> {
	const answer = await (part
		? db
				.rpc('find_families', { municipality, part: withPart(part) }, counted)
				.select('id, name')
				.not('id', 'in', `(${own.join()})`)
				.order('sorts_as')
				.order('id')
				.range(window.from, window.to - 1)
		: db
				.from('family')
				.select('id, name', counted)
				.eq('municipality_id', municipality)
				.not('id', 'in', `(${own.join()})`)
				.order('sorts_as')
				.order('id')
				.range(window.from, window.to - 1));
	const found = shown(answer, window);
	const times = await lastTimes(
		db,
		found.rows.map(({ id }) => id),
	);
	return mapped(found, (family) => enrolled(family, times));
}

/** The enrolment by which a family takes part. */
const inForce = { referencedTable: 'enrolment' } as const;

/**
 * The families of the municipality to choose from that take part, by name, but for `own`; of those with `part` in their
 * name, and the one that is chosen already.
 */
export async function choosableFamilies(
	db: Database,
	municipality: string,
	own: readonly string[],
	{ part, chosen }: { part: string; chosen: string | null },
): Promise<Choosable<Pick<EnrolledFamily, 'id' | 'name'>>> {
	const [found, already] = await Promise.all([
		db
			.from('family')
			.select('id, name, enrolment!inner(id)')
			.is('enrolment.ended_on', null)
			.eq('municipality_id', municipality)
			.not('id', 'in', `(${own.join()})`)
			.ilike('name', withPart(part))
			.order('sorts_as')
			.order('id')
			.limit(mostChoices + 1)
			.order('id', inForce)
			.limit(1, inForce)
			.then(rows),
		db
			.from('family')
			.select('id, name, enrolment!inner(id)')
			.is('enrolment.ended_on', null)
			.eq('municipality_id', municipality)
			.not('id', 'in', `(${own.join()})`)
			.in('id', isId(chosen ?? '') ? [chosen!] : [])
			.order('id')
			.limit(1)
			.order('id', inForce)
			.limit(1, inForce)
			.then(rows),
	]);
	const named = ({ id, name }: (typeof found)[number]) => ({ id, name });
	const { rows: shown, ...list } = choosable(found.map(named), part);
	const missing = already.map(named).filter(({ id }) => !shown.some((one) => one.id === id));
	return {
		...list,
		rows: [...missing, ...shown].sort((a, b) => a.name.localeCompare(b.name, 'da', { numeric: true })),
	};
}

/** The family of this page, when it is of the lead's municipality. @throws 404 otherwise */
export async function theFamily(event: RequestEvent): Promise<EnrolledFamily> {
	const { db } = event.locals;
	const id = event.params.family!;
	const me = signedIn(event);
	const municipality = await workplace(db, me.id);
	const isOwn = me.families.some((own) => own.id === id);
	const family =
		isId(id) && !isOwn
			? rows(
					await db
						.from('family')
						.select('id, name')
						.eq('municipality_id', municipality.id)
						.eq('id', id)
						.maybeSingle(),
				)
			: null;
	return family ? enrolled(family, await lastTimes(db, [family.id])) : error(404, 'common:error.notFound');
}

/** Enrols a family; the visitation date becomes its baseline (F2). */
export async function enrol(
	db: Database,
	municipality: string,
	family: v.InferOutput<ReturnType<typeof Enrol>>,
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
