/** What is sent: read once and in time, at most so much of it, and never lost to whoever is asked to try again. */
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { signIn } from '../bench/pages.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer } from '../e2e/server.ts';
import type { Form } from '../fuzz/forms.ts';
import { freshServer } from './fresh.ts';
import { comesBack } from './sent/back.ts';
import { goal, sending, sentTo } from './sent/sending.ts';

const here = sentTo(() => freshServer('sent'));
const { get, post } = here;
/** The one whose database hangs. */
let data: string;
const hanging = sentTo(() => startServer((data = freshData('away'))));

/** A request whose body never comes to its end; resolves with what was answered when it is closed. */
function neverEnding(path: string): Promise<string> {
	const { hostname, port, host } = new URL(here.url);
	const headers = `Host: ${host}\r\nOrigin: ${here.url}\r\nCookie: ${here.parent}\r\nAccept: text/html\r\nAccept-Language: da`;
	const body = 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ntitle=';
	const socket = connect(Number(port), hostname, () =>
		socket.write(`POST ${path} HTTP/1.1\r\n${headers}\r\n${body}`),
	);
	let said = '';
	socket.on('data', (chunk) => (said += chunk.toString()));
	socket.on('error', () => {});
	return new Promise((resolve) => socket.once('close', () => resolve(said)));
}

// Both wait longer than they do anything.
test.concurrent(
	'what never comes to its end is closed with words, and keeps nobody waiting meanwhile',
	async () => {
		const uploads = ['/plan?/add', '/plan?/add', '/api/outbox', '/api/outbox', '/plan?/add'].map(neverEnding);
		const closed = Promise.race(uploads);
		// They have arrived: what comes after them is answered.
		await get('/privacy', '');
		const laptop = await signIn(here.url, 'parent');
		const first = await Promise.race([get('/home', laptop), closed]);
		expect(first).toMatchObject({ status: 200 });
		for (const said of await Promise.all(uploads)) {
			expect(said).toContain('HTTP/1.1 408');
			expect(said).toContain('kom ikke helt frem');
		}
	},
);

test.concurrent(
	'whoever sends something while the database is away gets it back to send again, and it is stored once',
	async ({ expect }) => {
		const { get, post } = hanging;
		const database = () => Number(/ (\d+)@/.exec(readFileSync(join(data, 'lock'), 'utf8'))![1]);
		const health = async () => (await fetch(`${hanging.url}/healthz`)).status;
		process.kill(database(), 'SIGSTOP');
		// The first waits for a database that hangs, until it is ended; the second comes while there is none.
		const first = post('/plan?/add', goal('01', 'Sendt, mens den hang'));
		await expect
			.poll(async () => (await post('/plan?/add', goal('02', 'Sendt, mens den var væk'))).status, {
				interval: 20,
				timeout: 100_000,
			})
			.toBe(503);
		const away = await post('/plan?/add', goal('02', 'Sendt, mens den var væk'));
		const pages = [
			[await first, 'Sendt, mens den hang'],
			[away, 'Sendt, mens den var væk'],
		] as const;
		const forms: Form[] = [];
		for (const [answer, words] of pages) {
			expect(answer.status).toBe(503);
			forms.push(sending(await answer.text(), words));
		}
		await expect.poll(health, { timeout: 200_000 }).toBe(200);
		for (const { action, method, fields } of [...forms, ...forms]) {
			expect([method, action]).toEqual(['post', '/plan?/add']);
			expect((await post(action, Object.fromEntries(fields))).status).toBe(303);
		}
		const plan = await (await get('/plan')).text();
		for (const [, words] of pages) expect(plan).toContain(words);
	},
);

test('more fields than any form has are not read, and fewer of those who are not signed in', async () => {
	const many = (count: number) => Array.from({ length: count }, (_, n) => `x${n}=`).join('&');
	expect((await post('/language?/language', many(49), '')).status).not.toBe(413);
	for (const [path, fields, cookie] of [
		['/language?/language', many(60), ''],
		['/plan?/add', many(600), here.parent],
		['/language?/language', '=&'.repeat(255_000), ''],
		['/plan?/add', `title=${'x'.repeat(70_000)}`, here.parent],
	] as const) {
		const answer = await post(path, fields, cookie);
		expect(answer.status).toBe(413);
		expect((await answer.text()).length).toBeLessThan(10_000);
	}
	const multipart = new FormData();
	for (let n = 0; n < 600; n += 1) multipart.append('x', '');
	const answer = await fetch(`${here.url}/plan?/add`, {
		method: 'POST',
		headers: { accept: 'text/html', cookie: here.parent, origin: here.url },
		body: multipart,
	});
	expect(answer.status).toBe(413);
});

comesBack(here);
