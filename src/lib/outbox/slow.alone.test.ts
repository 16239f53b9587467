/** What is held and how it is settled when the phone is slow to store, or never does. */
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { after, amira, emptied, hold, phone, second, states } from './slow-phone';
import { Outbox } from './outbox.svelte';
import { fetchShown } from './shown';
import { fetchWords } from './words';

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
