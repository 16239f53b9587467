/**
 * Clients for the database. Each is one person (or nobody, or the keeper of sessions) for one request, through a
 * token that lives a minute and never leaves the server. There is no client with the service key.
 */
import {
	createClient,
	type PostgrestError,
	type PostgrestSingleResponse,
	type SupabaseClient,
} from '@supabase/supabase-js';
import type { Database as Schema } from './database.types';
import { countedFetch } from './measure';
import { supabaseSettings } from './supabase';
import { signToken, type Claims } from './token';

export type Database = SupabaseClient<Schema>;
export type Tables = Schema['public']['Tables'];
export type Row<Table extends keyof Tables> = Tables[Table]['Row'];
export type Enums = Schema['public']['Enums'];

function connect(claims: Claims | null): Database {
	const { url, publishableKey } = supabaseSettings();
	let token: Promise<string> | undefined;
	return createClient<Schema>(url, publishableKey, {
		global: { fetch: countedFetch },
		auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
		...(claims && { accessToken: () => (token ??= signToken(claims)) }),
	});
}

/** The database as this person sees it; row-level security decides about every row. */
export const databaseOf = (personId: string, sessionId: string): Database =>
	connect({ role: 'authenticated', sub: personId, sid: sessionId });

/** The database as somebody sees it who is not signed in: nothing. */
export const databaseOfNobody = (): Database => connect(null);

/** The role that keeps sessions and opens invitations, and can do nothing else. */
export const sessionKeeper = (): Database => connect({ role: 'session_keeper' });

/** A refusal or failure of the database. The message is PostgreSQL's and is not for people or logs. */
export class DatabaseError extends Error {
	/** SQLSTATE */
	readonly code: string;
	/** The constraint that refused, when one did. */
	readonly constraint: string | undefined;
	constructor(error: PostgrestError) {
		super(`database error ${error.code}`);
		this.code = error.code;
		// PostgreSQL names a constraint in quotes, and private.refuse its rule.
		this.constraint = /(?:constraint|rule) "([^"]+)"/.exec(error.message)?.[1];
	}
}

/** The rows an update or delete touched. @throws {DatabaseError} as a refusal when row security let none through */
export function changed<T>(answer: PostgrestSingleResponse<T[]>): T[] {
	const touched = rows(answer);
	if (!touched.length) throw new DatabaseError({ code: '42501', message: '' } as PostgrestError);
	return touched;
}

/** The rows of an answer. @throws {DatabaseError} */
export function rows<T>(answer: PostgrestSingleResponse<T>): T {
	if (answer.error) throw new DatabaseError(answer.error);
	return answer.data;
}
