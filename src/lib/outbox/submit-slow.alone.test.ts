/** What a form sends and says when the phone is slow to store what it sends. */
import type { ActionResult } from '@sveltejs/kit';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { after, amira, emptied, phone, second, states } from './slow-phone';
import { Outbox } from './outbox.svelte';
import { submitOf, type Otherwise } from './submit';

vi.mock('$app/navigation', () => ({ invalidateAll: async () => undefined }));
vi.mock('$app/state', () => ({ navigating: { to: null } }));
vi.mock('./shown', () => ({ fetchShown: vi.fn(async () => []) }));
vi.mock('./words', () => ({ fetchWords: vi.fn(async () => undefined) }));
vi.mock('./phone', async (original) => ({
	newCommand: (await original<typeof import('./phone')>()).newCommand,
	...(await import('./slow-phone')).storage,
}));

// What is loaded takes time that no false clock passes.
beforeAll(() => Promise.all([import('./phone'), import('./words')]).then(() => undefined));
beforeEach(() => {
	vi.useFakeTimers();
	emptied();
});
afterEach(() => void vi.useRealTimers());

/** Sends the form of an answer as Kit does, and says what came of it. */
async function send(outbox: Outbox, submit: ReturnType<typeof submitOf>, result: ActionResult | object) {
	const formData = new FormData();
	formData.set('id', 'of the page');
	const sent = await after(
		Promise.resolve(
			submit({
				formData,
				cancel: () => undefined,
				controller: new AbortController(),
				formElement,
			} as never),
		),
	);
	await after(Promise.resolve(sent?.({ result, update: async () => undefined } as never)));
	return formData.get('id') as string;
}
const formElement = {
	toggleAttribute: () => true,
	hasAttribute: () => false,
	querySelectorAll: () => [],
	dispatchEvent: () => true,
};
const formOf = (outbox: Outbox) => {
	const went: Otherwise[] = [];
	const sends = () => ({ name: 'wellbeing.rate', makes: true, after: undefined });
	return {
		went,
		submit: submitOf(
			outbox,
			sends,
			(how) => went.push(how),
			() => undefined,
		),
	};
};
const online = (isOnline: boolean) => vi.stubGlobal('navigator', { onLine: isOnline });
beforeEach(() => {
	online(true);
	vi.stubGlobal('location', { pathname: '/plan' });
});
afterEach(() => void vi.unstubAllGlobals());

test('that goes before it is held goes under the same id: closed in between, it is one answer', async () => {
	phone.slow = 5 * second;
	const outbox = new Outbox(() => amira);
	const formData = new FormData();
	formData.set('id', 'of the page');
	void formOf(outbox).submit({ formData, controller: new AbortController(), formElement } as never);
	await vi.advanceTimersByTimeAsync(2 * second);
	expect({ gone: formData.get('id') !== 'of the page', kept: phone.kept.size }).toEqual({
		gone: true,
		kept: 0,
	});
	await vi.advanceTimersByTimeAsync(5 * second);
	expect([...phone.kept.keys()]).toEqual([formData.get('id')]);
});
test('is said to be kept only when it is', async () => {
	for (const [slow, how] of [
		[0, 'kept'],
		[5 * second, 'common:error.unheard'],
	] as const) {
		phone.kept.clear();
		phone.slow = slow;
		const outbox = new Outbox(() => amira);
		const { went, submit } = formOf(outbox);
		await send(outbox, submit, { type: 'error', error: {} });
		expect(went.at(-1)).toBe(how);
	}
});
test('sent again after it was said to be unsent, goes under the same id', async () => {
	phone.slow = 5 * second;
	const outbox = new Outbox(() => amira);
	const { submit } = formOf(outbox);
	const first = await send(outbox, submit, { type: 'error', error: {} });
	expect(await send(outbox, submit, { type: 'success', status: 200 })).toBe(first);
	expect(states()).toEqual([]);
});
