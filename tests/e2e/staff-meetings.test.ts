/** A meeting's page from the seats of the professionals around the family. */
import { expect, test } from './fixtures';
import { holm, meeting } from './pages';

const family = `/families/${holm}`;
const page = `${family}/meetings/${meeting}`;
const question = 'Hvad vil du gerne tale om?';

for (const javaScript of [true, false]) {
	const how = `${javaScript ? 'with' : 'without'} JavaScript`;

	test(`who is asked reads the invitation, answers and brings a point that stands after the family's, ${how}`, async ({
		as,
	}) => {
		const teacher = await as('teacher', { javaScript });
		const main = teacher.getByRole('main');
		await teacher.goto(family);
		await teacher.getByRole('link', { name: 'Netværksmøde' }).first().click();
		await expect(teacher).toHaveURL(page);
		await expect(main).toContainText('kl. 14.30 til 15.45');
		await expect(main).toContainText('Nørreby Skole');
		await expect(teacher.getByRole('listitem').filter({ hasText: 'Jonas Lund' })).toContainText(
			'Kender Noahs dage i skolen',
		);
		await expect(teacher.getByText('Aflys mødet')).toHaveCount(0);

		await teacher.getByRole('button', { name: 'Jeg kan ikke komme' }).click();
		await expect(main).toContainText('Du har svaret, at du ikke kan komme.');
		await teacher.getByRole('button', { name: 'Jeg kommer' }).click();
		await expect(main).toContainText('Du har svaret, at du kommer.');

		await teacher.getByRole('button', { name: 'Tilføj punktet' }).click();
		await expect(teacher.getByLabel(question)).toHaveAccessibleDescription(
			/Skriv, hvad du gerne vil tale om/,
		);
		const wording = `Det går godt i matematik (${how})`;
		await teacher.getByLabel(question).fill(wording);
		await teacher.getByRole('button', { name: 'Tilføj punktet' }).click();
		await expect(teacher.getByRole('listitem').filter({ hasText: wording })).toContainText('Fra dig');
		await expect(main).toContainText(
			new RegExp(`Familiens punkter.*De andres punkter.*${RegExp.escape(wording)}`, 's'),
		);

		const parent = await as('parent', { at: `/meetings/${meeting}` });
		await expect(parent.getByRole('listitem').filter({ hasText: wording })).toContainText('Fra Jonas Lund');
	});
}

test('a meeting is proposed without JavaScript, and the family has it', async ({ as }) => {
	const page = await as('coordinator', { javaScript: false, at: `/families/${holm}` });
	await page.getByRole('link', { name: 'Foreslå et møde' }).click();
	const purpose = page.getByLabel('Hvad skal mødet handle om?');
	await purpose.fill('Vi taler om sommerferien');
	await page.getByRole('button', { name: 'Foreslå mødet' }).click();
	await expect(purpose).toHaveValue('Vi taler om sommerferien');
	await expect(page.getByRole('alert')).toBeVisible();

	const inAYear = new Date(Date.now() + 360 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
	await page.getByLabel('Hvilken dag?').fill(inAYear);
	await page.getByLabel('Fra kl.').fill('14:00');
	await page.getByLabel('Til kl.').fill('15:00');
	await page.getByLabel('Hvor?').fill('Biblioteket');
	await page.getByRole('checkbox', { name: /Amira Holm/ }).check();
	await page.getByRole('button', { name: 'Foreslå mødet' }).click();
	await expect(page).toHaveURL(new RegExp(`/families/${holm}/meetings/`));
	await expect(page.getByRole('main')).toContainText('Vi taler om sommerferien');
});

test('a professional who is asked says whether they come, without JavaScript', async ({ as }) => {
	const page = await as('job-adviser', { javaScript: false, at: `/families/${holm}` });
	await page.getByRole('button', { name: 'Jeg kommer' }).first().click();
	await expect(
		page.getByRole('status').filter({ hasText: 'Gemt. De andre kan se, at du kommer.' }),
	).toBeVisible();
	await expect(page.getByRole('article').filter({ hasText: 'Netværksmøde' })).toContainText('Du kommer');
});
