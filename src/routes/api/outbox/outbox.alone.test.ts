/** A fault of ours in one command holds up no other of what was delivered with it: tests/running/one-batch.test.ts has the rest. */
import { expect, test, vi } from 'vitest';
import { POST } from './+server';

const { done, noted } = vi.hoisted(() => ({ done: [] as string[], noted: [] as unknown[] }));
vi.mock('$lib/server/note', () => ({ note: (cause: unknown) => noted.push(cause) }));
vi.mock('$lib/server/database', () => ({ databaseOf: () => ({}) }));
vi.mock('../../../commands.server', async () => {
	const { object, string } = await import('valibot');
	const { command } = await import('$lib/server/command');
	const write = command({
		name: 'plan.write',
		mayWait: true,
		schema: object({ words: string('plan:error.titleMissing') }),
		run: async (_, { words }) => {
			if (words === 'broken') throw new TypeError('a fault of ours');
			done.push(words);
		},
		refusals: {},
	});
	return { commands: new Map([[write.name, write]]) };
});

const person = '01990000-0000-7000-8000-0000000000a1';
const now = new Date('2026-11-23T12:00:00Z');
const idOf = (number: number) => `01990000-0000-7000-8000-0000000000f${number}`;
const delivered = [
	['words', 'first'],
	['words', 'broken'],
	['none', ''],
	['words', 'last'],
].map((entry, number) => ({
	id: idOf(number),
	name: 'plan.write',
	person,
	madeAt: now.toISOString(),
	entries: [entry],
}));

test('each has an answer of its own, what broke waits, and what is good after it is done', async () => {
	const body = JSON.stringify({ sentAt: now.toISOString(), commands: delivered });
	const answer = await POST({
		locals: { now, language: 'da', session: { sessionId: 'session' }, person: { id: person } },
		request: new Request('http://localhost/api/outbox', { method: 'POST', body }),
	} as unknown as Parameters<typeof POST>[0]);
	expect(await answer.json()).toEqual({
		answers: [
			{ id: idOf(0), state: 'sent' },
			{ id: idOf(1), state: 'waiting' },
			{ id: idOf(2), state: 'refused', reason: 'plan:error.titleMissing', words: expect.any(String) },
			{ id: idOf(3), state: 'sent' },
		],
	});
	expect(done).toEqual(['first', 'last']);
	expect(noted).toEqual([expect.any(TypeError)]);
});
