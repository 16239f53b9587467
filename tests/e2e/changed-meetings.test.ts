/** Moving and cancelling a meeting: by a parent or the coordinator, and told to everybody who saw it. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { holm, june, meeting as ofHolm } from './pages';

const id = (tail: string) => `00000000-0000-7000-8020-0000000000${tail}`;
const aboutNoah = id('a2');
const atStaff = (meeting: string) => `/families/${holm}/meetings/${meeting}`;

const receipt = (page: Page, words: string) =>
	expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
const who = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('a parent moves a meeting without JavaScript, and everybody else is asked again', async ({ as }) => {
	const page = await as('parent', { javaScript: false, at: `/meetings/${ofHolm}` });
	await expect(who(page, 'Jonas Lund')).toContainText('Kommer');
	await page.getByRole('link', { name: 'Flyt mødet' }).click();
	await expect(page.getByRole('main')).toContainText('Deres gamle svar gælder ikke mere.');
	await expect(page.getByLabel('Fra kl.')).toHaveValue('14:30');
	await expect(page.getByLabel('Hvor?', { exact: true })).toHaveValue(/Nørreby Skole/);

	await page.getByLabel('Hvilken dag?').fill('2020-06-05');
	await page.getByLabel('Til kl.').fill('13:00');
	await page.getByRole('button', { name: 'Ja, flyt mødet' }).click();
	await expect(page.getByLabel('Hvilken dag?')).toHaveAccessibleDescription(/Den dag er gået/);
	await expect(page.getByLabel('Til kl.')).toHaveAccessibleDescription(/slutter, før det begynder/);
	await page.getByLabel('Hvilken dag?').fill(june.date);
	await page.getByLabel('Til kl.').fill('15:30');
	await page.getByRole('button', { name: 'Ja, flyt mødet' }).click();
	await expect(page).toHaveURL(`/meetings/${ofHolm}`);
	await receipt(page, 'De andre bliver spurgt igen.');
	await expect(page.getByText(june.words)).toBeVisible();
	await expect(page.getByRole('main')).toContainText(/Det skulle have været .* kl\. 14\.30/);
	await expect(page.getByText('Du har svaret, at du kommer.')).toBeVisible();
	await expect(who(page, 'Jonas Lund')).toContainText('Har ikke svaret');

	const teacher = await as('teacher', { at: `/families/${holm}` });
	// Another meeting is the next one now, and this one folded away among the later.
	const card = teacher.getByRole('article', { includeHidden: true }).filter({ hasText: 'Nørreby Skole' });
	await expect(card).toContainText('Ny tid');
	await teacher.goto(atStaff(ofHolm));
	await expect(teacher.getByRole('main')).toContainText('Ny tid: ');
	await teacher.getByRole('button', { name: 'Jeg kommer' }).click();
	await expect(teacher.getByText('Du har svaret, at du kommer.')).toBeVisible();
});

test('the coordinator changes only the place, and answers stand; then cancels, and thinks again', async ({
	as,
}) => {
	const page = await as('coordinator');
	const noah = atStaff(aboutNoah);
	await page.goto(noah);
	await page.getByRole('link', { name: 'Flyt mødet' }).click();
	await page.getByLabel('Hvor?', { exact: true }).fill('Biblioteket, 1. sal');
	await page.getByRole('button', { name: 'Ja, flyt mødet' }).click();
	await receipt(page, 'Mødet er nu et andet sted');
	await expect(page).toHaveURL(noah);
	await expect(page.getByText('Biblioteket, 1. sal')).toBeVisible();
	await expect(who(page, 'Noahs mor')).toContainText('Kommer');
	await expect(page.getByText('Ny tid: ')).toHaveCount(0);

	const father = await as('other-parent');
	const teacher = await as('teacher');
	const seen = [
		[father, '/meetings'],
		[teacher, `/families/${holm}`],
	] as const;
	const cancelled = async (isSo: boolean) => {
		for (const [visitor, path] of seen) {
			await visitor.goto(path);
			const card = visitor
				.getByRole('article', { includeHidden: true })
				.filter({ hasText: 'begge hans hjem' });
			await expect(card).toHaveCount(1);
			await expect(card.getByText('Aflyst')).toHaveCount(isSo ? 1 : 0);
		}
	};
	const cancel = async () => {
		await page.goto(noah);
		await page.getByText('Aflys mødet', { exact: true }).click();
		await page.getByRole('button', { name: 'Ja, aflys mødet' }).click();
		await expect(page.getByText('I behøver ikke at komme.')).toBeVisible();
	};
	const asked = await as('other-parent', { at: `/meetings/${aboutNoah}` });
	await expect(asked.getByRole('button', { name: 'Jeg kommer', exact: true })).toBeVisible();
	await cancel();
	// Answered on a page that was drawn before: how it stands now is said and shown.
	await asked.getByRole('button', { name: 'Jeg kommer', exact: true }).click();
	await expect(asked.getByText('I behøver ikke at komme.')).toBeVisible();
	await expect(asked.getByRole('button', { name: 'Jeg kommer', exact: true })).toHaveCount(0);
	await expect(asked.getByText('så du behøver ikke at svare')).toBeVisible();
	await cancelled(true);
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await receipt(page, 'bliver holdt alligevel');
	await cancelled(false);

	await cancel();
	await page.goto(noah);
	await page.getByRole('button', { name: 'Hold mødet alligevel' }).click();
	await receipt(page, 'bliver holdt alligevel');
	await cancelled(false);
	await expect(who(page, 'Noahs mor')).toContainText('Kommer');
});

test('what somebody else changed since the form was opened comes into it, and what was written stays', async ({
	as,
}) => {
	const move = `/meetings/${id('a4')}/move`;
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
	const page = await as('young-person', { at: `/meetings/${ofHolm}` });
	const words = page.getByLabel('Hvad vil du gerne tale om?');
	await words.fill('Min cykel');
	const answering = await page.context().newPage();
	await answering.goto(`/meetings/${ofHolm}`);
	await expect(answering.getByRole('button', { name: 'Jeg kommer' })).toBeVisible();

	const coordinator = await as('coordinator', { at: atStaff(ofHolm) });
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
	await receipt(coordinator, 'bliver holdt alligevel');
});
