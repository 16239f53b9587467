/** What a family does without a network beside answering about itself: it waits in its form, and arrives once. */
import type { Page } from '@playwright/test';
import { expect } from '../fixtures';
import { goal, holm, meeting } from '../pages';
import { kept, sent } from './answering';
import { test } from './own-phone';
import { untilKept, untilLookedAfter } from './phone';

const note = 'Det gik godt i dag';

/** Without a network from now on, where the page can be read all the same. */
async function withoutNetwork(page: Page) {
	await untilKept(page, [new URL(page.url()).pathname]);
	await untilLookedAfter(page);
	await page.context().setOffline(true);
}

test('a note waits where it was written, and is there when the network is back', async ({ ownPhone }) => {
	const page = await ownPhone(`/plan/${goal}`);
	await expect(page.getByLabel('Skriv lidt om det')).toBeVisible();
	await withoutNetwork(page);
	const words = page.getByLabel('Skriv lidt om det');
	await words.fill(note);
	await page.getByRole('button', { name: 'Gem, hvordan det går' }).click();
	await expect(page.getByText(kept)).toBeVisible();

	// Opened anew, it says so still, and something more can be written.
	await page.reload();
	await expect(page.getByText(kept)).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: kept })).toContainText(note);
	await words.fill('Og i går');
	await page.getByRole('button', { name: 'Gem, hvordan det går' }).click();
	await expect(page.getByText('2 ting venter på net')).toBeVisible();
	// Above the page, what waits is said with why: what it is and when, and not what it says.
	const above = page.locator('.notices');
	await expect(above.locator('.notice')).toHaveCount(1);
	await above.getByText('2 ting venter på net').click();
	await expect(above.getByRole('listitem')).toHaveText([
		'En note til et mål Det var for lidt siden. Se siden',
		'En note til et mål Det var for lidt siden. Se siden',
	]);
	await expect(above).not.toContainText(note);
	// The second is taken back: nobody has it yet.
	await page.getByRole('button', { name: 'Fortryd' }).last().click();
	await expect(page.getByText('Én ting venter på net')).toBeVisible();

	// The page shows it by itself, and what somebody is writing stays.
	await page.reload();
	await words.fill('Halvt skrevet');
	await page.context().setOffline(false);
	await expect(page.getByText(sent)).toBeVisible();
	await expect(page.getByRole('main').getByText(note)).toHaveCount(1);
	await expect(page.getByText('Og i går')).toHaveCount(0);
	await expect(page.getByText(kept)).toHaveCount(0);
	await expect(words).toHaveValue('Halvt skrevet');
});

test('taken back, what was written stands in its form again; sent, the form is there for the next', async ({
	ownPhone,
}) => {
	const page = await ownPhone(`/plan/${goal}`);
	const words = page.getByLabel('Skriv lidt om det');
	await expect(words).toBeVisible();
	await withoutNetwork(page);
	const save = page.getByRole('button', { name: 'Gem, hvordan det går' });
	const seven = page.getByRole('radio', { name: '7', exact: true });
	await words.fill('Vi stod op til tidne');
	await seven.check({ force: true });
	await save.click();
	await expect(page.getByText(kept)).toBeVisible();
	await expect(words).toHaveValue('');
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(page.getByText(kept)).toHaveCount(0);
	await expect(words).toHaveValue('Vi stod op til tidne');
	await expect(seven).toBeChecked();

	// So it does when the page was opened anew meanwhile, unless something else is half written there.
	await words.fill('Vi stod op til tiden');
	await save.click();
	await expect(page.getByText(kept)).toBeVisible();
	await page.reload();
	await expect(words).toHaveValue('');
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(words).toHaveValue('Vi stod op til tiden');
	await save.click();
	await expect(words).toHaveValue('');
	await page.reload();
	await words.fill('Noget andet');
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(page.getByText(kept)).toHaveCount(0);
	await expect(words).toHaveValue('Noget andet');

	await save.click();
	await expect(words).toHaveValue('');
	await page.context().setOffline(false);
	await expect(page.getByText(sent)).toBeVisible();
	await expect(page.getByRole('main').getByText('Noget andet')).toHaveCount(1);
	await expect(words).toHaveValue('');
});

test('what is written while the former waits stays when that arrives', async ({ ownPhone }) => {
	const page = await ownPhone(`/plan/${goal}`);
	const words = page.getByLabel('Skriv lidt om det');
	await expect(words).toBeVisible();
	await withoutNetwork(page);
	await words.fill('Vi spiste morgenmad');
	await page.getByRole('button', { name: 'Gem, hvordan det går' }).click();
	await expect(page.getByText(kept)).toBeVisible();
	await words.fill('Halvt skrevet');
	let drawn = 0;
	page.on('requestfinished', (request) => (drawn += Number(request.url().includes('__data.json'))));
	await page.context().setOffline(false);
	await expect(page.getByText(sent)).toBeVisible();
	await expect(page.getByRole('main').getByText('Vi spiste morgenmad')).toHaveCount(1);
	await expect(page.getByText(kept)).toHaveCount(0);
	// Whoever says that it has arrived, and the form itself, have the page drawn anew.
	await expect.poll(() => drawn).toBeGreaterThan(1);
	await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
	await expect(words).toHaveValue('Halvt skrevet');
});

