import type { Route } from '@playwright/test';
import { shortDayAndYear } from '../../../src/lib/i18n/format.ts';
import { expect } from '../fixtures';
import {
	answer,
	answers,
	answerWithoutNetwork,
	heldOn,
	isSending,
	kept,
	letThrough,
	questions,
	ready,
	send,
	sent,
	twoWaiting,
	waiting,
} from './answering';
import { deliver, personOf, rating } from './delivering';
import { test } from './own-phone';

test('an answer given without a network survives the page and arrives once', async ({ ownPhone }) => {
	const first = await ownPhone(questions);
	const before = await ready(first);
	const context = first.context();
	await answerWithoutNetwork(first);
	await first.close();

	const page = await context.newPage();
	await page.goto('/wellbeing');
	await expect(page.getByText(waiting)).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByText(sent)).toBeVisible();
	await expect(page.getByText(waiting)).toHaveCount(0);
	expect(await answers(page)).toBe(before + 1);
});

test('a double tap is one answer, and something on the way that answers in its place loses nothing', async ({
	ownPhone,
}) => {
	const page = await ownPhone(questions);
	const before = await ready(page);
	await answer(page);
	// A proxy, a captive portal: 503, 500 or 200 in JSON of its own.
	await page.route(isSending, (route) => route.fulfill({ json: { message: 'not ours' } }));
	await page.getByRole('button', { name: /^Gem mit svar/ }).dblclick();
	await expect(page.getByText(kept)).toBeVisible();
	await letThrough(page, isSending);
	await page.goto('/wellbeing');
	await expect(page.getByText(sent)).toBeVisible();
	expect(await heldOn(page)).toBe(0);
	expect(await answers(page)).toBe(before + 1);
});

test('two answers given from the same copy of a page are two', async ({ ownPhone }) => {
	const page = await ownPhone(questions);
	const before = await ready(page);
	await page.context().setOffline(true);
	for (const [step, said] of [
		['4', waiting],
		['7', twoWaiting],
	] as const) {
		await page.goto(questions);
		await answer(page, step);
		await send(page);
		await expect(page.getByText(said)).toBeVisible();
	}
	await page.context().setOffline(false);
	await expect(page.getByText('Sendt. De 2 ting, du gjorde uden net, er kommet frem.')).toBeVisible();
	expect(await answers(page)).toBe(before + 2);
});

