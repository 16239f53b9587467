/** `npm start` as an operator meets it. */
import { expect, test } from 'vitest';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openPglite } from '../../supabase/embedded/pglite.ts';
import { startEmbedded } from '../../src/start/embedded.ts';
import { signIn } from '../bench/pages.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';

const family = '00000000-0000-7000-8002-00000000000a';

async function addGoal(server: Server, cookie: string, title: string, id: string) {
	const answer = await fetch(`${server.url}/plan?/add`, {
		method: 'POST',
		redirect: 'manual',
		headers: { cookie, origin: server.url, accept: 'text/html' },
		body: new URLSearchParams({ id, family, title }),
	});
	expect(answer.status).toBe(303);
}
const planOf = async (server: Server, cookie: string) =>
	(await fetch(`${server.url}/plan`, { headers: { cookie } })).text();

/** Starts with these settings and returns what it says when it refuses. */
function refusalOf(settings: Record<string, string>) {
	const { status, stderr } = spawnSync(process.execPath, ['src/start/main.ts'], {
		encoding: 'utf8',
		timeout: 30_000,
		env: { PATH: process.env.PATH, ...settings },
	});
	return { status, lines: stderr.trim().split('\n') };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	test(`what was acknowledged survives ${signal} and a restart, and so does the session`, async () => {
		const data = freshData(`restart-${signal}`);
		const first = await startServer(data);
		const cookie = await signIn(first.url, 'parent');
		await addGoal(first, cookie, 'Overlever en genstart', '01990000-0000-7000-8000-0000000000f1');
		await first.stop(signal);
		expect(first.process.exitCode).toBe(0);

		const second = await startServer(data, { PORT: new URL(first.url).port });
		expect(await planOf(second, cookie)).toContain('Overlever en genstart');
		await second.stop();
	});
}

test('a second start on the same data says who has it', async () => {
	const data = freshData('twice');
	const first = await startServer(data);
	const { status, lines } = refusalOf({ DATA_DIR: data, PORT: '0' });
	expect(status).toBe(1);
	expect(lines.join('\n')).toContain(`is in use by process ${first.process.pid}`);
	await first.stop();
});

test('the app and its database say that they answer', async () => {
	const server = await startServer(freshData('health'));
	const answer = await fetch(`${server.url}/healthz`);
	expect(answer.status).toBe(200);
	expect(await answer.json()).toEqual({ app: 'ok', database: 'ok' });
	await server.stop();
});

/** The process that has the database of this folder open. */
const databaseOf = (data: string) => Number(/ (\d+)@/.exec(readFileSync(join(data, 'lock'), 'utf8'))?.[1]);
const isRunning = (pid: number) => {
	try {
		process.kill(pid, 0);
		return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return false;
	}
};
const healthOf = async ({ url }: Server) => (await fetch(`${url}/healthz`)).status;

test('a database that ended comes back, and meanwhile people are asked to wait', async () => {
	const data = freshData('ended');
	const server = await startServer(data);
	const cookie = await signIn(server.url, 'parent');
	await addGoal(server, cookie, 'Er her stadig', '01990000-0000-7000-8000-0000000000f2');
	const before = databaseOf(data);
	process.kill(before, 'SIGKILL');

	const asked = async () => {
		const answer = await fetch(`${server.url}/plan`, {
			headers: { cookie, accept: 'text/html', 'accept-language': 'da' },
		});
		return { status: answer.status, text: await answer.text() };
	};
	await expect.poll(async () => (await asked()).status, { interval: 20, timeout: 60_000 }).toBe(503);
	const { text } = await asked();
	expect(text).toContain('Vent et øjeblik');
	const health = await fetch(`${server.url}/healthz`);
	expect(health.status).toBe(503);
	expect(await health.json()).toEqual({ app: 'ok', database: 'down' });

	await expect.poll(() => healthOf(server), { timeout: 200_000 }).toBe(200);
	expect(databaseOf(data)).not.toBe(before);
	expect((await asked()).text).toContain('Er her stadig');
	await server.stop();
	expect(server.process.exitCode).toBe(0);
});

test('a database that no longer answers is ended, and another one takes its place', async () => {
	const data = freshData('hangs');
	const embedded = await startEmbedded(data, true, { patience: 2_000 });
	const before = embedded.process().pid!;
	process.kill(before, 'SIGSTOP');
	await expect
		.poll(() => embedded.process().pid !== before && embedded.isUp(), { timeout: 200_000 })
		.toBe(true);
	expect((await fetch(`${embedded.url}/rest/v1/family`)).status).toBe(401);
	await embedded.stop();
});

test('who is killed leaves no process and no lock that keeps the next one out', async () => {
	const data = freshData('killed');
	const first = await startServer(data);
	const database = databaseOf(data);
	await first.stop('SIGKILL');
	const second = await startServer(data);
	expect(isRunning(database)).toBe(false);
	expect(await healthOf(second)).toBe(200);
	await second.stop();
});

