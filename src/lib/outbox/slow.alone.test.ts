/** What is held and how it is settled when the phone is slow to store, or never does. */
import type { ActionResult } from '@sveltejs/kit';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Command } from './outbox';
import { Outbox } from './outbox.svelte';
import { fetchShown } from './shown';
import { submitOf, type Otherwise } from './submit';
import { fetchWords } from './words';

/** A browser's storage: one thing after the other, so slow as it says; it may refuse. */
const phone = vi.hoisted(() => ({
	kept: new Map<string, Command>(),
	/** For how long (ms) each thing takes. */
	slow: 0,
	refuses: false,
	/** Says yes to everything and keeps nothing. */
	swallows: false,
	delivered: [] as string[],
	last: Promise.resolve() as Promise<unknown>,
}));
vi.mock('$app/navigation', () => ({ invalidateAll: async () => undefined }));
vi.mock('$app/state', () => ({ navigating: { to: null } }));
vi.mock('./shown', () => ({ fetchShown: vi.fn(async () => []) }));
vi.mock('./words', () => ({ fetchWords: vi.fn(async () => undefined) }));
vi.mock('./phone', async (original) => {
	const next = <T>(work: () => T): Promise<T> => {
		const done = phone.last.then(() => new Promise((go) => setTimeout(go, phone.slow))).then(work);
		phone.last = done.catch(() => undefined);
		return phone.refuses ? Promise.reject(new Error('QuotaExceededError')) : done;
	};
	return {
		newCommand: (await original<typeof import('./phone')>()).newCommand,
		isThere: () => next(() => phone.kept.size > 0),
		list: (of: string) => next(() => [...phone.kept.values()].filter(({ person }) => person === of)),
		add: (one: Command) => next(() => void (phone.swallows || phone.kept.set(one.id, one))),
		change: (commands: Command[]) =>
			next(() => commands.every((one) => phone.kept.has(one.id) && phone.kept.set(one.id, one))),
		forget: (of: string) =>
			next(() => phone.kept.forEach(({ person }, id) => person === of && phone.kept.delete(id))),
		remove: ({ id }: Command) => next(() => void phone.kept.delete(id)),
		takeBack: ({ id }: Command) =>
			next(() => phone.kept.get(id)?.mayHaveArrived === false && phone.kept.delete(id)),
		deliver: (of: string) => next(() => (phone.delivered.push(of), 0)),
	};
});

const second = 1_000;
const amira = {
	person: { id: 'amira' },
	keepUnder: 'amira',
	language: 'da' as const,
	servedAt: '2026-11-23T12:00:00.000Z',
	path: '/plan',
};
const states = () => [...phone.kept.values()].map(({ state }) => state);

// What is loaded takes time that no false clock passes.
beforeAll(() => Promise.all([import('./phone'), import('./words')]).then(() => undefined));
beforeEach(() => {
	vi.useFakeTimers();
	phone.kept.clear();
	Object.assign(phone, { slow: 0, refuses: false, swallows: false, delivered: [], last: Promise.resolve() });
});
afterEach(() => void vi.useRealTimers());

/** What comes of it when everything slow has happened. */
async function after<T>(work: Promise<T>): Promise<T> {
	await vi.advanceTimersByTimeAsync(30 * second);
	return work;
}
const hold = (outbox: Outbox, id?: string) =>
	after(outbox.hold('wellbeing.rate', [['id', 'of the page']], true, 'Gem', id)) as Promise<Command>;

describe.each([
	['at once', 0],
	['in five seconds', 5 * second],
])('a phone that stores %s', (_, slow) => {
	beforeEach(() => void (phone.slow = slow));

	test('holds it under the id that the form sends', async () => {
		const command = await hold(new Outbox(() => amira));
		expect(command.entries).toEqual([['id', command.id]]);
		expect([...phone.kept.keys()]).toEqual([command.id]);
	});
	test('forgets what was answered', async () => {
		const outbox = new Outbox(() => amira);
		const command = await hold(outbox);
		await after(outbox.settle(command, 'answered'));
		expect(states()).toEqual([]);
	});
	test('lets wait what did not reach the server, and says so only when it is stored', async () => {
		const outbox = new Outbox(() => amira);
		expect(await after(outbox.settle(await hold(outbox), 'waiting'))).toBe(slow === 0);
		expect(states()).toEqual(['waiting']);
	});
	test('gives back what certainly did not reach the server, and keeps what may have', async () => {
		const outbox = new Outbox(() => amira);
		for (const how of ['unsent', 'waiting'] as const) {
			const command = await hold(outbox, how);
			await after(outbox.settle(command, how));
			expect(await after(outbox.remove(command, 'takeBack'))).toBe(how === 'unsent');
		}
		expect([...phone.kept.keys()]).toEqual(['waiting']);
		expect(outbox.undelivered.map(({ id }) => id)).toEqual(['waiting']);
	});
	test('keeps the second attempt under the same id, whenever the first was settled', async () => {
		const outbox = new Outbox(() => amira);
		const first = await hold(outbox, 'a');
		void outbox.settle(first, 'answered');
		await vi.advanceTimersByTimeAsync(1);
		const again = await hold(outbox, 'a');
		expect(again.id).toBe('a');
		expect(states()).toEqual(['sending']);
	});
});

