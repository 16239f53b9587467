import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { propose, receipt } from './calling';
import { june, summerTimeBegins } from './pages';
import { sideways } from './sideways';

const id = (tail: string) => `00000000-0000-7000-8020-0000000000${tail}`;
const ofHolm = `/meetings/${id('a1')}`;
const aboutNoah = `/meetings/${id('a2')}`;
const question = 'Hvad vil du gerne tale om?';

test('an invitation says when, where, who and why, and one answers', async ({ as }) => {
	const page = await as('young-person', { at: '/meetings' });
	await page.getByRole('article').filter({ hasText: 'Nørreby Skole' }).getByRole('link').click();
	await expect(page).toHaveURL(ofHolm);
	await expect(page.getByText('kl. 14.30 til 15.45')).toBeVisible();
	const jonas = page.getByRole('listitem').filter({ hasText: 'Jonas Lund' });
	await expect(jonas).toContainText('Lærer');
	await expect(jonas).toContainText('Kender Noahs dage i skolen');

	// What is half written in another form stays.
	await page.getByLabel(question).fill('Lektier');
	await page.getByRole('button', { name: 'Jeg kommer' }).click();
	await receipt(page, 'at du kommer');
	await expect(page.getByLabel(question)).toHaveValue('Lektier');
	await expect(page.getByText('Du har svaret, at du kommer.')).toBeVisible();
	await page.getByRole('button', { name: 'Jeg kan ikke komme' }).click();
	await expect(page.getByText('Du har svaret, at du ikke kan komme.')).toBeVisible();
});

test('a point is brought, taken back and put back', async ({ as }) => {
	const page = await as('parent');
	const wording = 'Kan vi mødes om eftermiddagen?';
	await page.goto(aboutNoah);
	await page.getByRole('button', { name: 'Tilføj punktet' }).click();
	await expect(page.getByLabel(question)).toHaveAccessibleDescription(/Skriv, hvad du gerne vil tale om/);

	await page.getByLabel(question).fill(wording);
	await page.getByRole('button', { name: 'Tilføj punktet' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: wording })).toContainText('Fra dig');
	await page.getByRole('button', { name: `Fjern mit punkt: ${wording}` }).click();
	await expect(page.getByText(wording)).toHaveCount(0);
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await receipt(page, 'Punktet er tilbage');
	await expect(page.getByText(wording)).toBeVisible();
});

test('a parent calls a meeting, after a word about what was wrong', async ({ as }) => {
	const page = await as('parent');
	const purpose = 'Hvem hjælper med lektier?';
	await propose(page, purpose, { date: june.date, start: '16:00', end: '15:00' });
	await page.getByRole('button', { name: 'Foreslå mødet' }).click();
	await expect(page.getByLabel('Til kl.')).toHaveAccessibleDescription(/slutter, før det begynder/);
	await expect(page.getByLabel('Hvad skal mødet handle om?')).toHaveValue(purpose);
	await expect(page.getByRole('checkbox', { name: /Jonas Lund/ })).toBeChecked();
	await expect(page.getByLabel('Hvorfor kommer Jonas Lund?')).toHaveValue('Kender lektierne');

	await page.getByLabel('Til kl.').fill('17:15');
	await page.getByRole('button', { name: 'Foreslå mødet' }).click();
	await receipt(page, 'Mødet er foreslået');
	await expect(page.getByText('kl. 16.00 til 17.15')).toBeVisible();
	await expect(page.getByText(june.words)).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'Jonas Lund' })).toContainText(
		'Kender lektierne',
	);
	await expect(page.getByText('Du har svaret, at du kommer.')).toBeVisible();

	await page.getByText('Aflys mødet', { exact: true }).click();
	await page.getByRole('button', { name: 'Ja, aflys mødet' }).click();
	await expect(page.getByText('I behøver ikke at komme.')).toBeVisible();
	await expect(page.getByLabel(question)).toHaveCount(0);
	await page.goto('/meetings');
	await expect(page.getByRole('article').filter({ hasText: purpose })).toContainText('Aflyst');
});

test('neither a word without end nor one about a wrong time makes a page of a meeting wider', async ({
	as,
}) => {
	const page = await as('parent', { at: aboutNoah, viewport: { width: 320, height: 640 } });
	await page.getByLabel(question).fill('å'.repeat(200));
	await page.getByRole('button', { name: 'Tilføj punktet' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'ååå' })).toBeVisible();
	expect(await sideways(page)).toBeLessThanOrEqual(0);

	await propose(page, 'Lektier', { date: june.date, start: '16:00', end: '15:00' });
	await page.getByRole('button', { name: 'Foreslå mødet' }).click();
	const said = page.getByText(/slutter, før det begynder/).last();
	await expect(said).toBeVisible();
	expect(await sideways(page)).toBeLessThanOrEqual(0);
	expect((await said.boundingBox())!.width, 'not in half a column').toBeGreaterThan(160);
});

test('clock times are Danish, also when the clocks have changed in between', async ({ as }) => {
	const page = await as('parent');
	await propose(page, 'Om natten', { date: summerTimeBegins, start: '02:30', end: '04:00' });
	await page.getByRole('button', { name: 'Foreslå mødet' }).click();
	await expect(page.getByLabel('Fra kl.')).toHaveAccessibleDescription(/bliver stillet frem den nat/);
	await page.getByLabel('Fra kl.').fill('01:30');
	await page.getByRole('button', { name: 'Foreslå mødet' }).click();
	await expect(page.getByText('kl. 01.30 til 04.00')).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Læg i din kalender' }).click();
	const file = await readFile(await (await download).path(), 'utf8');
	const day = summerTimeBegins.replaceAll('-', '');
	expect(file).toContain(`DTSTART:${day}T003000Z`);
	expect(file).toContain(`DTEND:${day}T020000Z`);
});

test('a parent answers together with a child, and not for a young person', async ({ as }) => {
	const page = await as('parent', { at: aboutNoah });
	await page.getByRole('button', { name: 'Noah kommer' }).click();
	await expect(page.getByText('I har svaret, at Noah kommer.')).toBeVisible();
	await page.goto(ofHolm);
	await expect(page.getByRole('listitem').filter({ hasText: 'Emil' })).toBeVisible();
	await expect(page.getByRole('button', { name: /Emil/ })).toHaveCount(0);
});
