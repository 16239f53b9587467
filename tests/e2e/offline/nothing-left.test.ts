/** Of whom nothing is left on a phone, and from when on: signed out, over, somebody else, a device of others, out of a family. */
import { expect } from '../fixtures';
import { test } from './own-phone';
import { onPhone, seenPages, seenText, signIn, untilKept, untilLookedAfter } from './phone';

const goal = 'Vi vil have nogle rolige morgener';

test('signing out leaves nothing', async ({ ownPhone }) => {
	const page = await ownPhone('/more');
	await untilKept(page, ['/home', '/plan', '/more']);
	await page.getByRole('button', { name: 'Log ud' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Du er logget ud' })).toBeVisible();
	expect(await seenPages(page)).toEqual([]);
	expect((await onPhone(page)).databases).toEqual([]);
	await untilLookedAfter(page);
	await page.context().setOffline(true);
	await page.goto('/plan');
	await expect(page.getByRole('main')).toContainText('Der er ikke gemt noget om dig her');
	await expect(page.getByRole('main')).not.toContainText(goal);
});

test('signing out without a network leaves nothing here at once, and ends the session when there is one', async ({
	ownPhone,
}) => {
	const page = await ownPhone('/more');
	await untilKept(page, ['/home', '/plan', '/more']);
	await untilLookedAfter(page);
	await page.context().setOffline(true);
	await page.getByRole('button', { name: 'Log ud' }).click();
	const out = page.getByText('Du er logget ud på denne telefon');
	await expect(out).toBeVisible();
	expect(await seenPages(page)).toEqual([]);
	await page.goto('/plan');
	await expect(out).toBeVisible();
	await expect(page.locator('body')).not.toContainText('Amira');
	expect((await page.request.get('/plan')).url()).toContain('/plan');

	// The network is back: whoever opens a page is asked to sign in, and so is who opens it elsewhere with this session.
	await page.context().setOffline(false);
	await expect(page).toHaveURL(/sign-in/);
	await expect(page.locator('button[value="parent"]')).toBeVisible();
	expect((await page.request.get('/plan')).url()).toContain('/sign-in');
});

test('when the session is over, what was seen is gone', async ({ ownPhone }) => {
	const page = await ownPhone('/home');
	await untilKept(page, ['/home', '/plan', '/more']);
	await page.context().clearCookies();
	// Within the open app, not by loading a page: the answer to the data says so.
	await page.getByRole('link', { name: 'Planen', exact: true }).click();
	await page.waitForURL(/sign-in/);
	await expect.poll(() => seenPages(page)).toEqual([]);
});

test('when somebody else signs in, nothing of the former person is there without a network', async ({
	ownPhone,
}) => {
	const page = await ownPhone('/plan');
	await untilKept(page, ['/home', '/plan', '/more']);
	expect((await seenText(page)).includes('Amira')).toBe(true);

	await signIn(page, 'stranger-parent', 'own');
	// At once, before anything of the new person is known.
	await page.context().setOffline(true);
	await page.goto('/plan');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.locator('body')).not.toContainText(goal);
	await expect(page.locator('body')).not.toContainText('Amira');

	await page.context().setOffline(false);
	await page.goto('/home');
	await untilKept(page, ['/home', '/plan', '/more']);
	expect(Object.keys((await onPhone(page)).caches).filter((name) => name.startsWith('seen-'))).toHaveLength(
		1,
	);
	expect((await seenText(page)).includes('Amira')).toBe(false);
});

test('on a device that others use too, nothing is kept', async ({ newContext }) => {
	const page = await (await newContext({ ownDevice: true })).newPage();
	await signIn(page, 'parent', 'shared');
	await untilLookedAfter(page);
	for (const path of ['/plan', '/wellbeing', '/home']) await page.goto(path);
	await page.getByRole('link', { name: 'Planen', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Planen');
	expect(await seenPages(page)).toEqual([]);
	expect((await onPhone(page)).databases).toEqual([]);

	await page.context().setOffline(true);
	await expect(page.getByText('Lad siden stå åben')).toBeVisible();
	await page.goto('/plan');
	await expect(page.getByRole('main')).toContainText('Der er ikke gemt noget om dig her');
	await expect(page.locator('body')).not.toContainText(goal);
});

test('of a professional nothing is kept, whatever they say about the device', async ({ as }) => {
	const page = await as('coordinator', { ownDevice: true });
	await untilLookedAfter(page);
	await page.reload();
	await page.getByRole('main').getByRole('link').first().click();
	await page.waitForURL((url) => url.pathname !== '/families');
	expect(await seenPages(page)).toEqual([]);
	expect((await onPhone(page)).databases).toEqual([]);
});

test('of a family that somebody is out of nothing is left on the phone', async ({ as }) => {
	const page = await as('young-person', { ownDevice: true });
	await untilKept(page, ['/home', '/plan', '/team']);
	// Which no test before this one has put otherwise.
	const his = 'bageri';
	expect(await seenText(page)).toContain(his);

	const holm = '00000000-0000-7000-8002-00000000000a';
	const office = await as('project-lead', { at: `/office/families/${holm}/out` });
	await office.getByLabel('Hvad hedder personen?').fill('Emil');
	await office.getByLabel('Barn eller ung').check();
	await office.getByLabel('Bor eller har sin hverdag et andet sted nu').check();
	await office.getByRole('button', { name: 'Ja, personen er ikke med mere' }).click();
	await expect(office.getByText('Personen er ikke med i planen mere.')).toBeVisible();

	await page.goto('/me');
	await expect(page.getByText('Du er ikke med hos Familien Holm i Vores Plan mere')).toBeVisible();
	await expect.poll(() => seenText(page)).not.toContain(his);
	await untilKept(page, ['/me']);
	expect(await seenPages(page)).not.toContain('/plan');
	await page.context().setOffline(true);
	await page.goto('/plan');
	await expect(page.getByRole('main')).toContainText('Den side har du ikke åbnet før');
});
