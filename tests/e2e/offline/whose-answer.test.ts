import type { Page, Route } from '@playwright/test';
import { expect } from '../fixtures';
import {
	answer,
	answers,
	answerWithoutNetwork,
	heldOn,
	isSending,
	questions,
	ready,
	send,
	sent,
	waiting,
} from './answering';
import { test } from './own-phone';
import { deliver, personOf, rating } from './delivering';
import { onPhone, seenPages, signIn, untilKept, untilLookedAfter } from './phone';

test('nobody delivers for somebody else', async ({ ownPhone }) => {
	const page = await ownPhone(questions);
	const before = await ready(page);
	const amira = await personOf(page);
	await answerWithoutNetwork(page);

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
		answers: [
			{ id: theirs.id, state: 'refused', reason: 'outbox:refusal.notYours', words: expect.any(String) },
		],
	});
	expect(await answers(page)).toBe(mine);

	await signIn(page, 'parent', 'own');
	await expect(page.getByText(sent)).toBeVisible();
	expect(await answers(page)).toBe(before + 1);
});

/** An answer waits on the parent's own phone, and her session is over. */
async function waitsForItsOwner(page: Page) {
	await untilKept(page, [questions]);
	await untilLookedAfter(page);
	await answerWithoutNetwork(page);
	await page.context().clearCookies();
	await page.context().setOffline(false);
}
async function signOut(page: Page) {
	await page.goto('/more');
	await page.getByRole('button', { name: 'Log ud' }).click();
}

test('what waits for its owner is there after somebody else signed out on the same phone', async ({
	ownPhone,
}) => {
	const page = await ownPhone(questions);
	await waitsForItsOwner(page);
	await signIn(page, 'young-person', 'own');
	await signOut(page);
	await expect(page.getByRole('status').filter({ hasText: 'Du er logget ud' })).toBeVisible();
	expect(await heldOn(page)).toBe(1);
	await signIn(page, 'parent', 'own');
	await expect(page.getByText(sent)).toBeVisible();
	await expect.poll(() => heldOn(page)).toBe(0);
});

test('who signs in as on a device that others use sees what waits since before, and leaves nothing there', async ({
	ownPhone,
}) => {
	const page = await ownPhone(questions);
	await waitsForItsOwner(page);
	await page.context().route(isSending, (route) => route.abort());
	await signIn(page, 'parent', 'shared');
	await expect(page.getByText(waiting)).toBeVisible();
	await signOut(page);
	await page.getByRole('button', { name: 'Log ud alligevel' }).click();
	await expect(
		page.getByRole('status').filter({ hasText: 'Der er ikke gemt noget om dig her' }),
	).toBeVisible();
	expect((await onPhone(page)).databases).toEqual([]);
});

test('nobody signed in: nothing is received', async ({ as }) => {
	const page = await as('parent');
	const amira = await personOf(page);
	await page.context().clearCookies();
	const answer = await deliver(page, [rating(amira, '01990000-0000-7000-8000-0000000000c1')]);
	expect(answer.status()).toBe(401);
});

