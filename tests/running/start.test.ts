/** `npm start` as an operator meets it: what it says, and which settings it refuses in a line (its folder: start-data.test.ts). */
import { expect, test } from 'vitest';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startEmbedded } from '../../src/start/embedded.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';
import { refusalOf } from './starting.ts';

test('the app and its database say that they answer', async () => {
	const server = await startServer(freshData('health'));
	const answer = await fetch(`${server.url}/healthz`);
	expect(answer.status).toBe(200);
	expect(await answer.json()).toEqual({ app: 'ok', database: 'ok' });
	await server.stop();
});

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

const wrong: [string, Record<string, string>, RegExp][] = [
	['PORT', { PORT: 'many' }, /^PORT/],
	['ORIGIN', { ORIGIN: 'plan.example.dk' }, /^ORIGIN/],
	['a host that reads like a scheme', { ORIGIN: 'localhost:3000' }, /^ORIGIN/],
	['another scheme', { ORIGIN: 'ftp://plan.example.dk' }, /^ORIGIN/],
	['an ORIGIN with a path', { ORIGIN: 'https://plan.example.dk/plan' }, /^ORIGIN/],
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
