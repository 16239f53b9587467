import { expect, test } from 'vitest';
import { NotTaken, rooms, take } from './body';

const form = 'application/x-www-form-urlencoded';
const sent = (body: BodyInit, type?: string) =>
	new Request('http://x/', {
		method: 'POST',
		body,
		duplex: 'half',
		...(type && { headers: { 'content-type': type } }),
	} as RequestInit);
const small = { bytes: 100, fields: 3 };
const statusOf = (taken: Promise<unknown>) =>
	taken.then(
		() => 200,
		(cause: unknown) => (cause instanceof NotTaken ? cause.status : cause),
	);

test('what was sent is taken as it came', async () => {
	const taken = await take(sent('title=Ro%20om%20morgenen&id=1', form), small);
	expect(Buffer.from(taken!).toString()).toBe('title=Ro%20om%20morgenen&id=1');
	expect(await take(new Request('http://x/'), small)).toBeNull();
});

test.each([
	['as many fields as there may be', 'a=&b=&c=', form, 200],
	['one more', 'a=&b=&c=&d=', form, 413],
	['nothing but signs between fields', '=&'.repeat(40), form, 413],
	['as long as it may be', `a=${'x'.repeat(98)}`, form, 200],
	['one letter more', `a=${'x'.repeat(99)}`, form, 413],
	['lines in the words of a form', 'a=1\n--2\n--3\n--4\n--5', form, 200],
])('%s', async (_, body, type, status) => {
	expect(await statusOf(take(sent(body, type), small))).toBe(status);
});

test('fields are counted in a form of parts too', async () => {
	const parts = (count: number) => {
		const all = new FormData();
		for (let n = 0; n < count; n += 1) all.append('x', '&&&&&&');
		return sent(all);
	};
	// The end is marked as the beginning of a part is.
	expect(await statusOf(take(parts(2), { bytes: 2000, fields: 3 }))).toBe(200);
	expect(await statusOf(take(parts(4), { bytes: 2000, fields: 3 }))).toBe(413);
});

test('what never comes to its end is waited for no longer than that', async () => {
	const endless = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('a=')) });
	expect(await statusOf(take(sent(endless, form), small, 20))).toBe(408);
});

test('what is cut off is broken, and what somebody before us found too large is that', async () => {
	const failing = (cause: unknown) => new ReadableStream({ start: (controller) => controller.error(cause) });
	expect(await statusOf(take(sent(failing(new Error('gone'))), small))).toBe(400);
	expect(await statusOf(take(sent(failing({ status: 413 })), small))).toBe(413);
});

test('whoever is not signed in may send fewer fields', () => {
	expect(rooms.open.fields).toBeLessThan(rooms.form.fields);
});