test('signing out with an answer that was not sent asks first', async ({ ownPhone }) => {
	const page = await ownPhone(questions);
	await ready(page);
	await untilKept(page, ['/more']);
	await answerWithoutNetwork(page);
	await page.goto('/more');
	// With a network that lets nothing through, so that it goes on waiting.
	// The browser sends what outlives a page past `route`, so it is stopped in the page itself.
	await page.evaluate(() => {
		const real = window.fetch;
		window.fetch = (input, init) =>
			input === '/api/outbox' ? Promise.reject(new TypeError('Failed to fetch')) : real(input, init);
		addEventListener('lets-through', () => (window.fetch = real));
	});
	await page.context().setOffline(false);
	await page.getByRole('button', { name: 'Log ud' }).click();
	// Once it was tried, it may have arrived.
	const asked = page.getByRole('dialog', {
		name: /^(Du har noget, der ikke er sendt|Vi ved ikke, om alt er nået frem)$/,
	});
	await asked.getByRole('button', { name: 'Bliv her' }).click();
	await expect(asked).toHaveCount(0);
	await expect(page).toHaveURL(/more$/);
	await page.getByRole('button', { name: 'Log ud' }).click();
	await expect(asked.getByRole('button', { name: 'Log ud alligevel' })).toBeVisible();
	// While it asks, it arrives.
	await page.evaluate(() => {
		dispatchEvent(new Event('lets-through'));
		dispatchEvent(new Event('online'));
	});
	const arrived = page.getByRole('dialog', { name: 'Nu er det sendt' });
	await arrived.getByRole('button', { name: 'Log ud', exact: true }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Du er logget ud' })).toBeVisible();
	expect((await onPhone(page)).databases).toEqual([]);
});

test('a page left open shows nothing any more when somebody else comes in, and signs nobody out', async ({
	as,
	baseURL,
}) => {
	const old = await as('parent', { at: '/more' });
	await expect(old.locator('body')).toContainText('Amira');
	// One that sleeps hears nothing, and looks when it is looked at.
	const asleep = await old.context().newPage();
	await asleep.addInitScript(
		"addEventListener('storage', (event) => event.stopImmediatePropagation(), true)",
	);
	await asleep.goto('/more');
	const drawnFor = await old.locator('[name=_person]').first().inputValue();
	const now = await old.context().newPage();
	await signIn(now, 'young-person', 'own');
	await expect(old.getByRole('alert')).toContainText('En anden er logget ind nu');
	await expect(old.locator('body')).not.toContainText('Amira');
	await expect(asleep.locator('body')).toContainText('Amira');
	await asleep.evaluate("dispatchEvent(new Event('pageshow'))");
	await expect(asleep.locator('body')).not.toContainText('Amira');
	await old.getByRole('link', { name: 'Gå til forsiden' }).click();
	await expect(old.getByRole('navigation')).toBeVisible();
	// One that has not heard of it.
	const form = { _form: 'sign-out', _person: drawnFor };
	const answer = await now.request.post('/sign-out', { form, headers: { origin: baseURL! } });
	expect(answer.status()).toBe(409);
	await now.goto('/plan');
	await expect(now).toHaveURL(/plan$/);
});

test('whoever signs out and gets no answer is out of the phone, and signed out with the next page', async ({
	ownPhone,
}) => {
	const page = await ownPhone(questions);
	await ready(page);
	await untilKept(page, ['/more', '/plan']);
	await answerWithoutNetwork(page);
	await page.goto('/more');
	await page.getByRole('button', { name: 'Log ud' }).click();
	await page.getByRole('button', { name: 'Bliv her' }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	const isOut = /sign-out|api\/outbox/;
	// Something on the way leads elsewhere, as a portal does, or nothing answers.
	const others = [
		(route: Route) => route.fulfill({ status: 302, headers: { location: '/was' } }),
		(route: Route) => route.abort(),
	];
	let on: number;
	for (on = 0; on < others.length; on += 1) {
		await page.context().route(isOut, (route) => others[on]!(route));
		await page.context().setOffline(false);
		// In another tab everything of theirs goes too, whatever the clock of the phone says.
		const tab = await page.context().newPage();
		await tab.goto('/plan');
		await expect(tab.getByRole('main')).toContainText('rolige morgener');
		await page.getByRole('button', { name: 'Log ud' }).click();
		if (on === 0) await page.getByRole('button', { name: 'Log ud alligevel' }).click();
		await expect(page).toHaveURL(/sign-in$/);
		await expect(tab.getByRole('alert')).toContainText('Du er ikke logget ind her mere');
		await tab.close();
		expect(await heldOn(page)).toBe(0);
		expect(await seenPages(page)).toEqual([]);
		await page.goto('/plan');
		await expect(page.getByText('Der er ikke gemt noget om dig her')).toBeVisible();
		await page.context().unroute(isOut);
		await page.goto('/plan');
		await expect(page).toHaveURL(/sign-in/);
		await signIn(page, 'parent', 'own');
		await page.goto('/more');
	}
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
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Er det rigtigt?');
	expect((await onPhone(page)).databases).toEqual([]);
	await page.context().setOffline(false);
	await send(page);
	await expect(page).toHaveURL(/wellbeing\/ladder$/);
	expect(await answers(page)).toBe(before + 1);
});

test('where no worker can end the session later, signed out is only who has been heard', async ({ as }) => {
	const page = await as('parent', { at: '/more' });
	await page.context().route('**/sign-out', (route) => route.abort());
	await page.getByRole('button', { name: 'Log ud' }).click();
	await expect(page.getByText('Vi fik ikke svar, så du er måske stadig logget ind.')).toBeVisible();
	await page.context().unroute('**/sign-out');
	await page.getByRole('button', { name: 'Log ud' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Du er logget ud' })).toBeVisible();
});

test('who signs out in another tab is gone from this one, and finds what they were writing when they are back', async ({
	ownPhone,
}) => {
	const page = await ownPhone('/plan');
	const words = page.getByLabel('Hvad vil I gerne have skal ske?');
	await words.fill('Skrevet i den anden fane');
	const tab = await page.context().newPage();
	await tab.goto('/more');
	await tab.getByRole('button', { name: 'Log ud' }).click();
	await expect(tab.getByRole('status').filter({ hasText: 'Du er logget ud' })).toBeVisible();
	await expect(page.getByRole('alert')).toContainText('Du er ikke logget ind her mere');
	await expect(page.locator('body')).not.toContainText('Amira');
	await expect(words).toHaveCount(0);
	expect((await onPhone(page)).databases).toEqual([]);

	await signIn(tab, 'young-person', 'own');
	await expect(page.getByRole('alert')).toContainText('En anden er logget ind nu');
	await signIn(tab, 'parent', 'own');
	await expect(words).toHaveValue('Skrevet i den anden fane');
	await page.getByRole('button', { name: 'Læg i planen' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Det står i planen nu' })).toBeVisible();
});
