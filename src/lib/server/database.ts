/**
 * Clients for the database. Each is one person (or nobody, or the keeper of sessions), through a token that lives a
 * minute and never leaves the server. There is no client with the service key.
 */
import {
	createClient,
	type PostgrestError,
	type PostgrestSingleResponse,
	type SupabaseClient,
} from '@supabase/supabase-js';
import { cutOff, within, type First, type Shown, type Window } from '$lib/more';
import type { Database as Schema } from './database.types';
import { countedFetch } from './measure';
import { supabaseSettings } from './supabase';
import { signToken, tokenLifetime, type Claims } from './token';

export type Database = SupabaseClient<Schema>;
export type Tables = Schema['public']['Tables'];
export type Row<Table extends keyof Tables> = Tables[Table]['Row'];

function connect(claims: Claims | null): Database {
	const { url, publishableKey } = supabaseSettings();
	let token: Promise<string> | undefined;
	let signedAt = 0;
	// Whoever waits for a turn or for a slow database asks with a token that still holds; and one that was signed before the
	// clock was set back would hold too long, or not yet.
	const accessToken = () => {
		const age = Date.now() - signedAt;
		if (!token || age < 0 || age > (tokenLifetime * 1000) / 2) {
			signedAt = Date.now();
			token = signToken(claims!);
		}
		return token;
	};
	return createClient<Schema>(url, publishableKey, {
		global: { fetch: countedFetch },
		auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
		...(claims && { accessToken }),
	});
}

/**
 * The database as this person sees it; row-level security decides about every row.
 * @param madeAt when what is written was done (ISO 8601), if it had to wait: it undoes nothing that was said since
 */
export function databaseOf(personId: string, sessionId: string, madeAt?: string): Database {
	const claims: Claims = { role: 'authenticated', sub: personId, sid: sessionId };
	if (madeAt) return connect({ ...claims, made_at: madeAt });
	const who = `${personId} ${sessionId}`;
	const client = clients.get(who) ?? connect(claims);
	// Who asked last is the last to go.
	clients.delete(who);
	clients.set(who, client);
	if (clients.size > atHand) clients.delete(clients.keys().next().value!);
	return client;
}

/** Whoever asks again soon asks through the same client, with a token that is signed already. */
const clients = new Map<string, Database>();
const atHand = 200;

/** The database as somebody sees it who is not signed in: nothing. */
export const databaseOfNobody = (): Database => (nobody ??= connect(null));

let nobody: Database | undefined;
let keeper: Database | undefined;

/** The role that keeps sessions and opens invitations, and can do nothing else. It is nobody: one client serves all. */
export const sessionKeeper = (): Database => (keeper ??= connect({ role: 'session_keeper' }));

/** A refusal or failure of the database. The message is PostgreSQL's and is not for people or logs. */
export class DatabaseError extends Error {
	/** SQLSTATE */
	readonly code: string;
	/**
	 * Everything the answer names: the constraint or rule that refused is among them. Messages come in the database's
	 * language, so no sentence is read, only what stands in quotes; whoever asks knows which names are refusals.
	 */
	readonly names: readonly string[];
	constructor(error: Pick<PostgrestError, 'code' | 'message'> & Partial<PostgrestError>) {
		const names = [error.hint, error.message, error.details].flatMap((text) => namesIn(text ?? ''));
		// @supabase/lite passes on what breaks a check, or private.refuse raises, without its SQLSTATE.
		const code = error.code === 'SUP' && refused.test(error.message) ? '23514' : error.code;
		super(`database error ${code}`);
		this.code = code;
		this.names = names;
	}
}

