/** Signing out with something that was not sent, without an answer, without a worker, and in another tab. */
import type { Route } from '@playwright/test';
import { expect } from '../fixtures';
import { answerWithoutNetwork, heldOn, questions, ready } from './answering';
import { test } from './own-phone';
import { onPhone, seenPages, signIn, untilKept } from './phone';

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
		// What never answers whether there is a new version keeps no page white.
		const isAsked = page.context().waitForEvent('request', (one) => one.url().endsWith('/version.json'));
		await page.context().route('**/version.json', () => {});
		await page.goto('/plan');
		await isAsked;
		await expect(page.getByText('Der er ikke gemt noget om dig her')).toBeVisible();
		await page.context().unroute('**/version.json');
		await page.context().unroute(isOut);
		await page.goto('/plan');
		await expect(page).toHaveURL(/sign-in/);
		await signIn(page, 'parent', 'own');
		await page.goto('/more');
	}
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
