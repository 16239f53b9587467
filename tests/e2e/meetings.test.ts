import type { Page } from '@playwright/test';
import { people } from '../people';
import { expect, test } from './fixtures';
import { holm, june, meeting } from './pages';
import { enlarge } from './accessibility/layout';
import { sideways } from './sideways';

const question = 'Hvad vil du gerne tale om?';

const receipt = (page: Page, words: string) =>
	expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

test('neither a word without end nor one about a wrong time makes a page of a meeting wider', async ({
	as,
}) => {
	const page = await as('parent', { at: `/meetings/${meeting}`, viewport: { width: 320, height: 640 } });
	await page.getByLabel(question).fill('å'.repeat(200));
	await page.getByRole('button', { name: 'Tilføj punktet' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'ååå' })).toBeVisible();
	expect(await sideways(page)).toBeLessThanOrEqual(0);

	await page.goto('/meetings/new');
	await page.getByLabel('Hvilken dag?').fill(june.date);
	await page.getByLabel('Fra kl.').fill('16:00');
	await page.getByLabel('Til kl.').fill('15:00');
	await page.getByRole('button', { name: 'Foreslå mødet' }).click();
	const said = page.getByText(/slutter, før det begynder/).last();
	await expect(said).toBeVisible();
	expect(await sideways(page)).toBeLessThanOrEqual(0);
	expect((await said.boundingBox())!.width, 'not in half a column').toBeGreaterThan(160);
});

test('what somebody else changed since the form was opened comes into it, and what was written stays', async ({
	as,
}) => {
	const move = '/meetings/00000000-0000-7000-8020-0000000000a4/move';
	const page = await as('parent', { at: move });
	const other = await as('parent', { at: move, javaScript: false });
	const home = page.getByLabel('Det er hjemme hos os');
	await expect(home).toBeChecked();
	await other.getByLabel('Hvor?', { exact: true }).fill('Biblioteket');
	await other.getByLabel('Det er hjemme hos os').uncheck();
	await other.getByRole('button', { name: 'Ja, flyt mødet' }).click();
	await receipt(other, 'gælder stadig');

	await page.getByLabel('Til kl.').fill('17:05');
	await page.getByRole('button', { name: 'Ja, flyt mødet' }).click();
	await expect(page.getByRole('alert')).toContainText('Det her er blevet ændret, siden du åbnede siden.');
	await expect(page.getByText('Det er nyt:')).toBeVisible();
	await expect(page.getByLabel('Hvor?', { exact: true })).toHaveValue('Biblioteket');
	await expect(page.getByLabel('Til kl.')).toHaveValue('17:05');
	await expect(home).not.toBeChecked();
	await page.getByRole('button', { name: 'Ja, flyt mødet' }).click();
	await receipt(page, 'De andre bliver spurgt igen.');
	await expect(page.getByRole('main')).toContainText('Der er også nyt om stedet.');
	await expect(page.getByText('Biblioteket')).toBeVisible();
});

test('what is written or pressed for a meeting that is cancelled meanwhile is answered with that', async ({
	as,
}) => {
	const page = await as('young-person', { at: `/meetings/${meeting}` });
	const words = page.getByLabel(question);
	await words.fill('Min cykel');
	const answering = await page.context().newPage();
	await answering.goto(`/meetings/${meeting}`);
	await expect(answering.getByRole('button', { name: 'Jeg kommer' })).toBeVisible();

	const coordinator = await as('coordinator', { at: `/families/${holm}/meetings/${meeting}` });
	await coordinator.getByText('Aflys mødet').first().click();
	await coordinator.getByRole('button', { name: 'Ja, aflys mødet' }).click();
	await receipt(coordinator, 'aflyst');

	await page.getByRole('button', { name: 'Tilføj punktet' }).click();
	await expect(page.getByRole('alert')).toContainText('Mødet er aflyst, så der kan ikke tilføjes mere.');
	await expect(words).toHaveValue('Min cykel');
	// The button is gone with the meeting; that it came to nothing is said all the same.
	await answering.getByRole('button', { name: 'Jeg kommer' }).click();
	await expect(answering.getByRole('button', { name: 'Jeg kommer' })).toHaveCount(0);
	await expect(answering.getByText('Mødet er aflyst, så du behøver ikke at svare.')).toBeVisible();
	await coordinator.getByRole('button', { name: 'Hold mødet alligevel' }).click();
	await receipt(coordinator, 'bliver spurgt igen');
});

test('a number to call is no wider than a narrow phone with large text', async ({ as }) => {
	const office = `/office/families/${holm}`;
	const lead = await as('project-lead', { at: office });
	const places = await lead
		.locator('form[action*="?/leave"] input[name="id"]')
		.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
	expect(places.length).toBeGreaterThan(0);
	const headers = { origin: new URL(lead.url()).origin, accept: 'text/html' };
	for (const id of places) {
		const form = { _person: people['project-lead'], id };
		await lead.request.post(`${office}?/leave`, { form, headers });
	}
	const page = await as('parent', { at: `/meetings/${meeting}`, viewport: { width: 320, height: 640 } });
	await expect(page.getByRole('link', { name: 'Ring til Egelund Kommune' })).toBeVisible();
	await enlarge(page, 200);
	expect(await sideways(page)).toBe(0);
});
