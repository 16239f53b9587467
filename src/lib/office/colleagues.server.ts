/** The people who work with the families of the municipality, and where (15_staff.sql, 72_staff_jobs.sql). */
import { error, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Shown, Window } from '$lib/more';
import { signedIn } from '$lib/server/command';
import { addOnce } from '$lib/server/add-once';
import type { Database } from '$lib/server/database';
import { all, changed, counted, rows, shown } from '$lib/server/rows';
import type { AddPlace, GiveJob, RenamePlace } from './commands.server';
import type { Colleague, Place } from './colleagues';
import { workplace } from './office.server';

const colleagueColumns = `id, name, jobs:job!job_person_id_fkey!inner(id, profession, startedAt:started_at,
	isLead:is_project_lead, organisationId:organisation_id, ...organisation!job_organisation_id_fkey!inner(place:name))` as const;
/** Of what each of them works as. */
const theirJobs = { referencedTable: 'jobs' } as const;

/** Who works in the municipality now, by name, each with all their jobs here. */
export async function list(db: Database, municipality: string, window: Window): Promise<Shown<Colleague>> {
	const answer = await db
		.from('person')
		.select(colleagueColumns, counted)
		.eq('jobs.municipality_id', municipality)
		.is('jobs.left_at', null)
		.order('started_at', theirJobs)
		.limit(all, theirJobs)
		.order('name')
		.order('id')
		.range(window.from, window.to - 1);
	return shown(answer, window);
}

/** The colleague of this page, while they work here. @throws 404 otherwise */
export async function theColleague(event: RequestEvent): Promise<Colleague> {
	const { db } = event.locals;
	const municipality = await workplace(db, signedIn(event).id);
	const answer = await db
		.from('person')
		.select(colleagueColumns)
		.eq('id', event.params.person!)
		.eq('jobs.municipality_id', municipality.id)
		.is('jobs.left_at', null)
		.order('started_at', theirJobs)
		.limit(all, theirJobs)
		.maybeSingle();
	return rows(answer) ?? error(404, 'common:error.notFound');
}

/** Where people work with the families of the municipality, its own places first, then by name. */
export async function places(db: Database, municipality: string, window: Window): Promise<Shown<Place>> {
	const answer = await db
		.from('organisation')
		.select('id, name, kind, revision', counted)
		.eq('municipality_id', municipality)
		.order('kind')
		.order('name')
		.order('id')
		.range(window.from, window.to - 1);
	return shown(answer, window);
}

/** Adds where people work. @throws {DatabaseError} `organisation_named_once` when there is one of that name */
export async function addPlace(
	db: Database,
	municipality: string,
	{ id, name, kind }: v.InferOutput<typeof AddPlace>,
): Promise<void> {
	await addOnce(db, 'organisation', { id, municipality_id: municipality, kind, name }, [
		'municipality_id',
		'kind',
		'name',
	]);
}

/**
 * Gives a place another name. What has been keeps the one it had.
 * @throws {DatabaseError} `organisation_named_once` when another place has it
 */
export async function renamePlace(
	db: Database,
	{ id, name, drawnFrom }: v.InferOutput<typeof RenamePlace>,
): Promise<void> {
	changed(await db.from('organisation').update({ name, revision: drawnFrom }).eq('id', id).select('id'));
}

/**
 * Gives a colleague one more job.
 * @throws {DatabaseError} `job_once_at_a_time` when they work there already; 42501 when they work nowhere here
 */
export async function giveJob(db: Database, job: v.InferOutput<typeof GiveJob>): Promise<void> {
	rows(
		await db.rpc('give_job', {
			id: job.id,
			person: job.person,
			organisation: job.organisation,
			profession: job.profession,
		}),
	);
}
