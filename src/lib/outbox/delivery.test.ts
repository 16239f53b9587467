import { describe, expect, test, vi } from 'vitest';
import { deliverAll, NotTaken, send, type HandOver, type Place } from './delivery';
import { held, type Answer, type Command } from './outbox';

const made = (id: string, state: Command['state'] = 'waiting'): Command => ({
	...held(
		{ id, name: 'wellbeing.rate', person: 'amira', entries: [], notBefore: '', pressed: '', page: '' },
		0,
	),
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
		const { kept, place } = placeWith({ ...made('a'), mayHaveArrived: false });
		await deliverAll(place, (commands) => {
			expect(kept.get('a')).toMatchObject({ state: 'sending', mayHaveArrived: true });
			return accept(commands);
		});
	});
	test('after a delivery that was lost on the way, it may have arrived', async () => {
		const { kept, place } = placeWith({ ...made('a'), mayHaveArrived: false });
		await deliverAll(place, () => Promise.reject(new TypeError('Failed to fetch')));
		expect(kept.get('a')).toMatchObject({ state: 'waiting', mayHaveArrived: true });
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
	test('an answer that leaves one out holds up nothing that comes after', async () => {
		const { kept, place } = placeWith(...Array.from({ length: 45 }, (_, n) => made(String(n))));
		const goes: number[] = [];
		const arrived = await deliverAll(place, async (commands) => {
			goes.push(commands.length);
			return (await accept(commands)).filter(({ id }) => id !== '0');
		});
		expect({ arrived, left: [...kept.keys()], goes }).toEqual({
			arrived: 44,
			left: ['0'],
			goes: [20, 20, 5],
		});
		expect(kept.get('0')?.state).toBe('waiting');
	});

	/** A server that does not take what has this one in it. */
	const without =
		(bad: string, status: number, goes: string[] = [], isOurs = true): HandOver =>
		async (commands) => {
			goes.push(commands.map(({ id }) => id).join());
			if (commands.some(({ id }) => id === bad)) throw new NotTaken(status, isOurs);
			return accept(commands);
		};
	test.each([400, 413])(
		'what is not taken (%i) is handed back, and the others go by themselves',
		async (status) => {
			const { kept, place } = placeWith(made('a'), made('b'), made('c'));
			const goes: string[] = [];
			expect(await deliverAll(place, without('b', status, goes))).toBe(2);
			expect(goes).toEqual(['a,b,c', 'a', 'b', 'c']);
			expect([...kept.values()]).toMatchObject([
				{ id: 'b', state: 'refused', reason: 'outbox:refusal.invalid' },
			]);
		},
	);
	test.each([400, 413])('one alone that is not taken (%i) is handed back at once', async (status) => {
		const { kept, place } = placeWith(made('a'));
		expect(await deliverAll(place, without('a', status))).toBe(0);
		expect(kept.get('a')).toMatchObject({ state: 'refused', reason: 'outbox:refusal.invalid' });
	});
	test.each([400, 413])('what something on the way does not take (%i) waits', async (status) => {
		const { kept, place } = placeWith(made('a'), made('b'), made('c'));
		expect(await deliverAll(place, without('b', status, [], false))).toBe(2);
		expect([...kept.values()]).toMatchObject([{ id: 'b', state: 'waiting', reason: null }]);
	});
	test.each([500, 502, 504])(
		'what a server always fails at (%i) waits, and the others arrive',
		async (status) => {
			const { kept, place } = placeWith(...Array.from({ length: 25 }, (_, n) => made(String(n))));
			expect(await deliverAll(place, without('0', status))).toBe(24);
			expect([...kept.values()]).toMatchObject([{ id: '0', state: 'waiting' }]);
		},
	);
	test.each([401, 403, 408, 429, 503])('what is not about what was sent (%i) stops it', async (status) => {
		const { kept, place } = placeWith(made('a'), made('b'));
		const goes: string[] = [];
		expect(await deliverAll(place, without('a', status, goes))).toBe(0);
		expect(goes).toEqual(['a,b']);
		expect([...kept.values()].map(({ state }) => state)).toEqual(['waiting', 'waiting']);
	});
	test('a server that fails at everything is not asked for each of many', async () => {
		const { kept, place } = placeWith(...Array.from({ length: 45 }, (_, n) => made(String(n))));
		let goes = 0;
		const fail: HandOver = async () => {
			goes += 1;
			throw new NotTaken(500, true);
		};
		expect(await deliverAll(place, fail)).toBe(0);
		expect(goes).toBe(21);
		expect([...kept.values()].filter(({ state }) => state === 'waiting')).toHaveLength(45);
	});
	test('a network that goes while they go by themselves leaves the rest waiting', async () => {
		const { kept, place } = placeWith(made('a'), made('b'), made('c'));
		const arrived = await deliverAll(place, async (commands) => {
			if (commands.length > 1) throw new NotTaken(413, true);
			if (commands[0]?.id === 'b') throw new TypeError('Failed to fetch');
			return accept(commands);
		});
		expect(arrived).toBe(1);
		expect([...kept.values()].map(({ id, state }) => id + state)).toEqual(['bwaiting', 'cwaiting']);
	});
});

test('a delivery says with which status it was not taken, and whether we said so', async () => {
	const answers = { answers: [{ id: 'a', state: 'refused', reason: 'outbox:refusal.invalid' }] };
	const mark = { 'x-vores-plan': '1' };
	const sent = (answer: Response) => {
		vi.stubGlobal('fetch', async () => answer);
		return send([made('a')]).finally(() => vi.unstubAllGlobals());
	};
	await expect(sent(new Response('', { status: 413 }))).rejects.toMatchObject({ status: 413, isOurs: false });
	await expect(sent(new Response('', { status: 400, headers: mark }))).rejects.toMatchObject({
		isOurs: true,
	});
	await expect(sent(Response.json(answers))).rejects.toMatchObject({ status: 200, isOurs: false });
	expect(await sent(Response.json(answers, { headers: mark }))).toEqual(answers.answers);
});
