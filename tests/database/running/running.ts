/**
 * A Supabase with the fixture of the policies in it, and everybody's requests to it. What is tried here goes through the
 * API, as a request of the app does.
 */
import { SignJWT } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { startEmbedded } from '../../../src/start/embedded.ts';
import { openPglite } from '../../../supabase/embedded/pglite.ts';
import type { Actor } from '../acting.ts';
import { begun } from '../begun.ts';
import { fresh } from '../engines.ts';
import { embedded, type Database } from '../open.ts';
import { supabaseOn, type Found } from '../supabase.ts';

export interface Answer {
	status: number;
	body: unknown;
	/** The right that is lacking, in PostgreSQL's words ("permission denied for table …"); row security is not one. */
	denied: string | null;
	/** SQLSTATE or the API's own code when it is an error. */
	code: string | null;
}

export interface Asked {
	method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	body?: unknown;
	/** The Prefer header. */
	prefer?: string;
	headers?: Record<string, string>;
}

export interface Running extends Found {
	/** One request below /rest/v1/. */
	ask(actor: Actor, path: string, asked?: Asked): Promise<Answer>;
	/** Stops it. @returns what stood in its database */
	stop(): Promise<Database>;
}

interface Settings {
	/** Whatever a request changes is taken back after its answer. */
	keepNothing?: boolean;
}

/** One on a copy of a database where we have a PostgreSQL, which is several times as fast, and otherwise as it runs embedded. */
export async function running(settings: Settings = {}): Promise<Running> {
	const copied = inject('postgres');
	if (!copied?.isOurs || process.env.HOUSES === 'embedded') return runningEmbedded(settings);
	const database = await fresh('postgres', 'filled');
	const [{ name } = {}] = await database.rows('select current_database() as name');
	const supabase = await supabaseOn(copied.address, name as string, settings);
	return asked(supabase, async () => {
		await supabase.stop();
		return database;
	});
}

/** The embedded one as it runs, on data of its own. */
export async function runningEmbedded(settings: Settings = {}): Promise<Running> {
	const folder = mkdtempSync(join(tmpdir(), 'vores-plan-running-'));
	const data = join(folder, 'pglite');
	await (await begun('filled', { dataDir: data })).close();
	const supabase = await startEmbedded(folder, false, settings);
	return asked(supabase, async () => {
		await supabase.stop();
		const database = embedded(await openPglite(data));
		return {
			...database,
			async close() {
				await database.close();
				rmSync(folder, { recursive: true, force: true });
			},
		};
	});
}

function asked({ url, publishableKey, jwtSecret }: Found, stop: Running['stop']): Running {
	const tokens = new Map<string, Promise<string>>();
	const tokenOf = ({ role, person }: Actor) => {
		const name = `${role} ${person}`;
		if (!tokens.has(name)) tokens.set(name, sign({ role, ...(person && { sub: person }) }, jwtSecret));
		return tokens.get(name)!;
	};
	return {
		...{ url, publishableKey, jwtSecret, stop },
		async ask(actor, path, { method = 'GET', body, prefer, headers } = {}) {
			const answer = await fetch(`${url}/rest/v1/${path}`, {
				method,
				headers: {
					apikey: publishableKey,
					authorization: `Bearer ${await tokenOf(actor)}`,
					'content-type': 'application/json',
					...(prefer && { prefer }),
					...headers,
				},
				body: body === undefined ? undefined : JSON.stringify(body),
			});
			const said = json(await answer.text());
			const { code = null, message = '' } =
				answer.ok || !said ? {} : (said as { code?: string; message?: string });
			const lacks = code === '42501' && message.startsWith('permission denied');
			return { status: answer.status, body: said, code, denied: lacks ? message : null };
		},
	};
}

/** The token the app would sign, but for the whole run of a test. */
const sign = (claims: Record<string, string>, secret: string) =>
	new SignJWT({ ...claims, sid: '00000000-0000-7000-8000-000000000000' })
		.setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
		.setAudience('authenticated')
		.setIssuedAt()
		.setExpirationTime('1h')
		.sign(new TextEncoder().encode(secret));

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
