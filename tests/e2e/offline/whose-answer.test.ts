import type { Page } from '@playwright/test';
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
import { onPhone, signIn, untilKept, untilLookedAfter } from './phone';

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
