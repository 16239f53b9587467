import { expect, test } from './fixtures';
import { sideways } from './sideways';

const question = 'Hvad vil I gerne have skal ske?';

test('bad input comes back with everything typed', async ({ as }) => {
	const page = await as('parent', { at: '/plan' });
	await page.getByRole('button', { name: 'Læg i planen' }).click();
	await expect(page.getByLabel(question)).toHaveAccessibleDescription(/Skriv, hvad der gerne skal ske/);
	const summary = page.getByRole('alert').filter({ hasText: 'Der mangler noget' });
	await expect(summary).toBeInViewport();

	await page.getByRole('link', { name: 'Vi vil have nogle rolige morgener' }).click();
	await page.getByRole('link', { name: 'Ret målet' }).click();
	const words = page.getByLabel('Målet med egne ord');
	await words.fill('x'.repeat(5000));
	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(words).toHaveAccessibleDescription(/højst 500 tegn/);
	await expect(words).toHaveValue('x'.repeat(5000));

	await words.fill('Rolige morgener');
	await page.getByLabel('Hvornår skal det gerne være sket?').fill('2020-01-01');
	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByLabel('Hvornår skal det gerne være sket?')).toHaveAccessibleDescription(
		/Den dato er gået/,
	);
	await expect(words).toHaveValue('Rolige morgener');
});

test('whoever has gone on to another goal stays there when an answer comes late', async ({ as }) => {
	const page = await as('parent', { at: '/plan' });
	await page.getByRole('link', { name: 'Vi vil have nogle rolige morgener' }).click();
	const late = /\?\/(note|done)/;
	const answers: (() => void)[] = [];
	await page.route(late, async (route) => {
		await new Promise<void>((go) => answers.push(go));
		await route.continue();
	});
	const words = page.getByLabel('Skriv lidt om det');
	await words.fill('Det gik godt');
	await page.getByRole('button', { name: 'Gem, hvordan det går' }).click();
	await expect(words).not.toBeEditable();
	await page.getByRole('button', { name: 'Det er klaret' }).click();
	await expect.poll(() => answers.length).toBe(2);
	await page.getByRole('navigation').getByRole('link', { name: 'Planen' }).click();
	await page.getByRole('link', { name: 'Jeg vil have et arbejde' }).click();
	const other = page.getByRole('heading', { level: 1, name: 'Jeg vil have et arbejde' });
	await expect(other).toBeVisible();
	await expect(words).toBeEditable();
	await words.fill('Halvt skrevet');
	for (const answer of answers) {
		const drawn = page.waitForResponse(/__data\.json/);
		answer();
		await drawn;
	}
	await expect(other).toBeVisible();
	await expect(words).toHaveValue('Halvt skrevet');
});

test('a goal of many words is short as a title and on cards, and whole at one press, without a script', async ({
	as,
}) => {
	const wish = `Vi vil ${'så gerne have det godt sammen om morgenen og '.repeat(11)}`.slice(0, 499).trim();
	const page = await as('parent', { javaScript: false, at: '/plan' });
	await page.getByLabel(question).fill(wish);
	await page.getByRole('button', { name: 'Læg i planen' }).click();
	const title = page.getByRole('heading', { level: 1 });
	const linesOf = (it: typeof title) =>
		it.evaluate((node) =>
			Math.round(node.getBoundingClientRect().height / parseFloat(getComputedStyle(node).lineHeight)),
		);
	// Whoever hears the page hears all of it.
	await expect(title).toHaveText(wish);
	expect(await linesOf(title)).toBeLessThanOrEqual(5);
	await page.getByText('Hele målet').click();
	expect(await linesOf(title)).toBeGreaterThan(5);
	await page.getByText('Hele målet').click();
	expect(await linesOf(title)).toBeLessThanOrEqual(5);
	await page.goto('/plan');
	expect(await linesOf(page.getByRole('link', { name: wish }))).toBeLessThanOrEqual(5);
	await page.getByRole('link', { name: wish }).click();
	await page.goBack();
	await page.getByRole('link', { name: 'Vi vil have nogle rolige morgener' }).click();
	await expect(page.getByText('Hele målet')).toHaveCount(0);
});

test('a goal is moved by keyboard', async ({ as }) => {
	const page = await as('parent', { at: '/plan' });
	const titles = page.getByRole('article').getByRole('heading');
	const [first, second] = await titles.allInnerTexts();
	await page.locator('summary', { hasText: 'Skift rækkefølgen' }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: `Flyt ned: ${first}` }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toContainText('Flyttet');
	await expect(titles.nth(0)).toHaveText(second!);
	await expect(titles.nth(1)).toHaveText(first!);
});

test('without a script, Back and sent again is asked about in words; put right, the one before can be taken out', async ({
	as,
}) => {
	const page = await as('parent', { javaScript: false, at: '/plan', viewport: { width: 360, height: 740 } });
	const write = async (words: string) => {
		await page.getByLabel('Hvad vil I gerne have skal ske?').fill(words);
		await page.getByRole('button', { name: 'Læg i planen' }).click();
	};
	const heading = page.getByRole('heading', { level: 1 });
	await write('Mere musik');
	await expect(heading).toHaveText('Mere musik');
	await page.goBack();
	await write('Mere musik i stuen');
	await expect(heading).toHaveText('Mere musik i stuen');
	await expect(page.getByRole('status')).toContainText('Det, du skrev lige før, står der også.');
	await page.getByRole('button', { name: 'Tag det forrige ud' }).click();
	await expect(page.getByRole('status')).toContainText('Det er taget ud af planen.');
	await expect(page.getByRole('article').filter({ hasText: 'Mere musik' })).toHaveCount(1);
	await expect(page.getByRole('article').filter({ hasText: 'Mere musik i stuen' })).toBeVisible();

	await write('Mere sang');
	await expect(heading).toHaveText('Mere sang');
	await page.goBack();
	await write('Mere sang');
	// It stands where one looks, with what was typed still there.
	await expect(page.getByText('Skal det stå der to gange?')).toBeInViewport();
	await expect(page.getByRole('button', { name: 'Ja, gem det to gange' })).toBeInViewport();
	await expect(page.getByLabel('Hvad vil I gerne have skal ske?')).toHaveValue('Mere sang');
	await page.getByRole('link', { name: 'Nej, én gang er nok' }).click();
	await expect(page.getByLabel('Hvad vil I gerne have skal ske?')).toHaveValue('');
	await expect(page.getByRole('article').filter({ hasText: 'Mere sang' })).toHaveCount(1);
});

test('a word without end makes no page of the plan wider', async ({ as }) => {
	const parent = await as('parent', { at: '/plan', viewport: { width: 320, height: 640 } });
	await parent.getByLabel(question).fill('å'.repeat(500));
	await parent.getByRole('button', { name: 'Læg i planen' }).click();
	await expect(parent.getByRole('heading', { level: 1 })).toContainText('ååå');
	await parent.goto('/plan/agree');
	await expect(parent.getByRole('main')).toContainText('ååå');
	expect(await sideways(parent)).toBeLessThanOrEqual(0);
	await parent.getByRole('button', { name: 'Det er vi enige om' }).click();
	// The receipt is where one goes on from.
	await expect(parent.locator(':focus')).toContainText('Det er jeres plan nu');
	expect(await sideways(parent)).toBeLessThanOrEqual(0);
	await parent.goto('/plan');
	await parent.getByText('Skift rækkefølgen').click();
	await expect(parent.getByRole('button', { name: 'Flyt op: ååå' })).toBeVisible();
	expect(await sideways(parent)).toBeLessThanOrEqual(0);
});
