import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { held, type Command } from './outbox';
import { add, change, forget, list } from './phone';
import * as store from './store';

vi.mock('./store', () => ({
	isThere: vi.fn(),
	add: vi.fn(),
	takeBack: vi.fn(),
	list: vi.fn(),
	forget: vi.fn(),
	change: vi.fn(),
	remove: vi.fn(),
}));

const command = (state: Command['state']): Command => ({
	...held(
		{ id: state, name: 'plan.addGoal', person: 'amira', entries: [], notBefore: '', pressed: '', page: '' },
		0,
	),
	state,
});
const setAppBadge = vi.fn(async () => undefined);
beforeEach(() => vi.stubGlobal('navigator', { setAppBadge }));
afterEach(() => vi.unstubAllGlobals());

test('what a page that is gone had on its way waits, and what this one has does not', async () => {
	const [left, ours] = [command('sending'), { ...command('sending'), id: 'ours' }];
	vi.mocked(store.list).mockResolvedValue([left, ours]);
	await add(ours);
	expect((await list('amira')).map(({ state }) => state)).toEqual(['waiting', 'sending']);
	expect(setAppBadge).toHaveBeenLastCalledWith(1);
	await change([{ ...ours, state: 'waiting' }]);
	expect((await list('amira')).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
});

test('the icon shows what waits and what was handed back, and nothing once it is forgotten', async () => {
	await add(command('sending'));
	vi.mocked(store.list).mockResolvedValue(
		['waiting', 'refused', 'sending'].map((state) => command(state as 'waiting')),
	);
	expect(await list('amira')).toHaveLength(3);
	expect(setAppBadge).toHaveBeenLastCalledWith(2);
	await forget('amira');
	expect(setAppBadge).toHaveBeenLastCalledWith(0);
});

test('where icons show nothing, or may not, nothing is different', async () => {
	vi.mocked(store.list).mockResolvedValue([command('waiting')]);
	setAppBadge.mockRejectedValueOnce(new Error('not allowed'));
	expect(await list('amira')).toHaveLength(1);
	vi.stubGlobal('navigator', {});
	expect(await list('amira')).toHaveLength(1);
});
