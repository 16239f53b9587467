/** The door as a browser with scripts meets it; what needs none: tests/running/without-scripts/coming/door.ts. */
import { expect, test } from './fixtures';

test('a demo person signs in, and lands where she wanted to go', async ({ newContext }) => {
	const page = await (await newContext()).newPage();
	await page.goto('/wellbeing');
	await expect(page).toHaveURL(/\/sign-in\?to=%2Fwellbeing$/);
	await page.locator('button[value="parent"]').click();
	await expect(page).toHaveURL('/wellbeing');
});

test('whoever is signed out while they write finds their words in the form again', async ({ as }) => {
	const wish = 'Vi vil lære at svømme';
	const page = await as('parent', { at: '/plan' });
	const words = page.getByLabel('Hvad vil I gerne have skal ske?');
	await words.fill(wish);
	// Their time is over; they have not said that they are done here.
	await page.context().clearCookies({ name: /session/ });
	await page.getByRole('button', { name: 'Læg i planen' }).click();

	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Log ind igen');
	await page.locator('button[value="parent"]').click();
	await expect(page.getByText('Det er ikke gemt endnu')).toBeInViewport();
	await expect(words).toHaveValue(wish);

	await page.getByRole('button', { name: 'Læg i planen' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(wish);
});

test('what cannot come along stays in its form, and goes when one has signed in beside it', async ({
	as,
}) => {
	const wish = 'Vi vil lære at danse';
	const page = await as('parent', { at: '/plan' });
	const words = page.getByLabel('Hvad vil I gerne have skal ske?');
	await words.fill(wish);
	await page.context().clearCookies({ name: /session|kept-here/ });
	const add = page.getByRole('button', { name: 'Læg i planen' });
	await add.click();
	await expect(page.getByText('Du er ikke logget ind mere')).toBeInViewport();
	await expect(words).toHaveValue(wish);

	const opens = page.waitForEvent('popup');
	await page.getByRole('link', { name: 'Log ind i et nyt vindue' }).click();
	const beside = await opens;
	await beside.locator('button[value="parent"]').click();
	await beside.waitForURL('/home');
	await expect(words).toHaveValue(wish);
	await add.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(wish);
});

test('on one’s own phone it waits until one is here again, and is there once', async ({ as }) => {
	const wish = 'Vi vil lære at synge';
	const page = await as('parent', { at: '/plan', ownDevice: true });
	await page.getByLabel('Hvad vil I gerne have skal ske?').fill(wish);
	await page.context().clearCookies({ name: /session/ });
	await page.getByRole('button', { name: 'Læg i planen' }).click();
	const waits = page.getByRole('status').filter({ hasText: 'Du er ikke logget ind mere' });
	await expect(waits).toContainText(wish);
	await expect(page).toHaveURL('/plan');
	await waits.getByRole('link', { name: 'Log ind' }).click();
	await page.locator('input[name="device"][value="own"]').check();
	await page.locator('button[value="parent"]').click();
	await expect(page).toHaveURL('/plan');
	await expect(page.getByText('er kommet frem')).toBeVisible();
	await page.reload();
	await expect(page.getByRole('article').filter({ hasText: wish })).toHaveCount(1);
	await expect(page.getByText('Det er ikke gemt endnu')).toHaveCount(0);
});

test('a browser that takes no cookies is told so before anything is pressed', async ({ newContext }) => {
	const context = await newContext();
	await context.addInitScript(() =>
		Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false }),
	);
	const page = await context.newPage();
	await page.goto('/sign-in');
	await expect(page.getByRole('alert')).toContainText('siger nej til cookies');
});
