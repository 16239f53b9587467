/** What comes in the place of a page: something of a portal's, or what has arrived late. */
import { expect, test } from '../fixtures';

test('a portal in the place of a page leaves the page that is there, and a receipt is not lost', async ({
	as,
}) => {
	const page = await as('parent', { at: '/plan' });
	const portal = /__data\.json/;
	await page.route(portal, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Hotel</h1>' }));
	const isBusy = page.locator('[data-busy]');
	const words = page.getByLabel('Hvad vil I gerne have skal ske?');
	await words.fill('Vi vil spise sammen om søndagen');
	await page.getByRole('link', { name: 'Møder', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('Siden svarer ikke lige nu');
	await expect(page).toHaveURL(/plan$/);
	await expect(isBusy).toHaveCount(0);
	await expect(words).toHaveValue('Vi vil spise sammen om søndagen');

	await page.getByRole('button', { name: 'Læg i planen' }).click();
	await expect(page.getByRole('alert')).toContainText('Det er gemt, men den næste side svarer ikke lige nu');
	await expect(isBusy).toHaveCount(0);
	await page.unroute(portal);
	await page.getByRole('link', { name: 'Prøv igen' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Det står i planen nu' })).toBeVisible();
});
