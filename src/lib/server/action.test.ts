/** For whom a form was drawn is asked of every command but the open ones. */
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { actionOf } from './action';
import { command, openCommand } from './command';
import { keptOf, rememberHere } from './kept';
import { takeReceipt } from './receipt';

const amira = { id: 'amira', families: [] };
function eventOf(fields: Record<string, string>) {
	const request = new Request('https://plan.example/x', {
		method: 'POST',
		body: new URLSearchParams(fields),
	});
	const held = new Map<string, string>();
	const cookies = {
		get: (name: string) => held.get(name),
		set: (name: string, value: string) => void held.set(name, value),
		delete: (name: string) => void held.delete(name),
	};
	const body = Uint8Array.from(Buffer.from(new URLSearchParams(fields).toString()));
	const locals = { person: amira, session: {}, now: new Date(0), db: null, body };
	return { request, cookies, locals, url: new URL(request.url) } as unknown as RequestEvent;
}
const definition = (run: () => Promise<void>) => ({
	name: 'room.verb',
	schema: v.object({ words: v.string() }),
	run,
});

test.each([
	['somebody else', { _person: 'emil' }],
	['nobody', { _person: '' }],
	['it does not say whom', {}],
])('drawn for %s: nothing is done, and the words come back', async (_, whom) => {
	const run = vi.fn(async () => undefined);
	const answer = await actionOf(command(definition(run)))(eventOf({ ...whom, words: 'Mine' }));
	expect(answer).toMatchObject({
		status: 409,
		data: { refusal: 'common:error.otherPerson', typed: { words: ['Mine'] } },
	});
	expect(run).not.toHaveBeenCalled();
});
test('drawn for the one who sends it, it is done', async () => {
	const run = vi.fn(async () => undefined);
	const sent = actionOf(command(definition(run)))(eventOf({ _person: 'amira', words: 'Mine' }));
	await expect(sent).rejects.toMatchObject({ status: 303 });
	expect(run).toHaveBeenCalledOnce();
});
test('whom it was drawn for is asked before what the address says of somebody else', async () => {
	const says = vi.fn(() => ({}));
	const run = vi.fn(async () => undefined);
	await actionOf(command(definition(run)), { says })(eventOf({ _person: 'emil', words: 'Mine' }));
	expect(says).not.toHaveBeenCalled();
});
test('an open command is done for anybody', async () => {
	const run = vi.fn(async () => undefined);
	await expect(actionOf(openCommand(definition(run)))(eventOf({ words: 'Mine' }))).rejects.toMatchObject({
		status: 303,
	});
	expect(run).toHaveBeenCalledOnce();
});
test('what was sent when the session was over stands in its form again, and is not done unasked', async () => {
	const run = vi.fn(async () => undefined);
	const before = eventOf({ _form: 'note', _person: 'amira', words: 'Mine' });
	rememberHere(before.cookies, 'amira');
	const kept = (await keptOf({ ...before, request: before.request.clone() }))!;
	const after = {
		...eventOf({ kept, persona: 'parent', words: 'of the sign-in page' }),
		cookies: before.cookies,
	};
	const says = vi.fn(() => ({}));
	const answer = await actionOf(command(definition(run)), { says })(after as RequestEvent);
	expect(answer).toMatchObject({
		status: 200,
		data: { form: 'note', person: 'amira', typed: { words: ['Mine'] }, refusal: 'common:error.backAgain' },
	});
	expect([run, says].map(({ mock }) => mock.calls)).toEqual([[], []]);
});
test.each([[command], [openCommand]])(
	'what came from the sign-in page and cannot be given back runs nothing, and it is said',
	async (kind) => {
		const run = vi.fn(async () => undefined);
		const event = eventOf({ kept: 'of another browser', _person: 'amira', words: 'of the sign-in page' });
		await expect(actionOf(kind(definition(run)) as ReturnType<typeof command>)(event)).rejects.toMatchObject({
			status: 303,
			location: '/x',
		});
		expect(takeReceipt(event.cookies, '/x')).toEqual({ text: 'open:signIn.notBack', not: 'care' });
		expect(run).not.toHaveBeenCalled();
	},
);

test.each([
	[{ 'was-words': 'Mine', words: ' Mine ' }, false, 'common:receipt.unchanged'],
	[{ 'was-words': '', words: '' }, false, 'common:receipt.unchanged'],
	[{ 'was-words': 'Mine', words: 'Ours' }, false, 'plan:receipt.edited'],
	[{ 'was-words': 'Mine', words: 'Mine' }, true, 'plan:receipt.edited'],
	[{ words: 'Mine' }, false, 'plan:receipt.edited'],
])('of %j, done anyway: %s, it is said that %s', async (sent, doesAnyway, text) => {
	const event = eventOf({ _form: 'note', _person: 'amira', ...sent });
	const edit = command({ ...definition(async () => undefined), doesAnyway, receipt: 'plan:receipt.edited' });
	await expect(actionOf(edit)(event)).rejects.toMatchObject({ status: 303 });
	expect(takeReceipt(event.cookies, '/x')).toMatchObject({ text });
});
