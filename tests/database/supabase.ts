/**
 * A Supabase before each of several databases on one PostgreSQL, in a process of its own: what the embedded one is before
 * PGlite. It prints every refusal, with people's words, so what it prints is dropped, as the embedded one's is.
 */
import { serve } from '@hono/node-server';
import { App } from '@supabase/lite';
import { PostgresConnection } from '@supabase/lite/postgres';
import { CompiledQuery, type Kysely } from 'kysely';
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Sql } from 'postgres';
import { asOurs } from '../../supabase/embedded/connection.ts';
import { askedFor, door } from '../../supabase/embedded/door.ts';

/** What tables there are, which all copies of one database have: only their owner can read it. */
let tables: string | undefined;
const readTables = {
	get: () => Promise.resolve(tables),
	set: (_key: string, found: string) => Promise.resolve(void (tables = found)),
	delete: () => Promise.resolve(),
};

/** Moments as PostgREST writes them. */
const moments = {
	to: 1184,
	from: [1184],
	serialize: (value: string) => value,
	parse: (value: string) => value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'),
};

function open(address: string, name: string, user: string): PostgresConnection {
	const url = Object.assign(new URL(address), { username: user, pathname: `/${name}` }).href;
	const connection = new PostgresConnection({
		url,
		schemaCache: readTables,
		postgresOptions: { max: 4, onnotice: () => {}, types: { timestamptz: moments } },
	});
	inFewerWrites(connection.driver);
	return connection;
}

/** What only comes before a question: that a transaction begins, and who asks. What is wrong with it is said there. */
const goesAhead = /^(begin$|select set_config\('role')/;

/** What goes ahead of a question is sent with it, and what is asked again is planned once. */
function inFewerWrites(driver: Sql): void {
	const reserve = driver.reserve.bind(driver);
	const reserved = async () => {
		const own = await reserve();
		return {
			unsafe(sql: string, parameters: never[]) {
				const isQuestion = !/^(begin|commit|rollback)/.test(sql);
				// One that has no parameters is sent as a script otherwise, which is never planned ahead.
				const planned = { prepare: true, simple: false };
				const asked = own.unsafe(sql, parameters, isQuestion ? planned : {});
				if (!goesAhead.test(sql)) return asked;
				asked.catch(() => {});
				return Object.assign([], { command: '', count: 0 });
			},
			release: () => own.release(),
		};
	};
	Object.assign(driver, { reserve: reserved });
}

/** By what an app finds it. */
export type Found = Record<'url' | 'publishableKey' | 'jwtSecret', string>;
interface Asked {
	address: string;
	name: string;
	/** Where another one was asked until now. */
	at?: Found;
	/** Whatever a request changes is taken back after its answer. */
	keepNothing?: boolean;
	/** It is no longer needed. */
	isOver?: true;
}

type Answering = (request: Request) => Promise<Response>;
/** What answers at each address, by the address. */
const answering = new Map<string, Answering>();
const nobody: Answering = () => Promise.resolve(new Response(null, { status: 503 }));
const stops = new Map<string, () => Promise<void>>();

/** An address at which nobody answers yet. */
async function listen(): Promise<Found> {
	let url = '';
	const fetch = door(
		(request) => answering.get(url)!(request),
		() => Promise.resolve(),
	);
	const server = serve({ hostname: '127.0.0.1', port: 0, fetch });
	await new Promise((listening) => server.once('listening', listening));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const publishableKey = `sb_publishable_${randomBytes(18).toString('base64url')}`;
	return { url, publishableKey, jwtSecret: randomBytes(48).toString('base64url') };
}

async function begin({ address, name, at, keepNothing = false }: Asked): Promise<Found> {
	if (!tables) {
		const owner = open(address, name, 'postgres');
		await owner.introspect({ useCache: true });
		await owner.close();
	}
	const connection = open(address, name, 'authenticator');
	Object.assign(
		connection,
		asOurs((sql, parameters, transaction) =>
			(transaction as Kysely<unknown>).executeQuery(CompiledQuery.raw(sql, parameters)),
		),
	);
	const found = at ?? (await listen());
	const { url, publishableKey, jwtSecret } = found;
	const app = new App({
		connection,
		auth: { enabled: true, jwt_secret: jwtSecret, publishable_key: publishableKey },
		api: { enabled: true, schemas: ['public'] },
		options: { server: { ...askedFor(jwtSecret), forceRollback: keepNothing } },
	});
	answering.set(url, async (request) => app.fetch(request));
	stops.set(name, async () => {
		answering.set(url, nobody);
		// A question whose asker is gone may hold on to its connection.
		await connection.driver.end({ timeout: 1 });
	});
	return found;
}

let host: ChildProcess | undefined;
/** Asks the process that has them all, which goes with this one. */
function ask<Answer>(asked: Asked): Promise<Answer> {
	host ??= fork(import.meta.filename, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] });
	const from = host;
	return new Promise((done, fail) => {
		const answered = ({ name, answer }: { name: string; answer: Answer }) => {
			if (name !== asked.name) return;
			from.off('message', answered).off('exit', ended);
			done(answer);
		};
		const ended = () => fail(new Error('The process of the Supabases has ended.'));
		from.on('message', answered).once('exit', ended).send(asked);
		// It keeps nobody from ending.
		from.unref();
		from.channel!.unref();
	});
}

/**
 * @param name of a database, which is left alone at the end
 * @param more.at where one was that has been stopped: what asked that one asks this one from now on
 */
export async function supabaseOn(
	address: string,
	name: string,
	more: Pick<Asked, 'at' | 'keepNothing'> = {},
) {
	return {
		...(await ask<Found>({ address, name, ...more })),
		stop: () => ask<null>({ address, name, isOver: true }),
	};
}

if (process.argv[1] === import.meta.filename) {
	process.once('disconnect', () => process.exit(0));
	process.on('message', async (asked: Asked) => {
		const { name, isOver } = asked;
		const answer = isOver ? ((await stops.get(name)!()) ?? null) : await begin(asked);
		process.send!({ name, answer });
	});
}
