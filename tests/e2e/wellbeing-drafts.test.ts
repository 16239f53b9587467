/** Answers that are begun: what of them is kept, and what becomes of those that are on their way. */
import { expect, test } from './fixtures';
import { untilItWatches } from './offline/phone';

test('a draft survives, and can be thrown away', async ({ as }) => {
	const page = await as('young-person', { at: '/wellbeing/who5/answer' });
	const kept = page.waitForResponse((answer) => answer.url().includes('/keep'));
	await page.getByRole('button', { name: 'Det meste af tiden', exact: true }).click();
	await expect(page.getByText('Spørgsmål 2 af 5')).toBeVisible();
	await kept;
	await page.goto('/wellbeing');
	await expect(page.getByText('1 af 5 svar er gemt')).toBeVisible();
	await page.getByRole('link', { name: 'Fortsæt' }).click();
	await expect(page.getByText('Spørgsmål 2 af 5')).toBeVisible();
	await page.goto('/wellbeing');
	await page.getByRole('button', { name: 'Slet det' }).click();
	await expect(page.getByRole('status')).toContainText('slettet');
	await expect(page.getByText('svar er gemt')).toHaveCount(0);
});

test('a draft that is slow on its way does not come back after the answer', async ({ as }) => {
	const page = await as('parent', { at: '/wellbeing/ladder/answer' });
	let arrived = 0;
	await page.route(
		(url) => url.search.includes('/keep'),
		async (route) => {
			await new Promise((later) => setTimeout(later, 700));
			const response = await route.fetch();
			arrived += 1;
			await route.fulfill({ response });
		},
	);
	await page.getByRole('button', { name: '7', exact: true }).click();
	await expect(page.getByText('Spørgsmål 2 af 2')).toBeVisible();
	await page.getByRole('button', { name: '8', exact: true }).click();
	await page.getByRole('button', { name: /^Gem mit svar/ }).click();
	await expect(page.getByRole('status')).toContainText('Gemt');
	await expect.poll(() => arrived).toBe(2);
	await page.goto('/wellbeing');
	await expect(page.getByText('svar er gemt')).toHaveCount(0);
});

for (const [how, button, said] of [
	['given', /^Gem mit svar/, 'Gemt'],
	['thrown away', 'Slet svarene', 'er slettet'],
] as const) {
	test(`a draft that arrives after it was ${how} is not there again`, async ({ as }) => {
		const page = await as('parent', { at: '/wellbeing/ladder/answer' });
		await untilItWatches(page);
		const arrive: (() => Promise<unknown>)[] = [];
		// The page gives up on what is on its way; it arrives all the same.
		await page.route(
			(url) => url.search.includes('/keep'),
			async (route) => {
				const request = route.request();
				if (request.postData()!.includes('question=1')) return route.continue();
				arrive.push(() =>
					page.request.post(request.url(), { headers: request.headers(), data: request.postData()! }),
				);
				await route.abort();
			},
		);
		await page.getByRole('button', { name: '7', exact: true }).click();
		await expect(page.getByText('Spørgsmål 2 af 2')).toBeVisible();
		await page.getByRole('button', { name: '8', exact: true }).click();
		await expect.poll(() => arrive.length).toBe(1);
		await page.getByRole('button', { name: button }).click();
		await expect(page.getByRole('status')).toContainText(said);
		await arrive[0]!();
		await page.goto('/wellbeing');
		await expect(page.getByText('svar er gemt')).toHaveCount(0);
	});
}

test('an answer that is overtaken by a newer one of another opening of the page changes nothing', async ({
	as,
}) => {
	const page = await as('stranger-parent', { at: '/wellbeing/ladder/answer' });
	await untilItWatches(page);
	let arrive = () => {};
	const isSlow = new Promise<void>((go) => (arrive = go));
	await page.route(
		(url) => url.search.includes('/keep'),
		async (route) => {
			await isSlow;
			await route.continue();
		},
	);
	const first = page.waitForResponse((said) => said.request().postData()?.includes('answer=9') ?? false);
	await page.getByRole('button', { name: '9', exact: true }).click();
	await expect(page.getByText('Spørgsmål 2 af 2')).toBeVisible();
	const other = await page.context().newPage();
	await other.goto('/wellbeing/ladder/answer');
	await untilItWatches(other);
	const second = other.waitForResponse((said) => said.request().postData()?.includes('answer=2') ?? false);
	await other.getByRole('button', { name: '2', exact: true }).click();
	await second;
	arrive();
	await first;
	await other.goto('/wellbeing/ladder/answer?step=1');
	await expect(other.getByRole('button', { name: '2', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('answers that are slow on their way are kept where they were given, whatever is open by then', async ({
	as,
}) => {
	const page = await as('young-person', { at: '/wellbeing/who5/answer' });
	let goOn = () => {};
	const isSlow = new Promise<void>((go) => (goOn = go));
	await page.route(
		(url) => url.search.includes('/keep'),
		async (route) => {
			await isSlow;
			await route.continue();
		},
	);
	for (const answer of ['Lidt af tiden', 'Hele tiden']) {
		const before = await page.getByRole('heading', { level: 1 }).innerText();
		await page.getByRole('button', { name: answer, exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before);
	}
	await page.getByRole('link', { name: 'Tilbage', exact: true }).click();
	await page.getByRole('link', { name: 'Tilbage', exact: true }).click();
	await page.getByRole('link', { name: 'Stop for nu' }).click();
	await page.locator('a[href^="/wellbeing/ladder/answer"]').first().click();
	await expect(page.getByText('Spørgsmål 1 af 2')).toBeVisible();
	const kept = page.waitForResponse((answer) => answer.request().postData()?.includes('question=2') ?? false);
	goOn();
	expect(new URL((await kept).url()).pathname).toBe('/wellbeing/who5/answer');
	await page.goto('/wellbeing');
	await expect(page.getByText('2 af 5 svar er gemt')).toBeVisible();
	await expect(page.getByText('svar er gemt')).toHaveCount(1);
	await page.getByRole('button', { name: 'Slet dem' }).click();
	await expect(page.getByText('svar er gemt')).toHaveCount(0);
});

test('answers that do not come through stand there when one comes back, and go by themselves', async ({
	as,
}) => {
	const page = await as('other-parent', { at: '/wellbeing/ladder/answer' });
	await untilItWatches(page);
	const isKept = page.getByText('Undervejs husker vi dine svar');
	await expect(isKept).toBeVisible();
	await page.route(
		(url) => url.search.includes('/keep'),
		(route) => route.abort(),
	);
	await page.getByRole('button', { name: '7', exact: true }).click();
	await expect(page.getByText('Spørgsmål 2 af 2')).toBeVisible();
	await expect(isKept).toBeHidden();
	await page.getByRole('link', { name: 'Planen' }).first().click();
	await expect(page).toHaveURL(/\/plan$/);
	await page.goBack();
	await expect(page.getByText('Spørgsmål 2 af 2')).toBeVisible();
	await page.getByRole('link', { name: 'Tilbage', exact: true }).click();
	await expect(page.getByRole('button', { name: '7', exact: true })).toHaveAttribute('aria-pressed', 'true');
	await expect(isKept).toBeHidden();

	await page.getByRole('link', { name: 'Planen' }).first().click();
	await expect(page).toHaveURL(/\/plan$/);
	const kept = page.waitForResponse((said) => said.request().postData()?.includes('answer=7') ?? false);
	await page.unrouteAll();
	await kept;
	await page.goto('/wellbeing');
	await expect(page.getByText('1 af 2 svar er gemt')).toBeVisible();
});
