import { expect, test } from './fixtures';

test('a family is enrolled, its team put together, its mother invited', async ({ as, newContext }) => {
	const family = 'Familien Nord';
	const page = await as('project-lead');
	await page.getByRole('link', { name: 'Tilmeld en familie' }).click();
	await page.getByRole('button', { name: 'Tilmeld familien' }).click();
	await expect(page.getByLabel('Hvad skal familien hedde her?')).toHaveAccessibleDescription(
		/Skriv, hvad familien skal hedde/,
	);
	await page.getByLabel('Hvad skal familien hedde her?').fill(family);
	const visited = page.getByLabel('Hvornår blev familien visiteret?');
	await visited.evaluate((field: HTMLInputElement) => {
		field.max = '';
		field.value = '2199-01-01';
	});
	await page.getByRole('button', { name: 'Tilmeld familien' }).click();
	await expect(visited).toHaveAccessibleDescription(/Datoen er ikke kommet endnu/);
	await expect(page.getByLabel('Hvad skal familien hedde her?')).toHaveValue(family);
	await visited.fill('2026-01-05');
	await page.getByLabel('Stabiliserende').check();
	await page.getByRole('button', { name: 'Tilmeld familien' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(family);
	await expect(page.getByRole('main')).toContainText('siden den 5. januar 2026');

	await page.getByLabel('Hvem?').selectOption({ label: 'Hanne Juul (Familiekonsulent)' });
	await page.getByRole('button', { name: 'Sæt i teamet' }).click();
	const hanne = page.getByRole('article').filter({ hasText: 'Hanne Juul' });
	await expect(hanne).toBeVisible();
	await page.getByLabel('Hvem?').selectOption({ label: 'Jonas Lund (Lærer)' });
	await page.getByRole('button', { name: 'Sæt i teamet' }).click();
	await expect(page.getByRole('article').filter({ hasText: 'Jonas Lund' })).toBeVisible();
	await hanne.locator('summary').click();
	await hanne.getByRole('button', { name: 'Ja, tag Hanne Juul ud' }).click();
	await expect(page.getByRole('status')).toContainText('ser ikke noget om familien mere');
	await expect(hanne).toHaveCount(0);

	await page.getByRole('link', { name: 'Inviter et medlem af familien' }).click();
	await expect(page.getByLabel('Hvilken familie?')).toHaveValue(/.+/);
	await page.getByLabel('Hvad hedder den, du inviterer?').fill('Mor Nanna');
	await page.getByLabel('Mor, far eller anden forælder').check();
	await page.getByRole('button', { name: 'Lav invitationen' }).click();
	const link = /https?:\/\/\S+/.exec(await page.getByText(/\/invitation\/[A-Z2-9]{4}-/).innerText())![0];

	const mother = await (await newContext()).newPage();
	await mother.goto(link);
	await mother.getByRole('button', { name: 'Ja, jeg vil gerne være med' }).click();
	await expect(mother).toHaveURL(/\/home$/);
	// On a laptop too it begins where one begins to read.
	await expect(mother.locator('.columns > .main')).toContainText('Velkommen. Det her er jeres.');
	await mother.goto('/plan');
	await expect(mother.getByRole('main')).toContainText(family);
});

test('who is coordinator is taken out after a word about it; the family then has none and chooses again', async ({
	as,
}) => {
	const page = await as('project-lead');
	await page.getByRole('link', { name: 'Familien Holm' }).click();
	const mette = page
		.getByRole('region', { name: 'Teamet' })
		.getByRole('article')
		.filter({ hasText: 'Mette Krogh' });
	await mette.locator('summary').click();
	await expect(mette).toContainText('Bagefter har familien ingen koordinator, før den har valgt igen');
	await mette.getByRole('button', { name: 'Ja, tag Mette Krogh ud' }).click();
	await expect(mette).toHaveCount(0);
	await page.goto('/office');
	await expect(page.getByRole('article').filter({ hasText: 'Familien Holm' })).toContainText(
		'Ingen koordinator lige nu',
	);

	const parent = await as('parent', { at: '/team' });
	await expect(parent.getByRole('main')).toContainText('I har ingen koordinator lige nu');
	await expect(parent.getByRole('link', { name: 'Vælg jeres koordinator' })).toBeVisible();
});

test('a professional is invited and sees no family yet', async ({ as, newContext }) => {
	const lead = await as('project-lead', { at: '/office/invitations/professional' });
	await lead.getByLabel('Hvad hedder den, du inviterer?').fill('Bo Friis');
	await lead.getByLabel('Hvad arbejder personen som?').fill('Pædagog');
	await lead.getByLabel('Hvor skal personen arbejde?').selectOption('Egelund Kommune');
	await lead.getByRole('button', { name: 'Lav invitationen' }).click();
	const link = /https?:\/\/\S+/.exec(await lead.getByText(/\/invitation\/[A-Z2-9]{4}-/).innerText())![0];

	const page = await (await newContext()).newPage();
	await page.goto(link);
	await expect(page.getByRole('main')).toContainText('arbejde med familier i Egelund Kommune');
	await page.getByRole('button', { name: 'Ja, jeg vil gerne være med' }).click();
	await expect(page).toHaveURL(/\/families$/);
	await expect(page.getByRole('main')).not.toContainText('Familien Holm');
});

test('the catalogue is kept fresh', async ({ as }) => {
	const title = 'Kor for alle stemmer';
	const page = await as('project-lead', { at: '/office/offers' });
	// What needs checking stands first, and is gone from there when it is checked.
	const stale = page.getByRole('article').first();
	await expect(stale).toContainText('Gåture med hunde');
	await expect(stale).toContainText('Skjult for familierne');
	await stale.getByRole('button', { name: 'Jeg har tjekket det i dag' }).click();
	await expect(page.getByRole('status')).toContainText('tjekket i dag');
	await expect(page.getByText('Skjult for familierne')).toHaveCount(0);

	await page.getByRole('link', { name: 'Tilføj et tilbud' }).click();
	await page.getByLabel('Hvad hedder det?').fill(title);
	await page.getByLabel('Fra hvilken alder?').fill('12');
	await page.getByLabel('Til og med hvilken alder?').fill('6');
	await page.getByLabel('Fritid', { exact: true }).check();
	await page.getByRole('button', { name: 'Gem tilbuddet' }).click();
	await expect(page.getByLabel('Hvor er det?')).toHaveAccessibleDescription(/Skriv, hvor det er/);
	await expect(page.getByLabel('Hvad hedder det?')).toHaveValue(title);
	await expect(page.getByLabel('Fritid', { exact: true })).toBeChecked();

	await page.getByLabel('Hvad er det?', { exact: true }).fill('Vi mødes hver uge. Alle kan være med.');
	await page.getByLabel('Hvem står bag?').fill('Naboerne');
	await page.getByLabel('Frivillige').check();
	await page.getByLabel('Til og med hvilken alder?').fill('99');
	await page.getByLabel('Hvor er det?').fill('Havnsø');
	await page.getByLabel('Hvordan får man fat i dem?').fill('Ring på 00 00 00 40');
	await page.getByRole('button', { name: 'Gem tilbuddet' }).click();
	await expect(page.getByRole('status')).toContainText('Familierne kan finde det nu');

	const parent = await as('parent');
	await parent.goto(`/offers?words=${encodeURIComponent(title.split(' ')[0]!)}`);
	await parent.getByRole('link', { name: title }).click();
	await expect(parent.getByRole('link', { name: '00 00 00 40' })).toHaveAttribute('href', 'tel:00000040');
	await expect(parent.getByText('Fra 12 år')).toBeVisible();

	const card = page.getByRole('article').filter({ hasText: title });
	await card.locator('summary').click();
	await card.getByRole('button', { name: 'Ja, tag det af listen' }).click();
	await expect(page.getByRole('status')).toContainText('Familierne kan ikke finde det mere');
	await parent.reload();
	await expect(parent.getByText('Den side findes ikke')).toBeVisible();
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(page.getByRole('status')).toContainText('Sat på listen igen');
	await parent.reload();
	await expect(parent.getByRole('heading', { level: 1 })).toHaveText(title);
});
