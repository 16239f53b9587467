import { expect, test } from './fixtures';

test('a family is offered a place, answers, comes further, ends and takes part again, without JavaScript', async ({
	as,
}) => {
	const page = await as('project-lead', { javaScript: false });
	await page.getByRole('link', { name: 'Familien Bak' }).click();
	const main = page.getByRole('main');
	const open = (fold: string) => page.getByText(fold, { exact: true }).click();
	const receipt = (words: string) => expect(page.getByRole('status')).toContainText(words);
	const told = page.getByRole('list', { name: 'Det, der er sket' });

	await open('Skriv ned, at pladsen er tilbudt');
	const offeredOn = page.getByLabel('Hvornår fik familien tilbudt pladsen?');
	await offeredOn.fill('2020-01-01');
	await page.getByRole('button', { name: 'Gem tilbuddet' }).click();
	await expect(offeredOn).toHaveAccessibleDescription(/før familien blev visiteret/);
	await expect(offeredOn).toHaveValue('2020-01-01');
	const today = (await offeredOn.getAttribute('max'))!;
	await offeredOn.fill(today);
	await page.getByRole('button', { name: 'Gem tilbuddet' }).click();
	await receipt('Tilbuddet er skrevet ned');
	await expect(told).toContainText('Fik tilbudt en plads');

	await open('Skriv ned, hvad familien svarede');
	await page.getByRole('button', { name: 'Gem svaret' }).click();
	await expect(main).toContainText('Vælg, hvad familien svarede.');
	await page.getByLabel('Ja, de vil være med').check();
	await page.getByRole('button', { name: 'Gem svaret' }).click();
	await receipt('Familien er med');
	await expect(page.getByText('Skriv ned, at pladsen er tilbudt')).toHaveCount(0);

	await open('Skriv ned, hvor familien er nu');
	await page.getByLabel('Stabiliserende').check();
	await page.getByRole('button', { name: 'Gem, hvor familien er' }).click();
	await expect(main).toContainText('Der er familien allerede.');
	await page.getByLabel('Normaliserende').check();
	await page.getByRole('button', { name: 'Gem, hvor familien er' }).click();
	await receipt('Familien kan se det');

	const [father, teacher] = [await as('other-parent'), await as('teacher')];
	await father.goto('/more');
	await father.getByRole('link', { name: 'Jeres forløb' }).click();
	await expect(father.getByRole('main')).toContainText(
		'Lige nu handler det om, at hverdagen finder sin form.',
	);
	await expect(father.getByRole('main')).not.toContainText(/stabiliser|normaliser/i);

	await open('Afslut forløbet');
	await expect(main).toContainText('Møder, der ikke er holdt endnu, bliver aflyst.');
	await page.getByRole('button', { name: 'Ja, afslut forløbet' }).click();
	await receipt('Forløbet er slut');
	await expect(main).toContainText('Der er ingen i teamet endnu.');
	await expect(main).toContainText('Familien er ikke med lige nu.');

	const bak = '/families/00000000-0000-7000-8002-00000000000b';
	expect((await teacher.goto(bak))?.status()).toBe(404);
	await father.goto('/plan');
	await expect(father.getByRole('main')).toContainText('I kan læse hele planen');
	await expect(father.getByRole('button', { name: 'Læg i planen' })).toHaveCount(0);
	await father.getByRole('article').first().getByRole('link').first().click();
	await expect(father.getByRole('main')).toContainText('I kan læse hele planen');
	await expect(father.getByRole('button', { name: 'Det er klaret' })).toHaveCount(0);
	await father.goto('/enrolment');
	await expect(father.getByRole('main')).toContainText('Jeres forløb sluttede den');

	await page.getByLabel('Hvornår blev familien visiteret?').fill('2020-01-01');
	await page.getByRole('button', { name: 'Tilmeld familien igen' }).click();
	await expect(page.getByLabel('Hvornår blev familien visiteret?')).toHaveAccessibleDescription(
		/før det sidste forløb sluttede/,
	);
	await page.getByLabel('Hvornår blev familien visiteret?').fill(today);
	await page.getByLabel('Forebyggende').check();
	await page.getByRole('button', { name: 'Tilmeld familien igen' }).click();
	await receipt('Familien er med igen');
	await expect(told).toHaveCount(2);
	await page.goto('/office');
	await expect(page.getByRole('article').filter({ hasText: 'Familien Bak' })).toContainText(
		'Har været med siden',
	);
	await father.goto('/plan');
	await expect(father.getByRole('button', { name: 'Læg i planen' })).toBeVisible();
	expect((await teacher.goto(bak))?.status()).toBe(404);
});
