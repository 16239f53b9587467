/** A colleague gets one more job and ends it; what that means is said before, and stays true afterwards. */
import { expect, test } from './fixtures';

const phone = { width: 360, height: 740 };

test('a workplace, one more job, a team by it, and its end', async ({ as }) => {
	const place = 'Cykelværkstedet';
	const page = await as('project-lead', { viewport: phone });
	const main = page.getByRole('main');
	await page.getByRole('link', { name: 'Kolleger' }).click();
	await page.getByRole('link', { name: 'Arbejdssteder' }).click();
	await page.getByLabel('Hvad hedder stedet?').fill(' egelund SKOLE');
	await page.getByRole('button', { name: 'Tilføj stedet' }).click();
	await expect(main).toContainText('Vælg, hvilken slags sted det er');
	await expect(page.getByLabel('Hvad hedder stedet?')).toHaveValue(' egelund SKOLE');
	await page.getByLabel('Forening').check();
	await page.getByRole('button', { name: 'Tilføj stedet' }).click();
	await expect(page.getByLabel('Hvad hedder stedet?')).toHaveAccessibleDescription(
		/Det sted står her allerede/,
	);
	await page.getByLabel('Hvad hedder stedet?').fill(place);
	await page.getByRole('button', { name: 'Tilføj stedet' }).click();
	await expect(page.getByRole('status')).toContainText('Nu kan nogen arbejde der');
	await expect(page.getByRole('article').filter({ hasText: place })).toContainText('Forening');

	await page.getByRole('link', { name: 'Kolleger' }).click();
	await page.getByRole('link', { name: 'Jonas Lund' }).click();
	await page.getByLabel('Hvor?').selectOption(place);
	await page.getByRole('button', { name: 'Tilføj jobbet' }).click();
	await expect(page.getByLabel('Hvor?')).toHaveValue(/.+/);
	await page.getByLabel('Som hvad?').fill('Mentor');
	await page.getByRole('button', { name: 'Tilføj jobbet' }).click();
	await expect(page.getByRole('status')).toContainText('i det nye job');
	await expect(page.getByRole('article').filter({ hasText: place })).toContainText('Mentor');

	await page.goto('/office');
	await page.getByRole('link', { name: 'Familien Møller' }).click();
	await page.getByLabel('Hvem?').selectOption({ label: `Jonas Lund (Mentor, ${place})` });
	await page.getByRole('button', { name: 'Sæt i teamet' }).click();
	await expect(page.getByRole('article').filter({ hasText: 'Jonas Lund' })).toContainText('Mentor');

	await page.goto('/office/colleagues');
	await page.getByRole('link', { name: 'Jonas Lund' }).click();
	await page
		.getByRole('article')
		.filter({ hasText: place })
		.getByRole('link', { name: 'Lad jobbet slutte' })
		.click();
	await expect(main).toContainText('Skal Jonas Lund stoppe som mentor?');
	const teams = page.getByRole('region', { name: 'Så forlader Jonas Lund teamet hos' });
	await expect(teams).toContainText('Familien Møller');
	await expect(teams).not.toContainText('Familien Holm');
	await expect(main).toContainText('De gamle teams og delinger kommer ikke med tilbage');
	await expect(main, 'who shares what is not for the lead').not.toContainText('Livets stige');
	await page.getByRole('button', { name: 'Ja, Jonas Lund stopper' }).click();
	await expect(page.getByRole('status')).toContainText('Jobbet er slut');
	await expect(page.getByRole('article')).toHaveCount(1);
	await expect(page.getByRole('article')).toContainText('Lærer');

	const mother = await as('stranger-parent', { viewport: phone, at: '/team/log' });
	const left = mother
		.getByRole('listitem')
		.filter({ hasText: 'Jonas Lund er ikke med i teamet mere' })
		.first();
	await expect(left).toContainText(`Mentor, ${place}`);
	await expect(left).toContainText('Thomas Bech stod for det');
});

test('a professional stops: told what ends, and is outside afterwards; the family keeps who it was', async ({
	as,
}) => {
	const page = await as('coordinator', { viewport: phone, at: '/families/profile' });
	const main = page.getByRole('main');
	await page.getByLabel('Hvad arbejder du som?').fill('Psykolog');
	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByRole('status')).toContainText('Familierne ser det nu');
	await page.getByRole('link', { name: 'Jeg stopper i det job' }).click();
	await expect(main).toContainText('Vil du stoppe som psykolog?');
	await expect(page.getByRole('region', { name: 'Så forlader du teamet hos' })).toContainText(
		'Familien Holm',
	);
	await expect(page.getByRole('region', { name: 'Så er det her ikke delt med dig mere' })).toContainText(
		'Amira Holm: Livets stige',
	);
	await page.getByRole('button', { name: 'Ja, jeg stopper' }).click();
	await expect(page).toHaveURL(/\/me$/);
	await expect(page.getByRole('status')).toContainText('Du er stoppet i det job');
	await page.goto('/families');
	await expect(page).toHaveURL(/\/me\?work=over$/);
	await expect(main).toContainText('Du er stoppet som psykolog');

	const parent = await as('parent', { viewport: phone, at: '/team/log' });
	const line = (words: string) => parent.getByRole('listitem').filter({ hasText: words });
	await expect(line('Mette Krogh kom med i teamet')).toContainText('Sundhedsplejerske, Egelund Kommune');
	await expect(line('Mette Krogh er nu psykolog')).toContainText('Egelund Kommune');
	await expect(line('Mette Krogh er ikke med i teamet mere')).toContainText('Psykolog, Egelund Kommune');
	await parent.goto('/sharing/log');
	await expect(parent.getByRole('article').first()).toContainText('Mette Krogh, sundhedsplejerske');
	await parent.goto('/sharing');
	await expect(parent.getByRole('main')).not.toContainText('Mette');
	await parent.goto('/team');
	await parent.getByText('Hvem har været koordinator?').click();
	await expect(parent.getByRole('main')).toContainText('Sundhedsplejerske, Egelund Kommune');
});

test('nobody else ends a job, and the only lead leads on', async ({ as }) => {
	const lead = await as('project-lead', { at: '/office/colleagues' });
	await lead.getByRole('link', { name: 'Thomas Bech' }).click();
	await expect(lead.getByLabel('Hvor?')).toHaveCount(0);
	await lead.getByRole('link', { name: 'Lad jobbet slutte' }).click();
	await expect(lead.getByRole('main')).toContainText('Ingen andre leder projektet');
	await expect(lead.getByRole('button', { name: 'Ja, ' })).toHaveCount(0);
	const teacher = await as('teacher');
	for (const path of ['/office/colleagues', '/office/places']) {
		expect((await teacher.goto(path))?.status()).toBe(403);
	}
	const hanne = '00000000-0000-7000-8007-0000000000e7';
	expect((await teacher.goto(`/families/profile/${hanne}`))?.status()).toBe(404);
});
