/** A plan is agreed: who says so, who says yes too, who reads it, and what is different since. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { holm } from './pages';
import { sideways } from './sideways';

/** A parent writes a goal, so that there is something to agree anew. */
async function writesAGoal(parent: Page, words: string) {
	await parent.goto('/plan');
	await parent.getByLabel('Hvad vil I gerne have skal ske?').fill(words);
	await parent.getByRole('button', { name: 'Læg i planen' }).click();
	await expect(parent.getByRole('heading', { level: 1 })).toHaveText(words);
}

test('a parent agrees the plan, the coordinator reads it, a goal is changed and both see that', async ({
	as,
}) => {
	const parent = await as('parent', { at: '/plan' });
	const words = 'Vi vil spise sammen';
	await writesAGoal(parent, words);
	const goal = parent.url();

	await parent.goto('/plan');
	await parent.getByRole('link', { name: 'Er I enige om planen?' }).click();
	await parent.getByLabel('Jonas Lund').check();
	await parent.getByRole('button', { name: 'Det er vi enige om' }).click();
	await expect(parent.getByRole('status')).toContainText('Det er jeres plan nu');
	await expect(parent.getByRole('main')).toContainText(/Aftalt den .* Jonas Lund var med/);
	await expect(parent.getByRole('main')).toContainText('Planen er, som den blev aftalt.');
	await expect(parent.getByRole('heading', { name: 'Det er anderledes nu' })).toHaveCount(0);

	// Nothing is asked again of what is settled, and the receipt is where one goes on from.
	await expect(parent.locator(':focus')).toContainText('Det er jeres plan nu');
	await parent.goto('/plan');
	await expect(parent.getByRole('link', { name: 'Er I enige om planen?' })).toHaveCount(0);
	await parent.goto('/plan/agree');
	await expect(parent.getByRole('heading', { level: 1 })).toHaveText('I er enige om planen');
	await expect(parent.getByRole('button', { name: 'Det er vi enige om' })).toHaveCount(0);

	const coordinator = await as('coordinator', { at: `/families/${holm}` });
	await expect(coordinator.getByRole('main')).toContainText('Intet er ændret siden');
	await coordinator.getByRole('link', { name: 'Intet er ændret siden' }).click();
	await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Planen, som den blev aftalt');
	await expect(coordinator.getByRole('article').filter({ hasText: words })).toBeVisible();
	await expect(coordinator.getByRole('main').getByRole('button')).toHaveCount(0);

	await parent.goto(`${goal}/edit`);
	await parent.getByLabel('Målet med egne ord').fill(`${words} hver søndag`);
	await parent.getByRole('button', { name: 'Gem' }).click();
	await expect(parent).toHaveURL(goal);
	await parent.goto('/plan');
	await expect(parent.getByRole('main')).toContainText(/Aftalt den .* Jonas Lund var med/);
	await parent.getByRole('link', { name: '1 ting er anderledes nu' }).click();
	await expect(parent.getByRole('heading', { level: 1 })).toHaveText('Planen, som den blev aftalt');
	for (const page of [parent, coordinator]) {
		await page.reload();
		const changed = page.getByRole('region', { name: 'Det er anderledes nu' });
		await expect(changed.getByRole('link', { name: `${words} hver søndag` })).toBeVisible();
		await expect(changed.getByRole('deletion')).toContainText(words);
		// As it was agreed it still says what it said.
		const stood = page.getByRole('region', { name: /^Sådan stod planen/ });
		await expect(stood.getByRole('heading', { name: words, exact: true })).toBeVisible();
	}
});

