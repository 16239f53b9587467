import { expect } from '../fixtures';
import { test } from './own-phone';
import { onPhone, seenPages, seenText, untilItWatches, untilKept, untilLookedAfter } from './phone';

const noNetwork = 'Du har ikke net lige nu';
const goal = 'Vi vil have nogle rolige morgener';

test('what was seen can be read without a network, and what was not is said', async ({ as }) => {
	const page = await as('parent', { ownDevice: true });
	// The main pages are fetched quietly; a goal is known once it was opened.
	await untilKept(page, ['/home', '/plan', '/meetings', '/wellbeing', '/team', '/wellbeing/help']);
	await page.goto('/plan');
	await page.getByRole('link', { name: goal }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(goal);
	const opened = new URL(page.url()).pathname;
	await untilKept(page, [opened]);

	await page.context().setOffline(true);
	await expect(page.getByText(noNetwork)).toBeVisible();
	await page.goto('/home');
	// A page that is opened anew is told nothing of the network here, as with a dead Wi-Fi: it says what it knows.
	await expect(page.getByText('Du ser siden, som den så ud')).toBeVisible();
	await page.getByRole('link', { name: 'Planen', exact: true }).click();
	await page.getByRole('link', { name: goal }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(goal);
	// As a fresh start of the installed app at an address deep inside.
	await page.goto(opened);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(goal);
	await page.goto('/wellbeing/help');
	await expect(page.getByRole('main')).toContainText('112');
	// Numbers do not grow old: nothing is said before them.
	await expect(page.locator('.notices .notice')).toHaveCount(0);

	await page.goto('/plan/01990000-0000-7000-8000-00000000ffff');
	await expect(page.getByRole('main')).toContainText('Den side har du ikke åbnet før');
	await page.getByRole('main').getByRole('link', { name: 'Møder' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Møder');

	await page.context().setOffline(false);
	await expect(page.getByText('Du ser siden, som den så ud')).toHaveCount(0);

	// What is not kept comes by itself once there is a network.
	await page.context().setOffline(true);
	await page.goto('/language');
	await expect(page.getByRole('main')).toContainText('Den side har du ikke åbnet før');
	await page.context().setOffline(false);
	await expect(page.getByRole('button', { name: 'English' })).toBeVisible();
});

test('what is typed is not lost when a form is sent without a network', async ({ ownPhone }) => {
	const page = await ownPhone('/plan');
	// Which no other test looks for.
	await page.getByRole('link', { name: 'Jeg vil have et arbejde' }).click();
	await page.getByRole('link', { name: 'Ret målet' }).click();
	const words = page.getByLabel('Målet med egne ord');
	await words.fill('Vi vil have en hund');
	await page.context().setOffline(true);
	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByRole('alert')).toContainText('Det kunne ikke sendes');
	await expect(words).toHaveValue('Vi vil have en hund');
	await page.context().setOffline(false);
	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vi vil have en hund');
});

test('the copies are of data only, without receipts, and never of others’ side of the house', async ({
	ownPhone,
}) => {
	const page = await ownPhone('/plan');
	await untilKept(page, ['/home', '/more']);
	await page.getByLabel('Hvad vil I gerne have skal ske?').fill('Spise sammen');
	await page.getByRole('button', { name: 'Læg i planen' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Det står i planen nu' })).toBeVisible();
	await untilKept(page, [new URL(page.url()).pathname]);
	expect((await seenText(page)).includes('<html')).toBe(false);
	const goalPage = page.url();
	await page.context().setOffline(true);
	await page.goto(goalPage);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Spise sammen');
	await expect(page.getByText('Det står i planen nu')).toHaveCount(0);
	await page.context().setOffline(false);
	for (const path of ['/privacy', '/was', '/language']) await page.goto(path);
	await page.goto('/home');
	const { caches } = await onPhone(page);
	const shell = Object.entries(caches).filter(([name]) => !name.startsWith('seen-'));
	expect(shell).toHaveLength(1);
	expect(
		shell[0]![1].filter((address) => !/^\/(_app\/immutable|shell)\/|^\/[^/]+\.\w+\?/.test(address)),
	).toEqual([]);
	for (const path of await seenPages(page)) {
		expect(path).toMatch(/^\/(home|plan|meetings|wellbeing|team|offers|me|more)/);
	}
});

test('a page that was on its way when the phone began to keep pages is one of them', async ({
	newContext,
	baseURL,
}) => {
	const context = await newContext({ ownDevice: true });
	await context.request.post('/demo/sign-in', {
		form: { persona: 'parent', device: 'own' },
		headers: { origin: baseURL! },
	});
	let arrives = () => {};
	await context.route('**/team', async (route) => {
		const answer = await route.fetch();
		await new Promise<void>((go) => (arrives = go));
		await route.fulfill({ response: answer });
	});
	const [page, late] = [await context.newPage(), await context.newPage()];
	const opened = late.goto('/team');
	await page.goto('/home');
	await untilLookedAfter(page);
	arrives();
	await opened;
	await untilLookedAfter(late);
	await untilKept(late, ['/team']);
});

test('a portal in the place of a page leaves the page that is there, and a receipt is not lost', async ({
	as,
}) => {
	const page = await as('parent', { at: '/plan' });
	await untilItWatches(page);
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

test('a page that never comes is given up on, whatever of it is missing', async ({ as }) => {
	const page = await as('parent', { at: '/plan' });
	await untilItWatches(page);
	await page.evaluate(() => localStorage.clear());
	await page.clock.install();
	await page.reload();
	await untilItWatches(page);
	for (const [missing, name, seconds] of [
		[/__data\.json/, 'Møder', 20],
		[/immutable\/nodes/, 'Mig', 25],
	] as const) {
		const isAsked = new Promise<void>((is) => void page.route(missing, () => is()));
		const data = seconds > 20 && page.waitForResponse(/__data/).then((answer) => answer.finished());
		await page.getByRole('link', { name, exact: true }).click();
		await Promise.all([isAsked, data]);
		await expect(page.locator('[data-busy]')).toHaveCount(1);
		await expect(page.getByRole('alert')).toHaveCount(0);
		await page.clock.fastForward(seconds * 1000);
		await expect(page.getByRole('alert')).toContainText('Siden svarer ikke lige nu');
		await expect(page.locator('[data-busy]')).toHaveCount(0);
		await expect(page).toHaveURL(/plan$/);
		await page.unroute(missing);
	}
	await page.getByRole('link', { name: 'Hjem', exact: true }).click();
	await expect(page).toHaveURL(/home$/);
});
