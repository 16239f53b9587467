import type { Cookies } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { leaveReceipt, takeReceipt } from './receipt';

const id = '01900000-0000-7000-8000-000000000001';
function jar() {
	const kept = new Map<string, string>();
	const cookies = {
		get: (name: string) => kept.get(name),
		set: (name: string, value: string) => void kept.set(name, value),
		delete: (name: string) => void kept.delete(name),
	} as unknown as Cookies;
	return { kept, cookies };
}
const url = new URL('http://127.0.0.1/meetings/7?/cancel');

test('a receipt is said once, and undoes on the page it was left from', () => {
	const { cookies } = jar();
	leaveReceipt(
		cookies,
		{ text: 'meetings:receipt.cancelled', undo: { action: '?/holdAfterAll', id } },
		url,
		'/meetings/7',
	);
	expect(takeReceipt(cookies, '/meetings/7')).toEqual({
		text: 'meetings:receipt.cancelled',
		undo: { action: '/meetings/7?/holdAfterAll', id },
	});
	expect(takeReceipt(cookies, '/meetings/7')).toBeNull();
});

const unsigned = JSON.stringify({ text: 'plan:receipt.added', undo: { action: '/plan?/remove', id } });
test.each([
	unsigned,
	`${Buffer.from(unsigned).toString('base64url')}.`,
	`${Buffer.from(unsigned).toString('base64url')}.${'a'.repeat(43)}`,
	'.',
])('one that we did not write is none: %s', (value) => {
	const { kept, cookies } = jar();
	kept.set('receipt', value);
	expect(takeReceipt(cookies, '/plan')).toBeNull();
});

test('one that was changed is none', () => {
	const { kept, cookies } = jar();
	leaveReceipt(cookies, { text: 'plan:receipt.added' }, url, '/plan');
	const [said, signature] = kept.get('receipt')!.split('.');
	const other = Buffer.from(said!, 'base64url').toString().replace('added', 'moved');
	kept.set('receipt', `${Buffer.from(other).toString('base64url')}.${signature}`);
	expect(takeReceipt(cookies, '/plan')).toBeNull();
});

test.each(['//evil.example', '/\t/evil.example'])('an undo that leads elsewhere is none: %j', (action) => {
	const { cookies } = jar();
	leaveReceipt(cookies, { text: 'plan:receipt.added', undo: { action, id } }, url, '/plan');
	expect(takeReceipt(cookies, '/plan')).toBeNull();
});

test('it waits for its own page, whatever else is loaded before', () => {
	const { cookies } = jar();
	leaveReceipt(cookies, { text: 'plan:receipt.added' }, url, '/plan?sorted=1#goal');
	expect(takeReceipt(cookies, '/meetings')).toBeNull();
	expect(takeReceipt(cookies, '/plan')).toEqual({ text: 'plan:receipt.added' });

	leaveReceipt(cookies, { text: 'plan:receipt.added' }, url, '/');
	expect(takeReceipt(cookies, '/home')).toEqual({ text: 'plan:receipt.added' });
});
