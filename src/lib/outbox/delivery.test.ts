import { describe, expect, test } from 'vitest';
import { deliverAll, type HandOver, type Place } from './delivery';
import { held, type Answer, type Command } from './outbox';

const made = (id: string, state: Command['state'] = 'waiting'): Command => ({
	...held({ id, name: 'wellbeing.rate', person: 'amira', entries: [], notBefore: '' }, 0),
	state,
});

function placeWith(...commands: Command[]) {
	const kept = new Map(commands.map((command) => [command.id, command]));
	const place: Place = {
		list: async () => [...kept.values()],
		change: async (changed) =>
			changed.forEach((command) => kept.has(command.id) && kept.set(command.id, command)),
		remove: async ({ id }) => void kept.delete(id),
	};
	return { kept, place };
}
const accept: HandOver = async (commands) => commands.map(({ id }): Answer => ({ id, state: 'sent' }));

describe('delivery', () => {
	test('empties the outbox, in as many goes as it takes', async () => {
		const { kept, place } = placeWith(...Array.from({ length: 45 }, (_, n) => made(String(n))));
		const goes: number[] = [];
		const arrived = await deliverAll(place, (commands) => (goes.push(commands.length), accept(commands)));
		expect({ arrived, left: kept.size, goes }).toEqual({ arrived: 45, left: 0, goes: [20, 20, 5] });
	});
	test('says that it is on its way while it is', async () => {
		const { kept, place } = placeWith(made('a'));
		await deliverAll(place, (commands) => {
			expect(kept.get('a')?.state).toBe('sending');
			return accept(commands);
		});
	});
	test('without a network everything goes on waiting, and it stops', async () => {
		const { kept, place } = placeWith(made('a'), made('b', 'sending'));
		let tries = 0;
		const arrived = await deliverAll(place, async () => {
			tries += 1;
			throw new TypeError('Failed to fetch');
		});
		expect({ arrived, tries }).toEqual({ arrived: 0, tries: 1 });
		expect([...kept.values()].map(({ state }) => state)).toEqual(['waiting', 'waiting']);
	});
	test('one refused does not hold up the others, and is not tried again', async () => {
		const { kept, place } = placeWith(made('a'), made('b'));
		const refuse: HandOver = async (commands) =>
			commands.map(({ id }) =>
				id === 'a' ? { id, state: 'refused', reason: 'outbox:refusal.invalid' } : { id, state: 'sent' },
			);
		expect(await deliverAll(place, refuse)).toBe(1);
		expect([...kept.values()]).toMatchObject([{ id: 'a', state: 'refused' }]);
		let again = 0;
		await deliverAll(place, async () => ((again += 1), []));
		expect(again).toBe(0);
	});
	test('what arrived before and was taken back since is forgotten without a word', async () => {
		const { kept, place } = placeWith(made('a'), made('b'));
		const over: HandOver = async () => [
			{ id: 'a', state: 'over' },
			{ id: 'b', state: 'sent' },
		];
		expect(await deliverAll(place, over)).toBe(1);
		expect(kept.size).toBe(0);
	});
	test('what was taken out while it was on its way does not come back', async () => {
		const { kept, place } = placeWith(made('a'));
		await deliverAll(place, async () => (kept.clear(), []));
		expect(kept.size).toBe(0);
	});
	test('an answer that leaves one out leaves that one waiting', async () => {
		const { kept, place } = placeWith(made('a'), made('b'));
		expect(await deliverAll(place, async () => [{ id: 'b', state: 'sent' }])).toBe(1);
		expect([...kept.values()]).toMatchObject([{ id: 'a', state: 'waiting' }]);
	});
});