/** How private.refuse begins (00_foundation.sql), and a broken check is told: @supabase/lite speaks English alone. */
const refused =
	/^(error: )?(rule "\w+": |(new row for relation|value for domain) "?\w+"? violates check constraint ")/;

/** Identifiers in the quotes of any language, and a text that is nothing but one (the hint of private.refuse). */
const namesIn = (text: string): string[] =>
	/^\w+$/.test(text)
		? [text]
		: [...text.matchAll(/["'`«»‹›„“”‚‘’]\s?([a-z_]\w*)\s?["'`«»‹›“”‘’]/g)].map(([, name]) => name!);

/** Refuses by a rule of ours, as private.refuse does in the database. @throws {DatabaseError} always */
export function refuse(rule: string): never {
	throw new DatabaseError({ code: '23514', message: '', hint: rule });
}

/** The rows an update or delete touched. @throws {DatabaseError} as a refusal when row security let none through */
export function changed<T>(answer: PostgrestSingleResponse<T[]>): T[] {
	const touched = rows(answer);
	if (!touched.length) throw new DatabaseError({ code: '42501', message: '' });
	return touched;
}

/** How somebody saw a row when they said what becomes of it. */
export interface Seen {
	/** What says when that was said before, or what stood there. */
	column: string;
	was: string | null;
	/** The filter of a row of which what they say is true by now: it may stay so. */
	already: string;
}

/**
 * Changes one row as it was seen, so that a page from before undoes nothing that was said since. The database compares
 * while it holds the row.
 * @param seen null: of what waited on a phone the database asks when it was done (private.says_when)
 * @throws {DatabaseError} changed_since when it stands otherwise by now, and neither as it was seen nor as is said
 */
export async function changeAsSeen<Table extends keyof Tables>(
	db: Database,
	table: Table,
	which: Record<string, string | null>,
	values: Tables[Table]['Update'],
	seen: Seen | null,
): Promise<void> {
	const client = db as SupabaseClient;
	const columns = Object.keys(which).join();
	const row = Object.entries(which)
		.map(([name, value]) => `${name}.${isValue(value)}`)
		.join();
	const asSeen = seen ? `${row},or(${seen.column}.${isValue(seen.was)},${seen.already})` : row;
	const answer = await client.from(table).update(values).or(`and(${asSeen})`).select(columns);
	if (seen && !rows(answer).length) {
		const isThere = async (filter: string) =>
			rows(await client.from(table).select(columns).or(`and(${filter})`).maybeSingle()) !== null;
		if ((await isThere(row)) && !(await isThere(asSeen))) refuse('changed_since');
	}
	changed(answer);
}

/** As a filter says that it is this. */
const isValue = (value: string | null) => (value === null ? 'is.null' : `eq."${value}"`);

/**
 * The limit of a read that wants all there is. It is what the API hands out of one answer at most
 * (supabase/config.toml, max_rows), where it cuts the rest off without a word; so an answer as long as that is refused.
 */
export const all = 1000;

/**
 * The rows of an answer, all of them. What can grow beyond that is read in parts: `shown`, `firstOf`.
 * @throws {DatabaseError}
 */
export function rows<T>(answer: PostgrestSingleResponse<T>): T {
	if (answer.error) throw new DatabaseError(answer.error);
	if (isFull(answer.data)) throw new Error('a list too long to be read as a whole');
	return answer.data;
}

/** Whether a list in an answer, or in one of its rows, may have been cut off. */
function isFull(data: unknown): boolean {
	if (Array.isArray(data)) return data.length >= all || data.some(isFull);
	return typeof data === 'object' && data !== null && Object.values(data).some(isFull);
}

/**
 * The first of a list of which there may be more, asked for with a limit of `most + 1`.
 * @throws {DatabaseError}
 */
export const firstOf = <T>(answer: PostgrestSingleResponse<T[]>, most: number): First<T> =>
	cutOff(rows(answer), most);

/** What a command made must have, so that it can be made once: an id made with the form. */
type Made<Table extends keyof Tables> = Tables[Table]['Insert'] & { id: string };

/** By what a row is over: taken off, withdrawn, left. What is over is there, and in force no more. */
const over = {
	agenda_point: 'removed_at',
	goal: 'removed_at',
	offer: 'retired_at',
	scale: 'retired_at',
	share: 'withdrawn_at',
	team_member: 'left_at',
} as const satisfies { [Table in keyof Tables]?: keyof Tables[Table]['Row'] };

/**
 * Adds a row under the id that was made with its form. Sent again with the same content it is there already, and that
 * is well; with other content, or when it is over since, nothing is stored, and that is refused.
 * @param compare the columns that must be the same the second time: what was given, where the row keeps it
 * @returns whether it was added now
 * @throws {DatabaseError} made_already when the id stands for something else, over_since when for the same that is over
 */
export async function addOnce<Table extends keyof Tables>(
	db: Database,
	table: Table,
	row: Made<Table>,
	compare: readonly (keyof Tables[Table]['Row'] & keyof Tables[Table]['Insert'] & string)[],
): Promise<boolean> {
	// The client's types cannot follow a table that is a parameter.
	const from = (db as SupabaseClient).from(table);
	const added = await from.upsert(row, { onConflict: 'id', ignoreDuplicates: true }).select('id');
	if ((rows(added) as unknown[]).length) return true;
	const ended = (over as Record<string, string>)[table];
	const columns = [...compare, ...(ended ? [ended] : [])].join(', ');
	const found = rows(await (db as SupabaseClient).from(table).select(columns).eq('id', row.id).maybeSingle());
	const there = found as Record<string, unknown> | null;
	const given = row as Record<string, unknown>;
	if (!there || !compare.every((column) => isSame(there[column], given[column]))) refuse('made_already');
	if (ended && there[ended] !== null) refuse('over_since');
	return false;
}

/** Whether a value came back as it was given: nothing and left out are the same, and so are two ways to write a time. */
export function isSame(there: unknown, given: unknown): boolean {
	if (there == null || given == null) return (there ?? null) === (given ?? null);
	if (Array.isArray(there) || Array.isArray(given)) return JSON.stringify(there) === JSON.stringify(given);
	const times = [there, given].map(
		(value) => /^\d{4}-\d\d-\d\dT/.test(String(value)) && Date.parse(String(value)),
	);
	if (times.every((time) => typeof time === 'number')) return times[0] === times[1];
	return there === given;
}

/**
 * The rows of a list that grows: of a query with `counted` that asks for the window's range.
 * @throws {DatabaseError}
 */
export function shown<T>(answer: PostgrestSingleResponse<T[]>, window: Window): Shown<T> {
	const { from, step } = window;
	// Where the database counts, it refuses what is beyond the end.
	const found = within(answer.error?.code === 'PGRST103' ? [] : rows(answer), window);
	return { rows: found, from, to: from + found.length, of: answer.count ?? from + found.length, step };
}

/** Asks how many there are beside the rows that come. */
export const counted = { count: 'exact' } as const;

/** An order: the newest first, the last first. */
export const descending = { ascending: false } as const;

/** Whether the database answers within three seconds: a session that nobody can have is looked up. */
export async function isReachable(): Promise<boolean> {
	const { error } = await sessionKeeper()
		.rpc('session_read', { secret_hash: '' })
		.abortSignal(AbortSignal.timeout(3_000));
	return error === null;
}
