import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { onPhone, signIn, untilKept, untilLookedAfter } from './phone';

const questions = '/wellbeing/ladder/answer';
const kept = 'Gemt på din telefon';
const waiting = '1 svar venter på net';
const sent = 'Sendt. Dit svar er kommet frem.';

/** How many answers on the ladder there are in the database. */
async function answers(page: Page): Promise<number> {
	await page.goto('/wellbeing/ladder');
	return page.locator('table tbody tr').count();
}

/** Answers the ladder up to the screen with the button that sends. */
async function answer(page: Page, step = '6') {
	await page.getByRole('button', { name: step, exact: true }).click();
	await page.getByRole('button', { name: 'Spring over' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Det har du svaret');
}
const send = (page: Page) => page.getByRole('button', { name: /^Gem mit svar/ }).click();

/** A page of somebody on their own phone who can answer without a network. */
async function ready(page: Page): Promise<number> {
	const before = await answers(page);
	await untilKept(page, [questions, '/wellbeing', '/home']);
	await page.goto(questions);
	await untilLookedAfter(page);
	return before;
}

/** Puts a command on the phone as a closed page could have left it. */
const leave = (page: Page, command: { id: string; person?: string; payload: object; name?: string }) =>
	page.evaluate(
		({ id, person, payload, name }) =>
			new Promise<void>((done, fail) => {
				const open = indexedDB.open('outbox', 1);
				open.onerror = () => fail(open.error!);
				open.onsuccess = () => {
					const store = open.result.transaction('commands', 'readwrite').objectStore('commands');
					store.put({
						id,
						name: name ?? 'wellbeing.rate',
						person,
						payload,
						madeAt: new Date().toISOString(),
						state: 'waiting',
						reason: null,
					}).onsuccess = () => {
						open.result.close();
						done();
					};
				};
			}),
		command,
	);

/** The id of who is signed in. */
async function personOf(page: Page): Promise<string> {
	const answer = await page.request.get('/more/__data.json');
	const line = JSON.parse((await answer.text()).split('\n')[0]!) as {
		nodes: { data: [Record<string, number>, ...Record<string, number>[]] }[];
	};
	const { data } = line.nodes[0]!;
	const person = data[data[0].person!] as Record<string, number>;
	return data[person.id!] as unknown as string;
}

const deliver = (page: Page, commands: object[]) =>
	page.request.post('/api/outbox', {
		headers: { origin: new URL(page.url()).origin },
		data: { sentAt: new Date().toISOString(), commands },
	});
const rating = (person: string, id: string, more: object = {}) => ({
	id,
	person,
	name: 'wellbeing.rate',
	payload: { topic: 'ladder', scale: null, answers: [5] },
	madeAt: new Date().toISOString(),
	...more,
});

// A worker must be installed and the main pages fetched before anything can be tried.
test.slow();

test('an answer given without a network survives the page and arrives once', async ({ as }) => {
	const first = await as('parent', { ownDevice: true });
	const before = await ready(first);
	const context = first.context();
	await context.setOffline(true);
	await answer(first);
	await send(first);
	await expect(first.getByText(kept)).toBeVisible();
	await expect(first.getByText(waiting)).toBeVisible();
	await first.close();

	const page = await context.newPage();
	await page.goto('/wellbeing');
	await expect(page.getByText(waiting)).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByText(sent)).toBeVisible();
	await expect(page.getByText(waiting)).toHaveCount(0);
	expect(await answers(page)).toBe(before + 1);
});

test('two answers given from the same copy of a page are two', async ({ as }) => {
	const page = await as('parent', { ownDevice: true });
	const before = await ready(page);
	await page.context().setOffline(true);
	for (const step of ['4', '7']) {
		await page.goto(questions);
		await answer(page, step);
		await send(page);
		await expect(page.getByText(kept)).toBeVisible();
	}
	await page.context().setOffline(false);
	await expect(page.getByText('Sendt. Dine 2 svar er kommet frem.')).toBeVisible();
	expect(await answers(page)).toBe(before + 2);
});

test('a page closed in the middle of sending loses nothing', async ({ as }) => {
	const first = await as('parent', { ownDevice: true });
	const before = await ready(first);
	const context = first.context();
	await answer(first);
	const under = new Promise<void>((seen) => {
		// Never answered, never passed on.
		void context.route('**/answer?/send', () => seen());
	});
	await send(first);
	await under;
	await first.close();
	await context.unroute('**/answer?/send');

	const page = await context.newPage();
	await page.goto('/home');
	await expect(page.getByText(sent)).toBeVisible();
	expect(await answers(page)).toBe(before + 1);
});

test('an answer of the server lost on the way back makes no second row', async ({ as }) => {
	const page = await as('parent', { ownDevice: true });
	const before = await ready(page);
	await answer(page);
	// The form arrives and is stored; nobody hears of it. Then the same with the outbox.
	let lost = 0;
	const losing = async (route: import('@playwright/test').Route) => {
		await route.fetch({ maxRedirects: 0 });
		lost += 1;
		await route.abort();
	};
	await page.route('**/answer?/send', losing);
	await page.route('**/api/outbox', losing);
	await send(page);
	await expect(page.getByText(kept)).toBeVisible();
	await page.goto('/home');
	await expect(page.getByText(waiting)).toBeVisible();
	await expect.poll(() => lost).toBe(2);
	await page.unroute('**/api/outbox');
	await page.reload();
	await expect(page.getByText(sent)).toBeVisible();
	expect(await answers(page)).toBe(before + 1);
});

test('two tabs that come back at once, and the same delivery twice in parallel, make one row', async ({
	as,
}) => {
	const page = await as('parent', { ownDevice: true });
	const before = await ready(page);
	const context = page.context();
	const other = await context.newPage();
	await other.goto('/home');
	await context.setOffline(true);
	await answer(page);
	await send(page);
	await expect(page.getByText(kept)).toBeVisible();
	await expect(other.getByText(waiting)).toBeVisible();
	await context.setOffline(false);
	await expect(other.getByText(waiting)).toHaveCount(0);
	expect(await answers(page)).toBe(before + 1);

	const twice = rating(await personOf(page), '01990000-0000-7000-8000-0000000000a1');
	for (const delivered of await Promise.all([deliver(page, [twice]), deliver(page, [twice])])) {
		expect(await delivered.json()).toEqual({ answers: [{ id: twice.id, state: 'sent' }] });
	}
	expect(await answers(page)).toBe(before + 2);
});

test('nobody delivers for somebody else', async ({ as }) => {
	const page = await as('parent', { ownDevice: true });
	const before = await ready(page);
	const amira = await personOf(page);
	await page.context().setOffline(true);
	await answer(page);
	await send(page);
	await expect(page.getByText(waiting)).toBeVisible();

	// The session ends; the answer waits, and the next person on the phone sees nothing of it.
	await page.context().clearCookies();
	await page.context().setOffline(false);
	await expect.poll(async () => (await onPhone(page)).databases).toEqual(['outbox']);
	await signIn(page, 'young-person', 'own');
	await untilLookedAfter(page);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByText(waiting)).toHaveCount(0);
	const mine = await answers(page);
	const theirs = rating(amira, '01990000-0000-7000-8000-0000000000b1');
	expect(await (await deliver(page, [theirs])).json()).toEqual({
		answers: [{ id: theirs.id, state: 'refused', reason: 'outbox:refusal.notYours' }],
	});
	expect(await answers(page)).toBe(mine);

	await signIn(page, 'parent', 'own');
	await expect(page.getByText(sent)).toBeVisible();
	expect(await answers(page)).toBe(before + 1);
});

