/** A meeting's page from the seats of the professionals around the family. */
import { expect, test } from './fixtures';
import { holm, meeting } from './pages';

const family = `/families/${holm}`;
const page = `${family}/meetings/${meeting}`;
const question = 'Hvad vil du gerne tale om?';

test("who is asked reads the invitation, answers and brings a point that stands after the family's", async ({
	as,
}) => {
	const teacher = await as('teacher');
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
	await expect(teacher.getByLabel(question)).toHaveAccessibleDescription(/Skriv, hvad du gerne vil tale om/);
	const wording = 'Det går godt i matematik';
	await teacher.getByLabel(question).fill(wording);
	await teacher.getByRole('button', { name: 'Tilføj punktet' }).click();
	await expect(teacher.getByRole('listitem').filter({ hasText: wording })).toContainText('Fra dig');
	await expect(main).toContainText(
		new RegExp(`Familiens punkter.*De andres punkter.*${RegExp.escape(wording)}`, 's'),
	);

	const parent = await as('parent', { at: `/meetings/${meeting}` });
	await expect(parent.getByRole('listitem').filter({ hasText: wording })).toContainText('Fra Jonas Lund');
});
