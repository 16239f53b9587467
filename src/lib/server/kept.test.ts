import { expect, test } from 'vitest';
import { givenBack, keptOf } from './kept';

const [amira, jonas] = ['a1', 'c1'].map((tail) => `01900000-0000-7000-8000-0000000000${tail}`) as [
	string,
	string,
];
const now = new Date('2026-11-23T10:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const words = 'Det er svært om morgenen. '.repeat(80);

function browser() {
	const held = new Map<string, string>();
	return {
		get: (name: string) => held.get(name),
		set: (name: string, value: string) => void held.set(name, value),
	};
}
const phone = browser();
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
	expect(Buffer.from(kept, 'base64url').toString('latin1')).not.toContain('morgenen');
	expect(back(kept, jonas, later(5))).toBeNull();
	expect(back(kept, amira, later(61))).toBeNull();
	for (const other of [kept.slice(1), kept.slice(0, -4), `${kept}AAAA`, 'x', '', null]) {
		expect(back(other, amira, later(5))).toBeNull();
	}
});

test('a link with words that were sent in another browser brings nothing', async () => {
	const stranger = browser();
	const kept = await sent({ _person: amira, note: 'Words of somebody else' }, { cookies: stranger });
	expect(back(kept, amira, later(5), stranger)).not.toBeNull();
	expect(back(kept, amira, later(5), browser())).toBeNull();
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
	[
		'more than an address holds',
		{ _person: amira, note: Array.from({ length: 9000 }, (_, n) => n.toString(36)).join() },
		'POST',
	],
] as const)('%s is not kept', async (_, fields, method) => {
	expect(await sent(fields, { method })).toBeNull();
});

test('the longest a form of ours can be is kept, also in Arabic', async () => {
	// 2000 different words' worth: no repetition that packs away.
	const long = (length: number) =>
		Array.from({ length }, (_, n) => String.fromCharCode(0x627 + ((n * n * 31 + n * 7) % 36))).join('');
	expect(await sent({ _person: amira, title: long(500), sign: long(1000), note: long(2000) })).toBeTruthy();
});