test('a page closed in the middle of sending loses nothing', async ({ ownPhone }) => {
	const first = await ownPhone(questions);
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

test('pressed twice and closed while a draft is still on its way, it is there and arrives once', async ({
	as,
}) => {
	// Whose clock is stopped: a phone of its own.
	const first = await as('parent', { ownDevice: true, at: questions });
	const before = await ready(first);
	const context = first.context();
	// The drafts are never answered, so the answer waits for them.
	await context.route('**/answer?/keep', () => {});
	await answer(first);
	// Held at once: the time it waits for the drafts does not pass before the page is closed.
	await context.clock.pauseAt(Date.now() + 5_000);
	await send(first);
	await first.keyboard.press('Enter');
	await expect.poll(() => heldOn(first)).toBe(1);
	await first.close();
	await context.unroute('**/answer?/keep');
	await context.clock.resume();

	const page = await context.newPage();
	await page.goto('/home');
	await expect(page.getByText(sent)).toBeVisible();
	expect(await answers(page)).toBe(before + 1);
});

test('an answer of the server lost on the way back makes no second row', async ({ ownPhone }) => {
	const page = await ownPhone(questions);
	const before = await ready(page);
	await answer(page);
	// The form arrives and is stored; nobody hears of it. Then the same with the outbox.
	let lost = 0;
	const losing = async (route: Route) => {
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
	// Nor is it said that it would go.
	await page.goto('/more');
	await page.getByRole('button', { name: 'Log ud' }).click();
	await expect(page.getByRole('dialog', { name: 'Vi ved ikke, om alt er nået frem' })).toBeVisible();
	await letThrough(page, '**/api/outbox');
	await page.goto('/home');
	await expect(page.getByText(sent)).toBeVisible();
	expect(await answers(page)).toBe(before + 1);
});

test('two tabs that come back at once, and the same delivery twice in parallel, make one row', async ({
	ownPhone,
}) => {
	const page = await ownPhone(questions);
	const before = await ready(page);
	const context = page.context();
	const other = await context.newPage();
	await other.goto('/home');
	await answerWithoutNetwork(page);
	await expect(other.getByText(waiting)).toBeVisible();
	await context.setOffline(false);
	for (const tab of [other, page]) await expect(tab.getByText(waiting)).toHaveCount(0);
	expect(await answers(page)).toBe(before + 1);

	const twice = rating(await personOf(page), '01990000-0000-7000-8000-0000000000a1');
	for (const delivered of await Promise.all([deliver(page, [twice]), deliver(page, [twice])])) {
		expect(await delivered.json()).toEqual({ answers: [{ id: twice.id, state: 'sent' }] });
	}
	expect(await answers(page)).toBe(before + 2);
});

test('an answer that waits is sent, and not offered again as one that was begun', async ({ ownPhone }) => {
	const page = await ownPhone(questions);
	const before = await ready(page);
	await answer(page);
	await page.route(isSending, (route) => route.fulfill({ status: 502, body: 'no' }));
	await send(page);
	await expect(page.getByText(kept)).toBeVisible();
	await page.goto('/wellbeing');
	await expect(page.getByText(waiting)).toBeVisible();
	await expect(page.getByText('Du er i gang')).toHaveCount(0);
	await page.goto(questions);
	await expect(page.getByText('er gemt på din telefon og bliver sendt')).toBeVisible();
	await expect(page.getByRole('button', { name: '6', exact: true })).toHaveAttribute('aria-pressed', 'false');
	await answer(page, '3');
	await send(page);
	await expect(page.getByText(twoWaiting)).toBeVisible();
	await letThrough(page, isSending);
	await page.goto('/home');
	await expect(page.getByText('Sendt. De 2 ting, du gjorde uden net, er kommet frem.')).toBeVisible();
	expect(await answers(page)).toBe(before + 2);
});

test('given by a clock six years behind, which is put right before it is sent, it is dated when it was given', async ({
	ownPhone,
}) => {
	const page = await ownPhone(questions);
	const before = await ready(page);
	const given = new Date();
	await page.evaluate(() => {
		const real = Date.now;
		Date.now = () => Date.parse('2020-01-01T10:00:00Z');
		addEventListener('online', () => (Date.now = real));
	});
	await answerWithoutNetwork(page);
	await page.context().setOffline(false);
	await expect(page.getByText(sent)).toBeVisible();
	expect(await answers(page)).toBe(before + 1);
	await page.goto('/wellbeing/ladder');
	await expect(page.locator('table')).not.toContainText('2020');
	// The night may come in between.
	const today = new RegExp(
		[given, new Date()]
			.map((at) => shortDayAndYear(at, 'da').replaceAll('.', '\\.').replaceAll(' ', '\\s'))
			.join('|'),
	);
	await expect(page.locator('table tbody tr').first()).toContainText(today);
});

const storage = {
	'never answers': () => {
		indexedDB.open = () => new EventTarget() as IDBOpenDBRequest;
	},
	'is refused': () => {
		indexedDB.open = () => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		};
	},
};
for (const [how, break_] of Object.entries(storage)) {
	test(`storage that ${how} does not hold an answer up`, async ({ ownPhone }) => {
		const page = await ownPhone();
		const before = await answers(page);
		await page.addInitScript(break_);
		await page.goto(questions);
		await answer(page);
		await send(page);
		await expect(page).toHaveURL(/wellbeing\/ladder$/);
		await expect(page.locator('table tbody tr')).toHaveCount(before + 1);
	});
}
