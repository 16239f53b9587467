/** Addresses that are none, are closed or are too long, and what comes with every answer. */
import { expect, test } from 'vitest';
import { ourMark } from '../../../src/lib/offline/kept.ts';
import { said, type Refusing } from '../refusing.ts';

/** On the server of refusals.test.ts: a second one would only start again. */
export function wrongAddresses({ cookies, get, answerTo }: Refusing): void {
	for (const [path, cookie] of [
		['/plan/xx', 'parent'],
		['/plan/xx/edit', 'parent'],
		['/plan/%00', 'parent'],
		['/plan/%E0%A4%A', 'parent'],
		['/meetings/xx', 'parent'],
		['/meetings/xx/calendar.ics', 'parent'],
		['/offers/xx', 'parent'],
		['/offers?words=%00', 'parent'],
		['/sharing/xx', 'parent'],
		['/wellbeing/xx', 'parent'],
		['/nowhere', 'parent'],
		['/sign-out', 'parent'],
		['/families/xx', 'coordinator'],
		['/families/questions/xx', 'coordinator'],
	] as const) {
		test(`${path} is nowhere, and that is said`, async () => {
			const answer = await get(path, cookies[cookie]);
			expect([404, 405]).toContain(answer.status);
			expect(await said(answer)).toMatch(/findes ikke|kan ikke se/);
		});
	}

	for (const language of ['da', 'en', 'ar'] as const) {
		test(`a door that is closed says so in ${language}`, async () => {
			const answer = await get('/families', `${cookies.parent}; language=${language}`);
			expect(answer.status).toBe(403);
			const html = await said(answer);
			expect(html).toContain(`lang="${language}"`);
			expect(html).toContain('href="/"');
		});
	}

	test('who is in no family is led from its pages to their own', async () => {
		for (const path of ['/plan', '/home', '/meetings', '/offers', '/team']) {
			const answer = await get(path, cookies.coordinator);
			expect([answer.status, answer.headers.get('location')], path).toEqual([303, '/families']);
		}
	});

	test('files carry the same headers as pages', async () => {
		for (const path of ['/favicon.svg', '/home', '/families']) {
			const { headers } = await get(path);
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('x-frame-options')).toBe('DENY');
			expect(headers.get('strict-transport-security')).toBeNull();
		}
	});

	test.each(['bytes=5-1', 'bytes=0-18446744073709551615', 'bytes=9999999999-', 'bytes=-1', 'lines=1-2'])(
		'whatever part of a file is asked for (%s), all of it comes, and the house stands',
		async (range) => {
			const whole = await (await get('/favicon.svg')).text();
			const answer = await get('/favicon.svg', '', { range });
			expect(answer.status).toBe(200);
			expect(await answer.text()).toBe(whole);
			expect((await get('/healthz')).status).toBe(200);
		},
	);

	for (const [what, bytes, status, words] of [
		[
			'an address longer than any',
			`GET /plan?a=${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
			431,
			'Adressen er for lang',
		],
		[
			'more cookies than any',
			`GET / HTTP/1.1\r\ncookie: a=${'x'.repeat(20_000)}\r\n\r\n`,
			431,
			'slet det, browseren har gemt om Vores Plan',
		],
		['one that goes on and on', `GET /plan?a=${'x'.repeat(200_000)}`, 431, 'Adressen er for lang'],
		['no request', 'Goddag!\r\n\r\n', 400, 'Vi kunne ikke læse'],
	] as const) {
		test(`${what} is a ${status} in words, with a way home`, async () => {
			const answer = await answerTo(bytes);
			expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
			const [head = '', page = ''] = answer.split('\r\n\r\n');
			expect(head).toContain(`content-length: ${Buffer.byteLength(page)}`);
			expect(page).toContain(words);
			for (const language of ['da', 'en', 'ar']) expect(page).toContain(`<section lang="${language}"`);
			expect(page).toContain('href="/"');
		});
	}

	test('every page and answer of ours says that it is, so that a copy gives way to no other', async () => {
		for (const [path, cookie] of [
			['/plan', cookies.parent],
			['/plan/__data.json', cookies.parent],
			['/families', cookies.parent],
			['/families/__data.json', cookies.parent],
			['/nowhere', cookies.parent],
			['/sign-in', ''],
		] as const) {
			const answer = await get(path, cookie);
			expect([path, answer.headers.get(ourMark)]).toEqual([path, '1']);
		}
	});
}
