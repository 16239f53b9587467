import { expect, test } from 'vitest';
import { givenBack, keptOf } from './kept';

const [amira, jonas] = ['a1', 'c1'].map((tail) => `01900000-0000-7000-8000-0000000000${tail}`) as [
	string,
	string,
];
const now = new Date('2026-11-23T10:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const words = 'Det er svært om morgenen. '.repeat(80);

function sent(fields: Record<string, string>, method = 'POST') {
	const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' });
	const body = Uint8Array.from(Buffer.from(new URLSearchParams(fields).toString()));
	return keptOf({ method, url: 'http://127.0.0.1/plan/x?/note', headers }, { body, now });
}

test('what was sent comes back to whom it is from, as it was', async () => {
	const kept = await sent({ _form: 'note', _person: amira, note: words });
	expect(givenBack(kept, amira, later(5))).toMatchObject({
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
	expect(givenBack(kept, jonas, later(5))).toBeNull();
	expect(givenBack(kept, amira, later(61))).toBeNull();
	for (const other of [kept.slice(1), kept.slice(0, -4), `${kept}AAAA`, 'x', '', undefined, null]) {
		expect(givenBack(other, amira, later(5))).toBeNull();
	}
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
	expect(await sent(fields, method)).toBeNull();
});

test('the longest a form of ours can be is kept, also in Arabic', async () => {
	// 2000 different words' worth: no repetition that packs away.
	const long = (length: number) =>
		Array.from({ length }, (_, n) => String.fromCharCode(0x627 + ((n * n * 31 + n * 7) % 36))).join('');
	expect(await sent({ _person: amira, title: long(500), sign: long(1000), note: long(2000) })).toBeTruthy();
});
