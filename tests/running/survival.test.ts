/** What was acknowledged is there after whatever happens to the server, its database and its first start. */
import { expect, test } from 'vitest';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded } from '../../src/start/embedded.ts';
import { signIn } from '../bench/pages.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';
import { people } from '../people.ts';
import { npmStart } from './starting.ts';

const school = '00000000-0000-7000-8006-0000000000e2';
const family = '00000000-0000-7000-8002-00000000000a';

async function addGoal(server: Server, cookie: string, title: string, id: string) {
	const answer = await fetch(`${server.url}/plan?/add`, {
		method: 'POST',
		redirect: 'manual',
		headers: { cookie, origin: server.url, accept: 'text/html' },
		body: new URLSearchParams({ _person: people.parent, id, family, title }),
	});
	expect(answer.status).toBe(303);
}
const planOf = async (server: Server, cookie: string) =>
	(await fetch(`${server.url}/plan`, { headers: { cookie } })).text();

/** Somebody new whom the project lead invites comes in. @returns the cookie by which this browser knows them again */
async function comesIn({ url }: Server, invited: Record<'id' | 'name', string>): Promise<string> {
	const post = (path: string, cookie: string, fields: Record<string, string>) =>
		fetch(url + path, {
			method: 'POST',
			redirect: 'manual',
			headers: { cookie, origin: url, accept: 'text/html' },
			body: new URLSearchParams(fields),
		});
	const lead = await signIn(url, 'project-lead');
	const work = { organisation: school, profession: 'Lærer' };
	const paper = await post('/office/invitations/professional?/invite', lead, {
		_person: people['project-lead'],
		...invited,
		...work,
	});
	const [path] = /\/invitation\/[A-Z2-9-]{19}/.exec(await paper.text())!;
	const joined = await post(`${path}?/accept`, '', { _person: '', who: 'new', device: 'shared' });
	const cookies = joined.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
	return cookies.find((cookie) => cookie.startsWith('demo-invited='))!;
}

test('what was acknowledged survives every way of stopping and a restart, and so do the session and who has joined here', async () => {
	const data = freshData('restart');
	const first = await startServer(data);
	const PORT = new URL(first.url).port;
	const cookie = await signIn(first.url, 'parent');
	const nora = { id: '01990000-0000-7000-8000-0000000000f5', name: 'Nora Nyborg' };
	const joined = await comesIn(first, nora);
	let now = first;
	for (const [signal, title, id] of [
		['SIGINT', 'Overlever den, der afbryder', '01990000-0000-7000-8000-0000000000f1'],
		['SIGTERM', 'Overlever en genstart', '01990000-0000-7000-8000-0000000000f6'],
	] as const) {
		await addGoal(now, cookie, title, id);
		await now.stop(signal);
		expect(now.process.exitCode).toBe(0);
		now = await startServer(data, { PORT });
		expect(await planOf(now, cookie)).toContain(title);
	}
	const door = await fetch(`${now.url}/sign-in`, { headers: { cookie: joined } });
	expect(await door.text()).toContain(nora.name);
	const entered = await fetch(`${now.url}/demo/sign-in`, {
		method: 'POST',
		redirect: 'manual',
		headers: { cookie: joined, origin: now.url },
		body: new URLSearchParams({ invited: nora.id }),
	});
	expect(entered.headers.get('location')).toBe('/');
	await now.stop();
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
		return `${answer.status} ${await answer.text()}`;
	};
	// The app may miss its database before it is told that it has ended.
	await expect.poll(asked, { interval: 20, timeout: 60_000 }).toMatch(/^503 [\s\S]*Vent et øjeblik/);
	const health = await fetch(`${server.url}/healthz?from=monitor`);
	expect(health.status).toBe(503);
	expect(await health.json()).toEqual({ app: 'ok', database: 'down' });

	await expect.poll(() => healthOf(server), { timeout: 200_000 }).toBe(200);
	expect(databaseOf(data)).not.toBe(before);
	expect(await asked()).toContain('Er her stadig');
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
	// Of some thousand files the one is among the first hundred, the other among the last.
	for (const file of ['pglite/global/pg_control', 'pglite/base/5']) {
		const settings = { PATH: process.env.PATH, DATA_DIR: data, PORT: '0', DEMO: '0' };
		const first = spawn(npmStart[0], npmStart.slice(1), { stdio: 'ignore', env: settings });
		const gone = once(first, 'exit');
		await expect.poll(() => existsSync(join(data, file)), { interval: 5, timeout: 60_000 }).toBe(true);
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
