import { afterEach, expect, test, vi } from 'vitest';
import { personOf, wakeFor } from './background';

const browser = (registration: unknown) =>
	vi.stubGlobal('navigator', { serviceWorker: { getRegistration: async () => registration } });
afterEach(() => vi.unstubAllGlobals());

test('the browser is told whose things wait', async () => {
	const register = vi.fn<(tag: string) => Promise<void>>(async () => undefined);
	browser({ active: {}, sync: { register } });
	expect(await wakeFor('amira')).toBe(true);
	expect(personOf(register.mock.calls[0]![0])).toBe('amira');
	expect(personOf('something else')).toBeNull();
});

test.each([
	['no Background Sync', { active: {} }],
	['a worker that is not there yet', { sync: { register: () => Promise.resolve() } }],
	['no worker', undefined],
	['nobody who wants it', { active: {}, sync: { register: () => Promise.reject(new Error('denied')) } }],
])('with %s nothing is promised', async (_, registration) => {
	browser(registration);
	expect(await wakeFor('amira')).toBe(false);
	vi.stubGlobal('navigator', {});
	expect(await wakeFor('amira')).toBe(false);
});
