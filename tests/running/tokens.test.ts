/**
 * B2: every data access is the person's own. The app runs against a Supabase behind a recorder that keeps what every
 * request carries, while everybody visits every page.
 */
import { expect, test } from 'vitest';
import { decodeJwt } from 'jose';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded } from '../../src/start/embedded.ts';
import { signIn } from '../bench/pages.ts';
import { pages } from '../e2e/pages.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer } from '../e2e/server.ts';

/** Passes everything on and keeps the headers. */
async function recorderBefore(target: string) {
	const seen: IncomingHttpHeaders[] = [];
	const server = createServer(async (request, response) => {
		seen.push(request.headers);
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const headers = Object.fromEntries(
			Object.entries(request.headers).filter(
				([name]) => !['host', 'connection', 'content-length'].includes(name),
			),
		) as Record<string, string>;
		const answer = await fetch(target + request.url, {
			method: request.method,
			headers,
			body: chunks.length ? Buffer.concat(chunks) : undefined,
		});
		response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
		response.end(Buffer.from(await answer.arrayBuffer()));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { seen, url: `http://127.0.0.1:${port}`, stop: () => server.close().closeAllConnections() };
}

test('requests carry the publishable key and a token of at most a minute; answers never carry either', async () => {
	const supabase = await startEmbedded(freshData('recorded'), true);
	const recorder = await recorderBefore(supabase.url);
	const app = await startServer('/dev/null/nothing', {
		SUPABASE_URL: recorder.url,
		SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
		SUPABASE_JWT_SECRET: supabase.jwtSecret,
		DEMO: '1',
	});
	const answers: string[] = [];
	for (const { persona, paths } of pages) {
		const cookie = persona ? await signIn(app.url, persona) : '';
		for (const page of paths) {
			for (const path of [page, `${page.split('?')[0]}/__data.json`]) {
				const answer = await fetch(app.url + path, { headers: { cookie }, redirect: 'manual' });
				answers.push(JSON.stringify([...answer.headers]) + (await answer.text()));
			}
		}
	}
	await app.stop();
	recorder.stop();
	await supabase.stop();

	const tokens = new Set<string>();
	for (const { apikey, authorization } of recorder.seen) {
		expect(apikey).toBe(supabase.publishableKey);
		tokens.add(authorization!.replace('Bearer ', ''));
	}
	expect(tokens.size).toBeGreaterThan(pages.length);
	for (const token of tokens) {
		const { role, exp, iat } = decodeJwt<{ role: string }>(token);
		expect(['authenticated', 'session_keeper']).toContain(role);
		expect(exp! - iat!).toBeLessThanOrEqual(60);
	}
	const everything = answers.join('\n');
	for (const token of tokens) expect(everything).not.toContain(token.split('.').at(-1)!);
	expect(everything).not.toContain(supabase.publishableKey);
	expect(everything).not.toContain(supabase.jwtSecret);
});

test('the built app knows no service key', () => {
	const files = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\.(js|json)$/.test(file),
	);
	expect(files.length).toBeGreaterThan(10);
	for (const file of files) {
		expect(readFileSync(join('build', file), 'utf8'), file).not.toMatch(
			/SUPABASE_SERVICE|SERVICE_ROLE|SECRET_KEY/,
		);
	}
});
