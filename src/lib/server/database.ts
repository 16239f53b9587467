/**
 * Clients for the database. Each is one person (or nobody, or the keeper of sessions), through a token that lives a
 * minute and never leaves the server. There is no client with the service key.
 */
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
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

/** Whether the database answers within three seconds: a session that nobody can have is looked up. */
export async function isReachable(): Promise<boolean> {
	const { error } = await sessionKeeper()
		.rpc('session_read', { secret_hash: '' })
		.abortSignal(AbortSignal.timeout(3_000));
	return error === null;
}
