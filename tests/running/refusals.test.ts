/**
 * Wrong addresses, wrong bodies and too much of it: answered with 4xx, in the person's language, with a way home. In
 * several files on one server.
 */
import { expect, test } from 'vitest';
import { people } from '../people.ts';
import { refusing, said } from './refusing.ts';
import { wrongAddresses } from './refusals/addresses.ts';
import { signingInAndOut } from './refusals/signing.ts';

const asked = refusing('refusals');
const { get, post } = asked;
const family = '00000000-0000-7000-8002-00000000000a';
const id = (tail: string) => `01990000-0000-7000-8000-0000000000${tail}`;

wrongAddresses(asked);

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

test('bytes that are no letters are said beside the field, nothing of it is stored, and the rest comes back', async () => {
	const body = `_form=add-${family}&_person=${people.parent}&id=${id('05')}&family=${family}&title=Bl%E5b%E6r%20og%20ro&sign=Vi+smiler`;
	const answer = await post('/plan?/add', body, { 'content-type': 'application/x-www-form-urlencoded' });
	expect(answer.status).toBe(400);
	const words = await answer.text();
	expect(words).toContain('Et tegn her kan vi ikke læse. Skriv det igen.');
	expect(words).toContain('Bl\ufffdb\ufffdr og ro');
	expect(words).toContain('Vi smiler');
	expect(await (await get('/plan')).text()).not.toContain('r og ro');
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

for (const [what, path, fields, words] of [
	['a yes that the other parent has said', '/team?/agree', { id: id('f1') }, 'Måske er noget blevet ændret'],
	['a no to somebody who is not here', '/team?/putOut', { id: id('f2') }, 'Det er allerede ændret'],
	['a question that is answered', '/team?/takeBack', { id: id('f3') }, 'Der er kommet svar'],
	['an answer taken back', '/wellbeing?/takeBack', { id: id('f4') }, 'Du har allerede fortrudt'],
	['a scale that is none', '/wellbeing/scales?/retire', { id: id('f5') }, 'Måske er noget blevet ændret'],
	[
		'a goal that is none',
		'/plan?/move',
		{ id: id('f6'), direction: 'up', past: id('f5') },
		'Måske er noget blevet ændret',
	],
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

signingInAndOut(asked);