test('on the bus one thing after the other is written, each with an empty field for the next', async ({
	ownPhone,
}) => {
	const page = await ownPhone(`/meetings/${meeting}`);
	const point = page.getByLabel('Hvad vil du gerne tale om?');
	await expect(point).toBeVisible();
	await withoutNetwork(page);
	for (const words of ['Om bussen', 'Om cyklen', 'Om skoene']) {
		await point.fill(words);
		await page.getByRole('button', { name: 'Tilføj punktet' }).click();
		await expect(page.getByRole('status').filter({ hasText: kept })).toContainText(words);
		await expect(point).toHaveValue('');
	}
	await expect(page.getByText('3 ting venter på net')).toBeVisible();
	// What is half written stays when the others arrive.
	await point.fill('Om hun');
	await page.context().setOffline(false);
	for (const words of ['Om bussen', 'Om cyklen', 'Om skoene'])
		await expect(page.getByRole('main').getByText(words)).toHaveCount(1);
	await expect(page.getByText(kept)).toHaveCount(0);
	await expect(point).toHaveValue('Om hun');
});

test('what may have arrived is not said to be taken back, and waits for whoever opens the page anew', async ({
	ownPhone,
}) => {
	const page = await ownPhone(`/plan/${goal}`);
	const words = page.getByLabel('Skriv lidt om det');
	await expect(words).toBeVisible();
	await withoutNetwork(page);
	await page.context().setOffline(false);
	// It arrives, and the answer never comes; the page is closed meanwhile.
	let arrived = () => {};
	const sentOnce = new Promise<void>((done) => (arrived = done));
	await page.route(/\?\/note/, async (route) => void (await route.fetch(), arrived()));
	await words.fill('Vi sov længe');
	await page.getByRole('button', { name: 'Gem, hvordan det går' }).click();
	await sentOnce;
	await page.context().setOffline(true);
	await page.reload();
	await expect(page.getByText(kept)).toBeVisible();
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(page.getByText('Det kan være nået frem')).toBeVisible();
	await page.context().setOffline(false);
	await expect(page.getByText(sent)).toBeVisible();
	await expect(page.getByRole('main').getByText('Vi sov længe')).toHaveCount(1);
	await expect(page.getByText(kept)).toHaveCount(0);
});

/** Everybody who is asked is asked again. */
async function moveMeeting(coordinator: Page, from: string) {
	await coordinator.goto(`/families/${holm}/meetings/${meeting}/move`);
	await coordinator.getByLabel('Fra kl.').fill(from);
	await coordinator.getByRole('button', { name: 'Ja, flyt mødet' }).click();
	await expect(coordinator.getByRole('status')).toContainText('en ny tid');
}

test('who says on Home that they come is heard later, and not asked again meanwhile', async ({ as }) => {
	await moveMeeting(await as('coordinator'), '07:10');
	const page = await as('young-person', { ownDevice: true });
	await withoutNetwork(page);
	const coming = page.getByRole('button', { name: 'Jeg kommer' });
	await coming.click();
	await expect(page.getByText(kept)).toBeVisible();
	await expect(coming).toHaveCount(0);
	// What is said of it is what was chosen, and nothing else says otherwise.
	const asked = page.getByRole('article').first();
	await expect(asked).toContainText(/Du valgte:\s*Jeg kommer/);
	await expect(asked).toContainText('Venter på net');
	await expect(asked).not.toContainText('Du har ikke svaret');
	await page.reload();
	await expect(page.getByText(kept)).toBeVisible();
	await expect(coming).toHaveCount(0);
	await page.context().setOffline(false);
	await expect(page.getByText(sent)).toBeVisible();
	await expect(page.getByRole('article').first()).toContainText('Du kommer');
	await expect(page.getByText(kept)).toHaveCount(0);
});

test('what is refused of an answer on Home is said there', async ({ as }) => {
	const coordinator = await as('coordinator');
	await moveMeeting(coordinator, '07:20');
	const page = await as('young-person');
	const coming = page.getByRole('button', { name: 'Jeg kommer' });
	await expect(coming).toBeVisible();
	await moveMeeting(coordinator, '07:30');
	await coming.click();
	await expect(page).toHaveURL('/home');
	await expect(page.getByRole('alert')).toContainText('Mødet er ændret, siden du så det her');
	await expect(page.getByRole('article').first()).toContainText('07.30');
	await coming.click();
	await expect(page.getByText('Du har svaret, at du kommer.')).toBeVisible();
});
