/** `npm start` as an operator meets it. */
import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { startEmbedded } from '../../../src/start/embedded.ts';
import { signIn } from '../../bench/pages.ts';
import { freshData } from '../prepare.ts';
import { startServer, type Server } from '../server.ts';

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
	const { status, lines } = refusalOf({ DATA_DIR: data, PORT: '1' });
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
