/** What becomes of a form by what it is answered with, and by what it is not. */
import type { ActionResult } from '@sveltejs/kit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { applyAction } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import type { Command } from './outbox';
import type { Outbox } from './outbox.svelte';
import { submitOf, type Otherwise } from './submit';

vi.mock('$app/navigation', () => ({ invalidateAll: vi.fn(async () => undefined) }));
const state = vi.hoisted(() => ({ navigating: { to: null as { url: URL } | null } }));
vi.mock('$app/state', () => state);
vi.mock('$app/forms', () => ({ applyAction: vi.fn(async () => undefined) }));
/** What was begun in the form (offline/begun.ts): it is on its way, and whether it is said to have arrived nowhere. */
const begun = { isGoing: false, isBack: false };
const hears = ({ detail }: CustomEvent<{ notSent: () => void }>) => {
	begun.isGoing = true;
	detail.notSent = () => (begun.isBack = true);
};
beforeEach(() => {
	Object.assign(begun, { isGoing: false, isBack: false });
	vi.useFakeTimers();
	vi.stubGlobal('navigator', { onLine: true });
	vi.stubGlobal('location', { pathname: '/wellbeing/ladder/answer' });
	vi.mocked(invalidateAll).mockClear();
	vi.mocked(applyAction).mockClear();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** Sends a form. @param result null: nothing comes of it, however long one waits */
async function sent(
	isHeld: boolean,
	result: ActionResult | object | null,
	page = '/wellbeing/ladder/answer',
	isWritten = false,
	onTheWay = () => {},
) {
	const settled: string[] = [];
	const went: Otherwise[] = [];
	const outbox = {
		hold: async () => (isHeld ? ({ id: 'held' } as Command) : null),
		settle: async (_: Command, how: string) => settled.push(how) > 0,
	} as unknown as Outbox;
	const submit = submitOf(
		outbox,
		() => ({ name: 'wellbeing.rate', makes: true, after: undefined }),
		(how) => went.push(how),
		() => undefined,
	);
	const controller = new AbortController();
	const formData = new FormData();
	const update = vi.fn(async () => undefined);
	const action = new URL(`http://house${page}`);
	/** Whether the form shows that it is on its way, each time that changes. */
	const busy: boolean[] = [];
	const fields = [{ readOnly: false }];
	const formElement = {
		querySelectorAll: () => fields,
		hasAttribute: () => busy.at(-1) ?? false,
		querySelector: () => (isWritten ? {} : null),
		toggleAttribute: (_: string, is: boolean) => void busy.push(is),
		dispatchEvent: hears,
	};
	const asked = submit({ formData, controller, action, formElement, cancel: () => undefined } as never);
	expect({ isBusy: fields[0]!.readOnly, isGoing: begun.isGoing }).toEqual({ isBusy: true, isGoing: true });
	const then = await asked;
	onTheWay();
	if (result) await then?.({ result, update } as never);
	else await vi.advanceTimersByTimeAsync(60_000);
	expect(fields[0]!.readOnly).toBe(false);
	expect({ first: busy[0], last: busy.at(-1) }).toEqual({ first: true, last: false });
	const isSent = !begun.isBack;
	return { settled, said: went.at(-1), update, aborted: controller.signal.aborted, isSent };
}

const notOurs = [
	['problem+json 403', { type: 'about:blank', title: 'No', status: 403, detail: 'gateway' }],
	['problem+json 429', { type: 'about:blank', status: 429 }],
	['an error in JSON of another kind', { type: 'error', status: 403, error: { message: 'Forbidden' } }],
	['JSON without a type', { message: 'not ours' }],
	['a page of HTML', { type: 'error', error: new SyntaxError('Unexpected token <') }],
	['nothing', { type: 'error', error: new TypeError('Failed to fetch') }],
] as const;
describe.each(notOurs)('answered with %s', (_, result) => {
	test('what is held goes on waiting', async () => {
		const { settled, said, update, isSent } = await sent(true, result);
		expect({ settled, said, isSent }).toEqual({ settled: ['waiting'], said: 'kept', isSent: true });
		expect(update).not.toHaveBeenCalled();
	});
	test('what is not held is said to be unheard, and not that there is no network', async () => {
		const { said, update, isSent } = await sent(false, result);
		expect({ said, isSent }).toEqual({ said: 'common:error.unheard', isSent: false });
		expect(update).not.toHaveBeenCalled();
	});
});
test('without a network it is said that there is none', async () => {
	vi.stubGlobal('navigator', { onLine: false });
	const { said } = await sent(false, { type: 'error', error: new TypeError('Failed to fetch') });
	expect(said).toBe('unsent');
});
test('held and not sent at all, it has certainly not arrived', async () => {
	vi.stubGlobal('navigator', { onLine: false });
	expect(await sent(true, null)).toMatchObject({ settled: ['unsent'], said: 'kept' });
});
test.each([
	[true, 'kept'],
	[false, 'common:error.unheard'],
])('a network that lets nothing through is given up on (held: %s)', async (isHeld, how) => {
	expect(await sent(isHeld, null)).toMatchObject({ said: how, aborted: true });
});

const error = (status: number, message: string) => ({ type: 'error', status, error: { message } });
test.each([
	[error(403, 'common:error.notForYou'), 'answered', 'common:error.notForYou'],
	[error(401, 'common:error.signedOutHere'), 'unsent', 'keptOut'],
	[error(409, 'common:error.otherPerson'), 'unsent', 'keptForOwner'],
	[error(408, 'common:error.broken'), 'waiting', 'kept'],
	[error(429, 'common:error.tooMany'), 'waiting', 'kept'],
	[error(500, 'common:error.unexpected'), 'waiting', 'kept'],
])('an error of ours, %j: what is held is %s', async (result, how, said) => {
	expect(await sent(true, result)).toMatchObject({ settled: [how], said });
});

const refused = (refusal: string) => ({
	type: 'failure',
	status: 409,
	data: { refusal, typed: { id: ['held'] } },
});
test('drawn for another person: it waits for its owner, and nothing of the other is drawn', async () => {
	const { settled, said, update } = await sent(true, refused('common:error.otherPerson'));
	expect({ settled, said }).toEqual({ settled: ['unsent'], said: 'keptForOwner' });
	expect(update).not.toHaveBeenCalled();
	expect(invalidateAll).not.toHaveBeenCalled();
});
test.each([
	['/wellbeing/ladder/answer', 0],
	['/meetings/1', 1],
])('refused by the page %s, it is shown where it was sent', async (page, times) => {
	await sent(true, refused('common:error.already'), page);
	expect(applyAction).toHaveBeenCalledTimes(times);
});
test('refused because somebody was faster: it is forgotten, and the page shows how things stand', async () => {
	const { settled } = await sent(true, refused('common:error.already'));
	expect(settled).toEqual(['answered']);
	expect(invalidateAll).toHaveBeenCalledOnce();
});
test('what was written stays before one’s eyes, whatever the page would say by now', async () => {
	await sent(false, refused('common:error.already'), undefined, true);
	expect(invalidateAll).not.toHaveBeenCalled();
});
test.each([
	['/sign-in?to=%2F&kept=sealed', 'unsent', 'keptOut', 0],
	['/wellbeing/ladder', 'answered', null, 1],
])('led to %s: %s', async (location, how, said, times) => {
	const answer = await sent(true, { type: 'redirect', status: 303, location });
	expect(answer).toMatchObject({ settled: [how], said });
	expect(answer.update).toHaveBeenCalledTimes(times);
	// Nothing is held: what was written comes along through where one signs in.
	expect((await sent(false, { type: 'redirect', status: 303, location })).update).toHaveBeenCalledOnce();
});

describe('whoever has gone on to another page meanwhile', () => {
	const goesOn = () => vi.stubGlobal('location', { pathname: '/plan/other' });
	const isGoingOn = () => (state.navigating.to = { url: new URL('http://house/plan/other') });
	const redirect = (location: string) => ({ type: 'redirect', status: 303, location });
	beforeEach(() => {
		state.navigating.to = null;
	});
	afterEach(() => void (state.navigating.to = null));
	test.each([
		['is there', goesOn, 1],
		['is on the way', isGoingOn, 0],
	])('and %s stays there, and sees it as it is now', async (_, goes, times) => {
		const { settled, update } = await sent(true, redirect('/plan'), undefined, false, goes);
		expect(settled).toEqual(['answered']);
		expect(update).not.toHaveBeenCalled();
		expect(invalidateAll).toHaveBeenCalledTimes(times);
	});
	test('and is signed out by now is led to where one signs in, with what was written', async () => {
		const { update } = await sent(false, redirect('/sign-in?to=%2F&kept=sealed'), undefined, false, goesOn);
		expect(update).toHaveBeenCalledOnce();
	});
});

describe('a form that is on its way', () => {
	/** A form whose page goes on with `update`. */
	function form(update: () => Promise<void>) {
		let isBusy = false;
		const formElement = {
			querySelectorAll: () => [],
			hasAttribute: () => isBusy,
			toggleAttribute: (_: string, is: boolean) => (isBusy = is),
			dispatchEvent: () => true,
			querySelector: () => null,
		};
		const done = vi.fn();
		const hold = vi.fn(async () => null);
		const submit = submitOf(
			{ hold } as unknown as Outbox,
			() => ({ name: 'plan.addGoal', makes: true, after: undefined }),
			() => undefined,
			done,
		);
		const cancel = vi.fn();
		const action = new URL('http://house/wellbeing/ladder/answer');
		const press = async () =>
			submit({
				formData: new FormData(),
				controller: new AbortController(),
				action,
				formElement,
				cancel,
			} as never);
		const answered = (answer: Awaited<ReturnType<typeof press>>) =>
			answer?.({ result: { type: 'redirect', status: 303, location: '/plan' }, update } as never);
		return { press, cancel, hold, done, answered, isBusy: () => isBusy };
	}

	test('is not sent again by Enter, and can be when it is answered', async () => {
		const { press, cancel, hold, answered } = form(async () => undefined);
		const first = press();
		await press();
		expect([cancel.mock.calls.length, hold.mock.calls.length]).toEqual([1, 1]);
		await press();
		expect([cancel.mock.calls.length, hold.mock.calls.length]).toEqual([2, 1]);
		await answered(await first);
		await press();
		expect(hold).toHaveBeenCalledTimes(2);
	});
	test('is saved when that is answered, though the page after it never comes', async () => {
		const { press, done, answered, isBusy } = form(() => new Promise(() => undefined));
		const saved = answered(await press());
		await vi.advanceTimersByTimeAsync(29_000);
		expect([isBusy(), done.mock.calls.length]).toEqual([true, 0]);
		await vi.advanceTimersByTimeAsync(1_000);
		await saved;
		expect([isBusy(), done.mock.calls.length]).toEqual([false, 1]);
	});
});

test.each([
	[{ type: 'redirect', status: 303, location: '/plan' }, true],
	[{ type: 'success', status: 200 }, true],
	[{ type: 'failure', status: 400, data: { errors: {} } }, false],
] as [ActionResult, boolean][])(
	'what was begun is over once it is sent, and not where it is refused (%o)',
	async (result, is) => {
		expect(await sent(false, result)).toMatchObject({ isSent: is });
	},
);
