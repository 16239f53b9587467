/**
 * The embedded Supabase as it runs, with the fixture of the policies in it, and everybody's requests to it. What is
 * tried here goes through the API, as a request of the app does.
 */
import { SignJWT } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type Embedded } from '../../../src/start/embedded.ts';
import type { Actor } from '../acting.ts';
import { begun } from '../begun.ts';

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

export interface Running {
	embedded: Embedded;
	/** One request below /rest/v1/. */
	ask(actor: Actor, path: string, asked?: Asked): Promise<Answer>;
	/** Stops the server. @returns the folder of its data, until `remove` */
	stop(): Promise<string>;
	remove(): void;
}

/** Starts one on data of its own. `keepNothing`: whatever a request changes is taken back after its answer. */
export async function running(settings: { keepNothing?: boolean } = {}): Promise<Running> {
	const folder = mkdtempSync(join(tmpdir(), 'vores-plan-running-'));
	const data = join(folder, 'pglite');
	await (await begun('filled', data)).close();
	const embedded = await startEmbedded(folder, false, settings);

	const tokens = new Map<string, Promise<string>>();
	const tokenOf = ({ role, person }: Actor) => {
		const name = `${role} ${person}`;
		if (!tokens.has(name))
			tokens.set(name, sign({ role, ...(person && { sub: person }) }, embedded.jwtSecret));
		return tokens.get(name)!;
	};
	return {
		embedded,
		async ask(actor, path, { method = 'GET', body, prefer, headers } = {}) {
			const answer = await fetch(`${embedded.url}/rest/v1/${path}`, {
				method,
				headers: {
					apikey: embedded.publishableKey,
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
		async stop() {
			await embedded.stop();
			return data;
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
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
