import { expect, test } from 'vitest';
import { forgetHere, givenBack, keptOf, rememberHere, whatIsKept } from './kept';

const [amira, jonas] = ['a1', 'c1'].map((tail) => `01900000-0000-7000-8000-0000000000${tail}`) as [
	string,
	string,
];
const now = new Date('2026-11-23T10:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const words = 'Det er svært om morgenen. '.repeat(80);

/** In which these have signed in. */
function browser(...people: string[]) {
	const held = new Map<string, string>();
	const cookies = {
		get: (name: string) => held.get(name),
		set: (name: string, value: string) => void held.set(name, value),
	};
	for (const person of people) rememberHere(cookies, person);
	return cookies;
}
const phone = browser(amira, jonas);
const what = (kept: string | null, now: Date, cookies = phone) =>
	whatIsKept(kept, { cookies, locals: { now } });
const back = (kept: string | null, person: string, now: Date, cookies = phone) =>
	givenBack(kept, person, { cookies, locals: { now } });

function sent(fields: Record<string, string>, { method = 'POST', cookies = phone } = {}) {
	const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' });
	const body = Uint8Array.from(Buffer.from(new URLSearchParams(fields).toString()));
	const request = { method, url: 'http://127.0.0.1/plan/x?/note', headers };
	return keptOf({ request, cookies, locals: { body, now } });
}

test('what was sent comes back to whom it is from, as it was', async () => {
	const kept = await sent({ _form: 'note', _person: amira, note: words });
	expect(back(kept, amira, later(5))).toMatchObject({
		method: 'post',
		address: '/plan/x?/note',
		entries: [
			['_form', 'note'],
			['_person', amira],
			['note', words],
		],
	});
});

test('it says nothing by itself, and nothing to anybody else, later, or when it is another', async () => {
	const kept = (await sent({ _person: amira, note: words }))!;
	for (const part of kept.split('.')) {
		expect(Buffer.from(part, 'base64url').toString('latin1')).not.toContain('morgenen');
	}
	expect(back(kept, jonas, later(5))).toBeNull();
	expect(back(kept, amira, later(61))).toBeNull();
	for (const other of [kept.slice(1), kept.slice(0, -4), `${kept}AAAA`, 'x', '', null]) {
		expect(back(other, amira, later(5))).toBeNull();
	}
});

test('a link with words that were sent in another browser brings nothing', async () => {
	const stranger = browser(amira);
	const kept = await sent({ _person: amira, note: 'Words of somebody else' }, { cookies: stranger });
	expect(back(kept, amira, later(5), stranger)).not.toBeNull();
	expect(back(kept, amira, later(5), browser(amira))).toBeNull();
	await sent({ _person: amira, note: words });
	expect(back(kept, amira, later(5))).toBeNull();
});

test('what two tabs sent comes back in both', async () => {
	const [first, second] = [
		await sent({ _person: amira, note: '1' }),
		await sent({ _person: amira, note: '2' }),
	];
	for (const kept of [first, second]) expect(back(kept, amira, later(5))).not.toBeNull();
});

test.each([
	['a form drawn for nobody', { note: words }, 'POST'],
	['what is only read', { _person: amira, note: words }, 'GET'],
	['a button alone', { _person: amira, _form: 'undo', id: jonas, note: '' }, 'POST'],
] as const)('%s is not kept', async (_, fields, method) => {
	expect(await sent(fields, { method })).toBeNull();
});

test('the longest a form of ours can be is kept, also in Arabic', async () => {
	// 2000 different words' worth: no repetition that packs away.
	const long = (length: number) =>
		Array.from({ length }, (_, n) => String.fromCharCode(0x627 + ((n * n * 31 + n * 7) % 36))).join('');
	expect(await sent({ _person: amira, title: long(500), sign: long(1000), note: long(2000) })).toBeTruthy();
});

test('that it goes along is said in the browser it was sent in, within the hour, of what we sealed alone', async () => {
	const kept = (await sent({ _person: amira, note: words }))!;
	expect(what(kept, later(59))).toBe('kept');
	expect(what(kept, later(61))).toBe('late');
	expect(what(kept, later(5), browser(amira))).toBeNull();
	for (const junk of ['junk', 'a.b.c', '.', `x${kept}`, kept.slice(kept.indexOf('.')), null]) {
		expect(what(junk, later(5))).toBeNull();
	}
});

test('what is more than an address holds stays where it was written; so does what this browser does not know', async () => {
	const note = Array.from({ length: 9000 }, (_, n) => n.toString(36)).join();
	expect(await sent({ _person: amira, note })).toBe('');
	expect(await sent({ _person: amira, note: words }, { cookies: browser() })).toBe('');
});

test('nobody leaves words for who has not signed in here, or has signed out', async () => {
	const shared = browser(jonas);
	const forAmira = () => sent({ _person: amira, note: words }, { cookies: shared });
	expect(await forAmira()).toBe('');
	rememberHere(shared, amira);
	expect(back(await forAmira(), amira, later(5), shared)).not.toBeNull();
	const before = await forAmira();
	forgetHere(shared, amira);
	expect(await forAmira()).toBe('');
	expect(back(before, amira, later(5), shared)).not.toBeNull();
	const his = await sent({ _person: jonas, note: words }, { cookies: shared });
	expect(back(his, jonas, later(5), shared)).not.toBeNull();
});
