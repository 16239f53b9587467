import { expect, type Page } from '@playwright/test';

/** What the page says after something went through. */
export const receipt = (page: Page, words: string) =>
	expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

/** Fills in the page on which a parent calls a meeting, all but the last press. */
export async function propose(
	page: Page,
	purpose: string,
	times: { date: string; start: string; end: string },
) {
	await page.goto('/meetings/new');
	await page.getByLabel('Hvad skal mødet handle om?').fill(purpose);
	await page.getByLabel('Hvilken dag?').fill(times.date);
	await page.getByLabel('Fra kl.').fill(times.start);
	await page.getByLabel('Til kl.').fill(times.end);
	await page.getByLabel('Hvor?', { exact: true }).fill('Hjemme hos os');
	await page.getByRole('checkbox', { name: /Jonas Lund/ }).check();
	await page.getByText('Skriv, hvorfor de kommer').click();
	await page.getByLabel('Hvorfor kommer Jonas Lund?').fill('Kender lektierne');
}
