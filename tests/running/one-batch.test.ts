/** What waited on a phone comes together: each is answered by itself, and one that breaks holds up no other. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { signIn } from '../bench/pages.ts';
import { people } from '../people.ts';
import { freshServer, type FreshServer } from './fresh.ts';
import { family, goal } from './once/sending.ts';

/** What the database has no words for. */
const breaks = `
	create function private.breaks() returns trigger language plpgsql as $$
		begin raise exception 'broken' using errcode = 'XX000'; end
	$$;
	create trigger breaks before insert on public.goal_progress
		for each row when (new.note = 'Går i stykker') execute function private.breaks();`;

let server: FreshServer;
beforeAll(async () => {
	server = await freshServer('one-batch', { more: breaks });
});
afterAll(() => server.stop());

test('one that breaks waits, one that is refused says why, and the good ones around them are stored', async () => {
	const cookie = await signIn(server.url, 'parent');
	const now = new Date().toISOString();
	const note = (words: string, score = '5') => {
		const id = v7();
		const entries = Object.entries({ id, goal, family, note: words, score });
		return { id, name: 'plan.noteProgress', person: people.parent, madeAt: now, entries };
	};
	const [before, broken, refused, after] = [
		note('Det går først'),
		note('Går i stykker'),
		note('Uden for skalaen', '11'),
		note('Det går sidst'),
	];
	const answer = await fetch(`${server.url}/api/outbox`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', cookie, origin: server.url },
		body: JSON.stringify({ sentAt: now, commands: [before, broken, refused, after] }),
	});
	expect(answer.status).toBe(200);
	const { answers } = (await answer.json()) as { answers: { id: string; state: string; words?: string }[] };
	expect(answers).toEqual([
		{ id: before!.id, state: 'sent' },
		{ id: broken!.id, state: 'waiting' },
		{ id: refused!.id, state: 'refused', reason: expect.any(String), words: expect.any(String) },
		{ id: after!.id, state: 'sent' },
	]);
	const none = await fetch(`${server.url}/api/outbox`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', accept: 'application/json', cookie, origin: server.url },
		body: '[]',
	});
	expect([none.status, await none.json()], 'no delivery is no fault of ours').toEqual([
		400,
		expect.objectContaining({ message: expect.stringContaining('error.broken') as string }),
	]);
	const page = await (await fetch(`${server.url}/plan/${goal}`, { headers: { cookie } })).text();
	for (const words of ['Det går først', 'Det går sidst']) expect(page).toContain(words);
	for (const words of ['Går i stykker', 'Uden for skalaen']) expect(page).not.toContain(words);
});