test.each(['refuses', 'swallows'] as const)('a phone that %s what is stored holds nothing', async (how) => {
	phone[how] = true;
	expect(await hold(new Outbox(() => amira))).toBeNull();
});
test('of a form that was drawn for somebody else nothing is held', async () => {
	const holds = async (person: string) => {
		const entries: [string, string][] = [
			['_person', person],
			['title', 'Mere ro'],
		];
		return after(new Outbox(() => amira).hold('plan.addGoal', entries, true, 'Gem'));
	};
	expect(await holds('jonas')).toBeNull();
	expect(phone.kept.size).toBe(0);
	expect(await holds('amira')).toMatchObject({ person: 'amira' });
});
test('where what shows it cannot be fetched nothing is held, and the form says how it went', async () => {
	vi.mocked(fetchShown).mockRejectedValueOnce(new TypeError('Failed to fetch'));
	expect(await hold(new Outbox(() => amira))).toBeNull();
	expect(states()).toEqual([]);
});
test('signed out while it was being sent: what is settled later does not come back', async () => {
	const outbox = new Outbox(() => amira);
	const command = await hold(outbox);
	await after(new Outbox(() => amira).forget());
	expect(await after(outbox.settle(command, 'waiting'))).toBe(false);
	expect(states()).toEqual([]);
});
test('of whom nothing is held here, nothing is forgotten', async () => {
	await hold(new Outbox(() => amira));
	await after(new Outbox(() => ({ ...amira, person: { id: 'jonas' }, keepUnder: null })).forget());
	await after(new Outbox(() => ({ ...amira, person: null })).forget());
	expect(states()).toEqual(['sending']);
});

describe('signed in as on a shared device, with something on it since they signed in as on their own', () => {
	const shared = { ...amira, keepUnder: null };
	beforeEach(async () => {
		await hold(new Outbox(() => amira));
		vi.stubGlobal('navigator', { onLine: true });
	});
	afterEach(() => void vi.unstubAllGlobals());
	test('it is shown, with the words for it, and delivered', async () => {
		const outbox = new Outbox(() => shared);
		void outbox.deliver();
		await vi.advanceTimersByTimeAsync(second);
		expect(outbox.undelivered).toHaveLength(1);
		expect(phone.delivered).toEqual(['amira']);
		expect(fetchWords).toHaveBeenCalledWith('da');
	});
	test('it is known before they sign out, and taken away then', async () => {
		const outbox = new Outbox(() => shared);
		expect(await after(outbox.known())).toBe(true);
		expect(outbox.undelivered).toHaveLength(1);
		await after(outbox.forget());
		expect(states()).toEqual([]);
		expect(outbox.commands).toEqual([]);
	});
	test('nothing new is held', async () => {
		expect(await hold(new Outbox(() => shared))).toBeNull();
		expect(phone.kept.size).toBe(1);
	});
	test('nobody else hears of it', async () => {
		const outbox = new Outbox(() => ({ ...shared, person: { id: 'jonas' } }));
		await after(outbox.deliver());
		expect({ shown: outbox.commands, delivered: phone.delivered }).toEqual({ shown: [], delivered: [] });
	});
});

describe('before one signs out', () => {
	test.each([
		['at once', 0, true],
		['in five seconds', 5 * second, false],
		['never', 10_000 * second, false],
	])('a phone that says %s what it holds: whether that is known after a second', async (_, slow, is) => {
		phone.slow = slow;
		const known = new Outbox(() => amira).known();
		await vi.advanceTimersByTimeAsync(second);
		expect(await known).toBe(is);
	});
	test.each([
		['in five seconds', 5, 5],
		['never', 10_000, 10],
	])('a phone that forgets %s (%i s) is waited for %i s', async (_, slow, waited) => {
		phone.slow = slow * second;
		const gone = vi.fn();
		void new Outbox(() => amira).forget().then(gone);
		await vi.advanceTimersByTimeAsync(waited * second - 1);
		expect(gone).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1);
		expect(gone).toHaveBeenCalledOnce();
	});
});

describe('a form', () => {
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
	const formElement = { toggleAttribute: () => true, hasAttribute: () => false, querySelectorAll: () => [] };
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
});