test('nobody signed in: nothing is received', async ({ as }) => {
	const page = await as('parent', { ownDevice: true });
	const amira = await personOf(page);
	await page.context().clearCookies();
	const answer = await deliver(page, [rating(amira, '01990000-0000-7000-8000-0000000000c1')]);
	expect(answer.status()).toBe(401);
});

test('what cannot be received is refused with a reason and can be removed', async ({ as }) => {
	const page = await as('parent', { ownDevice: true });
	const before = await ready(page);
	const person = await personOf(page);
	const bad = '01990000-0000-7000-8000-0000000000d1';
	const answered = await deliver(page, [
		rating(person, bad, { payload: { topic: 'ladder', scale: null, answers: [99] } }),
		rating(person, bad, { name: 'plan.burn' }),
		rating(person, bad, { payload: {} }),
	]);
	expect(await answered.json()).toEqual({
		answers: [
			{ id: bad, state: 'refused', reason: 'wellbeing:error.answersMissing' },
			{ id: bad, state: 'refused', reason: 'outbox:refusal.unknown' },
			{ id: bad, state: 'refused', reason: 'outbox:refusal.invalid' },
		],
	});

	await leave(page, { id: bad, person, payload: {} });
	await page.goto('/home');
	await expect(page.getByRole('alert')).toContainText('Et svar blev ikke modtaget');
	await page.getByRole('button', { name: 'Fjern svaret' }).click();
	await expect(page.getByText('Et svar blev ikke modtaget')).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByText('Et svar blev ikke modtaget')).toHaveCount(0);
	expect(await answers(page)).toBe(before);
});

test('signing out with an answer that was not sent asks first', async ({ as }) => {
	const page = await as('parent', { ownDevice: true });
	await ready(page);
	await untilKept(page, ['/more']);
	await page.context().setOffline(true);
	await answer(page);
	await send(page);
	await expect(page.getByText(waiting)).toBeVisible();
	await page.goto('/more');
	// With a network that lets nothing through, so that it goes on waiting.
	await page.route('**/api/outbox', (route) => route.abort());
	await page.context().setOffline(false);
	await page.getByRole('button', { name: 'Log ud' }).click();
	const asked = page.getByRole('dialog', { name: 'Du har et svar, der ikke er sendt' });
	await asked.getByRole('button', { name: 'Bliv her' }).click();
	await expect(asked).toHaveCount(0);
	await expect(page).toHaveURL(/more$/);
	await page.getByRole('button', { name: 'Log ud' }).click();
	await asked.getByRole('button', { name: 'Log ud alligevel' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Du er logget ud' })).toBeVisible();
	expect((await onPhone(page)).databases).toEqual([]);
});

test('on a device that others use too, the answer stays on the screen and nowhere else', async ({
	newContext,
}) => {
	const page = await (await newContext({ ownDevice: true })).newPage();
	await signIn(page, 'parent', 'shared');
	const before = await answers(page);
	await page.goto(questions);
	await answer(page);
	await page.context().setOffline(true);
	await send(page);
	await expect(page.getByRole('alert')).toContainText('Det kunne ikke sendes');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Det har du svaret');
	expect((await onPhone(page)).databases).toEqual([]);
	await page.context().setOffline(false);
	await send(page);
	await expect(page).toHaveURL(/wellbeing\/ladder$/);
	expect(await answers(page)).toBe(before + 1);
});