test('a young person says yes alone, once; the child is not asked', async ({ as }) => {
	const parent = await as('parent', { at: '/plan' });
	await writesAGoal(parent, 'En tur i skoven');
	await parent.goto('/plan/agree');
	await parent.getByLabel('Emil').check();
	await parent.getByRole('button', { name: 'Det er vi enige om' }).click();
	const agreed = parent.getByRole('region', { name: 'Hvem siger ja?' });
	// That he was there is no yes of his.
	await expect(agreed).toContainText('Du');
	await expect(agreed).not.toContainText('Emil');

	const child = await as('child', { at: parent.url() });
	await expect(child.getByRole('heading', { level: 1 })).toHaveText('Planen, som den blev aftalt');
	await expect(child.getByText('Er du også enig?')).toHaveCount(0);

	const young = await as('young-person', { at: '/home' });
	const read = young.getByRole('link', { name: 'Læs planen, og sig ja' });
	await young.getByRole('link', { name: 'Planen er blevet aftalt. Er du også enig?' }).click();
	await expect(young.getByRole('button', { name: 'Ja, jeg er også enig' })).toBeVisible();
	await young.goto('/plan');
	await expect(read).toBeVisible();
	await young.goto('/plan/agree');
	await read.click();
	await young.getByRole('button', { name: 'Ja, jeg er også enig' }).click();
	await expect(young.getByRole('status')).toContainText('De andre kan se, at du også siger ja.');
	await expect(young.getByRole('button', { name: 'Ja, jeg er også enig' })).toHaveCount(0);
	await young.goto('/home');
	await expect(young.getByRole('heading', { level: 1 })).toContainText('Emil');
	await expect(young.getByText('Er du også enig?')).toHaveCount(0);
	await young.goto('/plan/agree');
	await expect(young.getByRole('main')).toContainText('Du har sagt ja den');
	await parent.reload();
	await expect(agreed).toContainText('Emil');
});

test('what was changed meanwhile is read before it is agreed', async ({ as }) => {
	const [parent, young] = [await as('parent', { at: '/plan' }), await as('young-person', { at: '/plan' })];
	await writesAGoal(parent, 'Mere tid sammen');
	await parent.goto('/plan/agree');
	await parent.getByLabel('Jonas Lund').check();
	const words = 'Et kørekort';
	await young.getByLabel('Hvad vil du gerne have skal ske?').fill(words);
	await young.getByRole('button', { name: 'Læg i planen' }).click();
	await expect(young.getByRole('heading', { level: 1 })).toHaveText(words);

	const button = parent.getByRole('button', { name: 'Det er vi enige om' });
	await button.click();
	await expect(parent.getByRole('alert')).toContainText('Planen er blevet ændret, mens du læste den.');
	await expect(parent.getByLabel('Jonas Lund')).toBeChecked();
	await expect(parent.getByRole('article').filter({ hasText: words })).toBeVisible();
	await button.click();
	await expect(parent.getByRole('status')).toContainText('Det er jeres plan nu');
});

test('earlier versions stay, and lead to the newest', async ({ as }) => {
	const parent = await as('parent', { at: '/plan' });
	await writesAGoal(parent, 'En ferie');
	await parent.goto('/plan/agree');
	await parent.getByRole('button', { name: 'Det er vi enige om' }).click();
	await expect(parent.getByRole('status')).toContainText('Det er jeres plan nu');
	const newest = parent.url();
	const all = parent.getByRole('region', { name: 'De dage, planen er aftalt' });
	await all.getByRole('link').last().click();
	await expect(parent.getByRole('main')).toContainText('Planen er aftalt igen siden.');
	await expect(parent.getByRole('main')).toContainText(/Jonas Lund.* var med/);
	await parent.getByRole('link', { name: 'Se den nyeste' }).click();
	await expect(parent).toHaveURL(newest);
});

test('a word without end makes no page wider', async ({ as }) => {
	const parent = await as('parent', { at: '/plan', viewport: { width: 320, height: 640 } });
	await parent.getByLabel('Hvad vil I gerne have skal ske?').fill('å'.repeat(500));
	await parent.getByRole('button', { name: 'Læg i planen' }).click();
	await expect(parent.getByRole('heading', { level: 1 })).toContainText('ååå');
	await parent.goto('/plan/agree');
	await expect(parent.getByRole('main')).toContainText('ååå');
	expect(await sideways(parent)).toBeLessThanOrEqual(0);
	await parent.getByRole('button', { name: 'Det er vi enige om' }).click();
	await expect(parent.getByRole('status')).toContainText('Det er jeres plan nu');
	expect(await sideways(parent)).toBeLessThanOrEqual(0);
	await parent.goto('/plan');
	await parent.getByText('Skift rækkefølgen').click();
	await expect(parent.getByRole('button', { name: 'Flyt op: ååå' })).toBeVisible();
	expect(await sideways(parent)).toBeLessThanOrEqual(0);
});
