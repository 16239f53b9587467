/** What is chosen on a page drawn from a copy stays there, whatever the network does. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { untilKept } from './phone';

const questions = '/wellbeing/who5/answer';

/** Opens WHO-5 once more, from a copy, and chooses an answer to the first questions. */
async function choose(page: Page, ...answers: number[]) {
	await untilKept(page, [questions]);
	await page.clock.install();
	await page.context().setOffline(true);
	await page.goto(questions);
	for (const [index, answer] of answers.entries()) {
		await expect(page.getByText(`Spørgsmål ${index + 1} af 5`)).toBeVisible();
		await page.locator(`button.choice[value="${answer}"]`).click();
	}
}
/** The network is there again, and the time passes in which a page looks for it. */
async function back(page: Page): Promise<string[]> {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.context().setOffline(false);
	await page.clock.runFor(20_000);
	return asked.filter((address) => address.includes('answer/__data.json'));
}

test('three answers of five are there when the network is back, and when a fresh page is asked for', async ({
	as,
}) => {
	const page = await as('parent', { ownDevice: true, at: questions });
	await choose(page, 1, 2, 3);
	await expect(page.getByText('Spørgsmål 4 af 5')).toBeVisible();
	expect(await back(page)).toEqual([]);
	await page.getByRole('button', { name: 'Prøv igen' }).click();
	await expect(page.getByRole('button', { name: 'Prøv igen' })).toHaveCount(0);
	await expect(page.getByText('Spørgsmål 4 af 5')).toBeVisible();
	await page.locator('button.choice[value="4"]').click();
	await page.locator('button.choice[value="5"]').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Er det rigtigt?');
	await page.getByRole('button', { name: /^Gem mit svar/ }).click();
	// 1 + 2 + 3 + 4 + 5, times 4.
	await expect(page.getByText('Dit seneste svar: 60 af 100')).toBeVisible();
});

test('what is seen together and sent stays, and so does what was said of it', async ({ as }) => {
	const page = await as('young-person', { ownDevice: true, at: questions });
	await choose(page, 1, 1, 1, 1, 1);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Er det rigtigt?');
	await page.getByRole('button', { name: /^Gem mit svar/ }).click();
	await expect(page.getByText('Gemt på din telefon')).toBeVisible();
	await expect(page.getByRole('link', { name: /^Ret svaret/ })).toHaveCount(0);
	expect(await back(page)).toEqual([]);
	await expect(page.getByText('Sendt. Det, du gjorde uden net, er kommet frem.')).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Er det rigtigt?');
	// Back to what is sent: nothing is asked to be saved once more.
	await page.goto('/wellbeing/who5');
	await page.goBack();
	await expect(page.getByText('Spørgsmål 1 af 5')).toBeVisible();
});
