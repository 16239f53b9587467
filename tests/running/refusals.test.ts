/** Wrong addresses, wrong bodies and too much of it: answered with 4xx, in the person's language, with a way home. */
import { expect, test } from 'vitest';
import { freshData } from '../e2e/prepare.ts';
import { startServer } from '../e2e/server.ts';
import { people } from '../people.ts';
import { refusing, said } from './refusing.ts';

const { cookies, enter, get, post, answerTo } = refusing('refusals');
const family = '00000000-0000-7000-8002-00000000000a';
const id = (tail: string) => `01990000-0000-7000-8000-0000000000${tail}`;

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

test('a form of another site is refused in words, whatever it sends', async () => {
	// A program that says nothing of where it comes from too.
	for (const origin of ['https://evil.example', 'null', undefined]) {
		const answer = await post('/plan?/add', new URLSearchParams({ title: 'x' }), { origin });
		expect(answer.status).toBe(403);
		await said(answer);
	}
});

for (const [what, body, type] of [
	[
		'cut off',
		'--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nUden ende',
		'multipart/form-data; boundary=b',
	],
	['without a boundary', 'title=x', 'multipart/form-data'],
	['no form', '{"title":"x"}', 'application/json'],
	['plain text', 'x', 'text/plain'],
] as const) {
	test(`a body that is ${what} is a 4xx in words`, async () => {
		const answer = await post('/plan?/add', body, { 'content-type': type });
		expect(answer.status).toBeGreaterThanOrEqual(400);
		expect(answer.status).toBeLessThan(500);
		await said(answer);
	});
}

test('a body that is no form is a 4xx at the door of the demo too', async () => {
	const headers = { 'content-type': 'application/json' };
	expect((await post('/demo/sign-in', '{"a":', headers, '')).status).toBe(400);
});

test('a body that is too large is a 4xx', async () => {
	const answer = await post('/plan?/add', new URLSearchParams({ title: 'x'.repeat(700_000) }));
	expect([400, 413]).toContain(answer.status);
});

test('an action that is none is nowhere', async () => {
	for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'default']) {
		for (const page of ['/plan', '/me', '/language', '/invitation']) {
			const none = await post(`${page}?/${name}`, new URLSearchParams());
			expect([page, name, none.status]).toEqual([page, name, 404]);
			expect(await said(none)).toContain('Den side findes ikke');
		}
	}
	const answer = await post('/plan?/burn', new URLSearchParams({ id: id('01') }));
	expect(answer.status).toBe(404);
	await said(answer);
});

test('NUL and half characters in a field are left out, and the rest is kept', async () => {
	const answer = await post(
		'/plan?/add',
		new URLSearchParams({ id: id('02'), family, title: 'Ro\0 om\0 morgenen' }),
	);
	expect(answer.status).toBe(303);
	expect(await (await get('/plan')).text()).toContain('Ro om morgenen');
});

test('an id sent again with other words is refused, the words come back under a fresh id, and that goes through', async () => {
	const first = await post(
		'/plan?/add',
		new URLSearchParams({ _form: 'f', id: id('03'), family, title: 'De første' }),
	);
	expect(first.status).toBe(303);
	const same = await post(
		'/plan?/add',
		new URLSearchParams({ _form: 'f', id: id('03'), family, title: 'De første' }),
	);
	expect(same.status).toBe(303);
	const other = await post(
		'/plan?/add',
		new URLSearchParams({ _form: `add-${family}`, id: id('03'), family, title: 'De andre ord' }),
		{ accept: 'application/json', 'x-sveltekit-action': 'true' },
	);
	const { status, data } = (await other.json()) as { status: number; data: string };
	expect(status).toBe(409);
	expect(data).toContain('common:error.madeAlready');
	expect(data).toContain('De andre ord');
	expect(data).not.toContain(id('03'));
	const plan = await (await get('/plan')).text();
	expect(plan).toContain('De første');
	expect(plan).not.toContain('De andre ord');
});

test('a form that was drawn for somebody else does nothing, and keeps the words', async () => {
	const fields = { _form: 'x', _person: id('99'), id: id('04'), family, title: 'Ikke i mit navn' };
	const answer = await post('/plan?/add', new URLSearchParams(fields), {
		accept: 'application/json',
		'x-sveltekit-action': 'true',
	});
	const { status, data } = (await answer.json()) as { status: number; data: string };
	expect(status).toBe(409);
	expect(data).toContain('common:error.otherPerson');
	expect(data).toContain('Ikke i mit navn');
	expect(await (await get('/plan')).text()).not.toContain('Ikke i mit navn');
});

