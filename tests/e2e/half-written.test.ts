/** What somebody has begun to write and not sent, while other things of the page are. */
import { expect, test } from './fixtures';
import { untilItWatches } from './offline/phone';
import { june } from './pages';

const question = 'Hvad vil I gerne have skal ske?';

test('words half written stay when more of a list is asked for, and leave with their page', async ({
	as,
}) => {
	const page = await as('parent', { at: '/plan' });
	// A link that is pressed before leaves the page for good.
	await untilItWatches(page);
	await page.getByLabel(question).fill('Et halvt mål');
	const follow = (href: string) =>
		page.evaluate((to) => {
			const link = document.createElement('a');
			link.href = to;
			document.querySelector('main')!.append(link);
			link.click();
		}, href);
	await follow('?more=40');
	await expect(page).toHaveURL(/more=40/);
	await expect(page.getByLabel(question)).toHaveValue('Et halvt mål');
	await page.getByRole('button', { name: 'Læg i planen' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Et halvt mål');

	await page.getByLabel('Et skridt på vejen').fill('Et skridt');
	await page.getByRole('button', { name: 'Tilføj skridtet' }).click();
	await expect(page.getByRole('status')).toBeVisible();
	await page.goto('/plan');
	await expect(page.getByLabel(question)).toHaveValue('');
});

test('words and a number half written stay when another form of the page is sent, and go with their own', async ({
	as,
}) => {
	const page = await as('parent', { at: '/plan' });
	await page.getByLabel(question).fill('Ro ved bordet');
	await page.getByRole('button', { name: 'Læg i planen' }).click();
	const note = page.getByLabel('Skriv lidt om det');
	const seven = page.getByRole('radio', { name: '7' });
	await note.fill('x'.repeat(1_990));
	await expect(page.getByText('Der er plads til 10 tegn mere')).toBeVisible();
	await seven.check();
	await page.getByLabel('Et skridt på vejen').fill('Spise klokken seks');
	await page.getByRole('button', { name: 'Tilføj skridtet' }).click();
	await expect(page.getByRole('link', { name: 'Spise klokken seks' })).toBeVisible();
	await expect(page.getByLabel('Et skridt på vejen')).toHaveValue('');
	await expect(seven).toBeChecked();
	await expect(note).toHaveValue(/^x{1990}$/);
	await page.getByRole('button', { name: 'Gem, hvordan det går' }).click();
	await expect(note).toHaveValue('');
	await expect(seven).not.toBeChecked();
});

test('what is half written stands there again after another page, and no more once it is sent', async ({
	as,
}) => {
	const page = await as('parent', { at: '/plan' });
	await untilItWatches(page);
	const wish = page.getByLabel('Hvad vil I gerne have skal ske?');
	await wish.fill('Vi vil i svømmehallen');
	const to = (name: string) => page.getByRole('link', { name, exact: true }).first().click();
	await to('Møder');
	await expect(page).toHaveURL('/meetings');
	await to('Planen');
	await expect(wish).toHaveValue('Vi vil i svømmehallen');
	await page.getByRole('button', { name: 'Læg i planen' }).click();
	await expect(page.getByRole('status')).toBeVisible();
	await to('Møder');
	await to('Planen');
	await expect(page.getByRole('article').filter({ hasText: 'Vi vil i svømmehallen' })).toHaveCount(1);
	await expect(wish).toHaveValue('');
});

test('what was chosen beside words stands there again with them, the home that a place is among it', async ({
	as,
}) => {
	const page = await as('parent', { at: '/meetings/new' });
	await untilItWatches(page);
	const field = (label: string) => page.getByLabel(label, { exact: true });
	await field('Hvad skal mødet handle om?').fill('Aftenerne');
	await field('Hvem handler det om?').selectOption({ label: 'Noah' });
	await field('Hvilken dag?').fill(june.date);
	await field('Hvor?').fill('Hemmeligvej 7');
	await page.getByLabel('Det er hjemme hos os').check();
	const asked = page.getByRole('checkbox', { name: 'Emil' });
	await asked.check();
	await page.getByText('Skriv, hvorfor de kommer').click();
	const why = [field('Hvorfor kommer Emil?'), field('Hvorfor kommer Noah?')];
	for (const one of why) await one.fill('Fordi du kender det bedst');
	const to = (name: string) => page.getByRole('link', { name, exact: true }).first().click();
	await to('Planen');
	await expect(page).toHaveURL('/plan');
	const about = page.getByLabel('Hvem handler det om?');
	await about.selectOption({ label: 'Amira' });
	await page.getByLabel(question).fill('Jeg vil sove bedre');
	await page.goBack();
	await expect(field('Hvor?')).toHaveValue('Hemmeligvej 7');
	await expect(field('Hvad skal mødet handle om?')).toHaveValue('Aftenerne');
	await expect(field('Hvem handler det om?').locator(':checked')).toHaveText('Noah');
	await expect(field('Hvilken dag?')).toHaveValue(june.date);
	await expect(page.getByLabel('Det er hjemme hos os')).toBeChecked();
	await expect(asked).toBeChecked();
	for (const one of why) await expect(one).toHaveValue('Fordi du kender det bedst');
	await page.goForward();
	await expect(page.getByLabel(question)).toHaveValue('Jeg vil sove bedre');
	await expect(about.locator(':checked')).toHaveText('Amira');
});

test('what is half written is there still when something else is undone', async ({ as }) => {
	const page = await as('parent', { at: '/plan' });
	await untilItWatches(page);
	const wish = page.getByLabel('Hvad vil I gerne have skal ske?');
	const apples = 'Vi vil plukke æbler';
	await wish.fill(apples);
	await page.getByRole('button', { name: 'Læg i planen' }).click();
	await page.getByRole('button', { name: 'Tag det ud af planen' }).click();
	const undo = page.getByRole('button', { name: 'Fortryd' });
	await expect(undo).toBeVisible();
	await wish.fill('Vi vil bage');
	await undo.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(apples);
	await page.getByRole('link', { name: 'Planen', exact: true }).first().click();
	await expect(page.getByRole('article').filter({ hasText: apples })).toHaveCount(1);
	await expect(wish).toHaveValue('Vi vil bage');
});

test('what is on its way stands in no field, wherever one is when it arrives', async ({ as }) => {
	const page = await as('parent', { at: '/plan' });
	await untilItWatches(page);
	await page.getByLabel(question).fill('Vi vil ud i skoven');
	await page.getByRole('button', { name: 'Læg i planen' }).click();
	const note = page.getByLabel('Skriv lidt om det');
	await note.fill('Vi var afsted');
	const goal = page.url();
	let isAnswered = () => {};
	const later = new Promise<void>((now) => (isAnswered = now));
	await page.route(/\?\/note/, async (route) => {
		const response = await route.fetch();
		await later;
		await route.fulfill({ response });
	});
	await page.getByRole('button', { name: 'Gem, hvordan det går' }).click();
	await page.getByRole('link', { name: 'Planen', exact: true }).first().click();
	await expect(page).toHaveURL('/plan');
	const arrived = page.waitForResponse(/\?\/note/);
	isAnswered();
	await arrived;
	await page.getByRole('link', { name: 'Vi vil ud i skoven' }).click();
	await expect(page).toHaveURL(goal);
	await expect(page.getByText('Vi var afsted')).toBeVisible();
	await expect(note).toHaveValue('');
});

test('what is half written stays when undoing something gets no answer, and it can be pressed again', async ({
	as,
}) => {
	const page = await as('parent', { at: '/plan' });
	await untilItWatches(page);
	await page.getByLabel(question).fill('Vi vil samle kastanjer');
	await page.getByRole('button', { name: 'Læg i planen' }).click();
	await page.getByRole('button', { name: 'Tag det ud af planen' }).click();
	const undo = page.getByRole('button', { name: 'Fortryd' });
	await page.getByLabel(question).fill('Vi vil sove');
	const answers = [
		{ status: 502, body: '<h1>Bad gateway</h1>' },
		{ status: 500, json: { type: 'error', status: 500, error: { message: 'upstream' } } },
	];
	const undoing = (url: URL) => url.search.startsWith('?/restore');
	await page.route(undoing, (route) => route.fulfill(answers.shift()!), { times: answers.length });
	for (const still of [1, 0]) {
		await undo.click();
		await expect(page.getByRole('alert')).toContainText('Vi fik ikke svar');
		await expect.poll(() => answers.length).toBe(still);
		await expect(page.getByLabel(question)).toHaveValue('Vi vil sove');
	}
	await undo.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vi vil samle kastanjer');
	await page.getByRole('link', { name: 'Planen', exact: true }).first().click();
	await expect(page.getByLabel(question)).toHaveValue('Vi vil sove');
});
