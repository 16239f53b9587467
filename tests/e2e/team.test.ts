import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const chosen = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('a parent asks another and takes it back', async ({ as }) => {
	const page = await as('parent', { at: '/team' });
	await expect(page.getByRole('heading', { name: 'Mette Krogh' })).toBeVisible();
	await page.getByRole('link', { name: 'Vælg en anden' }).click();
	await expect(chosen(page, 'Jonas Lund')).toContainText('Lærer');
	await expect(chosen(page, 'Jonas Lund')).toContainText(
		'Jeg kan hjælpe med det, der har med skolen at gøre',
	);
	await page.getByRole('link', { name: 'Vælg Jonas' }).click();
	await expect(page.getByText('Jonas kan se spørgsmålet og sige ja eller nej.')).toBeVisible();
	await expect(page.getByLabel('Mette fortsætter, indtil Jonas har sagt ja')).toBeChecked();
	await page.getByRole('button', { name: 'Spørg Jonas' }).click();

	await expect(page.getByText('I har spurgt. Svaret kommer til at stå her.')).toBeVisible();
	await expect(page.getByText('Mette fortsætter, indtil Jonas har sagt ja.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Vælg en anden' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Træk spørgsmålet tilbage' }).click();
	await expect(page.getByText('Spørgsmålet er trukket tilbage.')).toBeVisible();
	await expect(page.getByText('I har spurgt Jonas')).toHaveCount(0);
});

test('two parents press at the same moment: the second is told, and nothing is asked twice', async ({
	as,
}) => {
	const first = await as('parent');
	const second = await as('parent');
	await first.goto('/team/coordinator');
	await first.getByRole('link', { name: 'Vælg Jonas' }).click();
	await second.goto('/team/coordinator');
	await second.getByRole('link', { name: 'Vælg Pia' }).click();

	await first.getByRole('button', { name: 'Spørg Jonas' }).click();
	await expect(first.getByText('I har spurgt Jonas')).toBeVisible();
	await second.getByRole('button', { name: 'Spørg Pia' }).click();
	await expect(second.getByRole('alert')).toContainText('Der er lige spurgt en anden');
	await expect(second.getByText('I har spurgt Jonas')).toBeVisible();

	await first.getByRole('button', { name: 'Træk spørgsmålet tilbage' }).click();
	await expect(first.getByText('I har spurgt Jonas')).toHaveCount(0);
	// Taken back by the one, the button of the other says so.
	await second.getByRole('button', { name: 'Træk spørgsmålet tilbage' }).click();
	await expect(second.getByRole('alert')).toContainText('trukket tilbage');
});

// Last: Mette is no longer coordinator afterwards.
test('the present coordinator can be asked to go on, or stop at once', async ({ as }) => {
	const page = await as('parent', { at: '/team/coordinator' });
	await page.getByRole('link', { name: 'Spørg Mette igen' }).click();
	await page.getByRole('button', { name: 'Spørg Mette' }).click();
	await expect(page.getByText('I har spurgt Mette igen')).toBeVisible();
	await page.getByRole('button', { name: 'Træk spørgsmålet tilbage' }).click();
	await page.getByRole('link', { name: 'Vælg en anden' }).click();

	await page.getByRole('link', { name: 'Vælg Jonas' }).click();
	await page.getByLabel('Mette stopper nu').check();
	await page.getByRole('button', { name: 'Spørg Jonas' }).click();
	await expect(page.getByText('I har spurgt Jonas')).toBeVisible();
	await expect(page.getByText('I har ingen koordinator lige nu')).toBeVisible();
});

test('the family says no to a professional, and nobody puts them back until it is taken back', async ({
	as,
}) => {
	const lead = await as('project-lead');
	const holm = '00000000-0000-7000-8002-00000000000a';
	const hanne = { label: 'Hanne Juul (Familiekonsulent)' };
	const open = (page: typeof lead) => page.goto(`/office/families/${holm}`);
	const put = async (page = lead) => {
		await page.getByLabel('Hvem?').selectOption(hanne);
		await page.getByRole('button', { name: 'Sæt i teamet' }).click();
	};
	// Another device, with the page from before the family said anything.
	const old = await as('project-lead');
	await open(old);
	await open(lead);
	await put();
	await expect(lead.getByRole('article').filter({ hasText: 'Hanne Juul' })).toBeVisible();

	const mother = await as('parent', { javaScript: false, at: '/team' });
	const arrived = mother
		.getByRole('region', { name: 'Nyt hos Familien Holm' })
		.getByRole('article')
		.filter({ hasText: 'Hanne Juul' });
	await expect(arrived).toContainText('stod for det');
	await arrived.locator('summary').click();
	await arrived.getByRole('button', { name: 'Nej tak til Hanne Juul' }).click();
	await expect(mother.getByRole('status')).toContainText('kommer ikke med igen, uden at I siger ja');
	await expect(arrived).toHaveCount(0);

	await put(old);
	await expect(old.getByLabel('Hvem?')).toHaveAccessibleDescription(/Familien har sagt nej tak/);
	await open(lead);
	await expect(lead.getByLabel('Hvem?')).not.toContainText('Hanne Juul');
	await expect(lead.getByRole('region', { name: 'Teamet' }).getByRole('listitem')).toContainText(
		'Hanne Juul',
	);

	await mother.getByText('Dem, I har sagt nej tak til').click();
	await mother.getByRole('button', { name: 'Vi vil gerne alligevel' }).click();
	await expect(mother.getByRole('status')).toContainText('kan komme i jeres team igen');
	await open(lead);
	await put();
	await expect(lead.getByRole('article').filter({ hasText: 'Hanne Juul' })).toBeVisible();
});