test('a first start that was cut off does not keep the next one from starting', async () => {
	const data = freshData('cut-off');
	rmSync(join(data, 'pglite'), { recursive: true });
	const files = () =>
		existsSync(join(data, 'pglite')) ? readdirSync(join(data, 'pglite'), { recursive: true }).length : 0;
	for (const enough of [20, 700]) {
		const settings = { PATH: process.env.PATH, DATA_DIR: data, PORT: '0', DEMO: '0' };
		const first = spawn(process.execPath, ['src/start/main.ts'], { stdio: 'ignore', env: settings });
		const gone = once(first, 'exit');
		await expect.poll(files, { interval: 5, timeout: 60_000 }).toBeGreaterThanOrEqual(enough);
		process.kill(databaseOf(data), 'SIGKILL');
		first.kill('SIGKILL');
		await gone;
	}
	const next = await startServer(data);
	const cookie = await signIn(next.url, 'parent');
	await addGoal(next, cookie, 'Begyndt forfra', '01990000-0000-7000-8000-0000000000f3');
	await next.stop('SIGKILL');
	// What has answered once is kept, however it ends.
	const last = await startServer(data);
	expect(await planOf(last, cookie)).toContain('Begyndt forfra');
	await last.stop();
});

for (const [what, data, words] of [
	['is a file', 'package.json', /cannot be used: it is a file/],
	['goes through a file', 'package.json/data', /cannot be used: part of it is a file/],
	['cannot be written to', '/sys/vores-plan', /cannot be used/],
] as const) {
	test(`a DATA_DIR that ${what} is refused in one line`, () => {
		const { status, lines } = refusalOf({ DATA_DIR: data, PORT: '0' });
		expect(status).toBe(1);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatch(/^DATA_DIR: /);
		expect(lines[0]).toMatch(words);
	});
}

test('a port that is taken is said before anything is written', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => other.once('listening', resolve));
	const { port } = other.address() as AddressInfo;
	const data = freshData('port') + '-none';
	const { status, lines } = refusalOf({ DATA_DIR: data, PORT: String(port) });
	other.close();
	expect(status).toBe(1);
	expect(lines).toEqual([`PORT: ${port} is in use; set PORT to another number.`]);
	expect(existsSync(data)).toBe(false);
});

test('a database of another version is refused by name; demo families begin anew beside it', async () => {
	const data = freshData('older');
	const database = await openPglite(join(data, 'pglite'));
	await database.exec(`update supabase_migrations.fingerprint set sha256 = 'another'`);
	await database.close();

	const { status, lines } = refusalOf({ DATA_DIR: data, PORT: '0', DEMO: '0' });
	expect(status).toBe(1);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(/^DATA_DIR: the database in .*older was made by another version/);

	const server = await startServer(data);
	expect(await healthOf(server)).toBe(200);
	expect(readdirSync(data)).toContain('pglite-old-1');
	await server.stop();
});

const wrong: [string, Record<string, string>, RegExp][] = [
	['PORT', { PORT: 'many' }, /^PORT/],
	['ORIGIN', { ORIGIN: 'plan.example.dk' }, /^ORIGIN/],
	['the key', { SUPABASE_URL: 'https://x.example' }, /^SUPABASE_PUBLISHABLE_KEY is missing/],
	[
		'a secret key',
		{ SUPABASE_URL: 'https://x.example', SUPABASE_PUBLISHABLE_KEY: 'sb_secret_1' },
		/^SUPABASE_PUBLISHABLE_KEY is a secret key/,
	],
	[
		'what signs',
		{ SUPABASE_URL: 'https://x.example', SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_1' },
		/^SUPABASE_JWT_PRIVATE_KEY/,
	],
	[
		'a key that is none',
		{
			SUPABASE_URL: 'https://x.example',
			SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_1',
			SUPABASE_JWT_PRIVATE_KEY: '{"kty":"RSA"}',
		},
		/^SUPABASE_JWT_PRIVATE_KEY must be/,
	],
];
for (const [what, settings, words] of wrong) {
	test(`a wrong or missing setting (${what}) stops the start with one line that names it`, () => {
		const { status, lines } = refusalOf(settings);
		expect(status).toBe(1);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatch(words);
	});
}

test('against another Supabase nothing embedded starts, and the demo is off unless asked for by name', async () => {
	const supabase = await startEmbedded(freshData('hosted'), true);
	const settings = {
		SUPABASE_URL: supabase.url,
		SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
		SUPABASE_JWT_SECRET: supabase.jwtSecret,
	};
	const demoSignIn = (server: Server) =>
		fetch(`${server.url}/demo/sign-in`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: server.url },
			body: new URLSearchParams({ persona: 'parent' }),
		});

	// A folder that cannot be made shows that none is wanted.
	const real = await startServer('/dev/null/nothing', settings);
	expect((await fetch(`${real.url}/healthz`)).status).toBe(200);
	expect((await demoSignIn(real)).status).toBe(404);
	expect(await (await fetch(`${real.url}/sign-in`)).text()).not.toContain('name="persona"');
	await real.stop();

	const demo = await startServer('/dev/null/nothing', { ...settings, DEMO: '1' });
	expect((await demoSignIn(demo)).status).toBe(303);
	await demo.stop();
	await supabase.stop();
});