test('a page that somebody else left open signs nobody out, and that is said', async () => {
	const signOut = (person: string, headers = {}) =>
		post('/sign-out', new URLSearchParams({ _form: 'sign-out', _person: person }), headers);
	const answer = await signOut(people['young-person']);
	expect(answer.status).toBe(409);
	expect(await said(answer)).toContain('En anden er logget ind nu');
	const asked = await signOut(people['young-person'], { accept: 'application/json' });
	expect([asked.status, await asked.json()]).toEqual([409, { message: 'open:otherHere' }]);
	expect((await get('/plan')).status).toBe(200);
});

test('whoever signs out is out, also by a page that does not say for whom it was drawn', async () => {
	for (const body of [new URLSearchParams({ _person: people.coordinator }), '']) {
		const cookie = await enter('coordinator');
		expect((await get('/families', cookie)).status).toBe(200);
		const type = { 'content-type': 'application/x-www-form-urlencoded' };
		const answer = await post('/sign-out', body, type, cookie);
		expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in']);
		expect((await get('/families', cookie)).status).toBe(303);
	}
});

for (const to of ['//evil.example', '/\t/evil.example', '/\\evil.example', '/\n/evil.example']) {
	test(`signing in leads nowhere else: ${JSON.stringify(to)}`, async () => {
		const answer = await post('/demo/sign-in', new URLSearchParams({ persona: 'parent', to }), {}, '');
		expect(answer.status).toBe(303);
		expect(answer.headers.get('location')).toBe('/');
	});
}

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

test('whoever tries codes without end is asked to wait', async () => {
	const limited = await startServer(freshData('limits'), { RATE_LIMITS: 'on' });
	let answer: Response;
	let tries = 0;
	do {
		answer = await fetch(`${limited.url}/invitation/AAAA-BBBB-CCCC-${tries}`, {
			headers: { accept: 'text/html' },
		});
		tries += 1;
	} while (answer.status !== 429 && tries < 80);
	expect(tries).toBeGreaterThan(50);
	expect(tries).toBeLessThan(70);
	expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
	expect(await said(answer)).toContain('Vent op til fem minutter');
	const program = await fetch(`${limited.url}/invitation/AAAA`, { headers: { accept: 'application/json' } });
	expect(await program.json()).toEqual({ message: 'common:error.tooMany' });
	// Others are not held up by it.
	expect((await fetch(`${limited.url}/sign-in`)).status).toBe(200);
	await limited.stop();
});

for (const [what, path, fields, words] of [
	['a yes that the other parent has said', '/team?/agree', { id: id('f1') }, 'Måske er noget blevet ændret'],
	['a no to somebody who is not here', '/team?/putOut', { id: id('f2') }, 'Det er allerede ændret'],
	['a question that is answered', '/team?/takeBack', { id: id('f3') }, 'Der er kommet svar'],
	['an answer taken back', '/wellbeing?/takeBack', { id: id('f4') }, 'Du har allerede fortrudt'],
	['a scale that is none', '/wellbeing/scales?/retire', { id: id('f5') }, 'Måske er noget blevet ændret'],
	['a goal that is none', '/plan?/move', { id: id('f6'), direction: 'up' }, 'Måske er noget blevet ændret'],
] as const) {
	test(`${what}: the refusal is read without scripts, also when its form stands there no more`, async () => {
		const answer = await post(path, new URLSearchParams({ _form: `gone-${fields.id}`, ...fields }));
		expect(answer.status).toBe(409);
		expect(await said(answer)).toMatch(new RegExp(`role="alert"[^]{0,700}${words}`));
	});
}

test('words that read like a refusal of ours stand in nobody’s way', async () => {
	const named = await post(
		'/plan?/add',
		new URLSearchParams({ id: id('a1'), family, title: 'refused: common:error.notFound -->' }),
	);
	expect(named.status).toBe(303);
	const title = `Mine egne ord ${'y'.repeat(600)}`;
	const answer = await post(
		'/plan?/add',
		new URLSearchParams({ _form: `add-${family}`, id: id('a2'), family, title }),
	);
	expect(answer.status).toBe(400);
	expect(await answer.text()).toContain(title);
});

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
