import { expect, test } from './fixtures';
import { untilItWatches } from './offline/phone';

const send = 'Gem mit svar. Kun jeg kan se det.';

test('a parent answers WHO-5 and takes it back', async ({ as }) => {
	const page = await as('parent', { at: '/wellbeing/who5/answer' });
	for (const [step, answer] of ['Det meste af tiden', 'Hele tiden', 'Lidt af tiden'].entries()) {
		await expect(page.getByText(`Spørgsmål ${step + 1} af 5`)).toBeVisible();
		await page.getByRole('button', { name: answer, exact: true }).click();
	}
	// Back to the third, another answer, and on.
	await page.getByRole('link', { name: 'Tilbage', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Lidt af tiden', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true',
	);
	for (const answer of ['Det meste af tiden', 'Det meste af tiden', 'Det meste af tiden']) {
		const before = await page.getByRole('heading', { level: 1 }).innerText();
		await page.getByRole('button', { name: answer, exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before);
	}
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Er det rigtigt?');
	await page.getByRole('button', { name: send }).click();
	await expect(page.getByRole('status')).toContainText('Gemt. Kun du kan se det.');
	// 4 + 5 + 4 + 4 + 4, times 4; much better than the 32 she began with.
	await expect(page.getByText('Dit seneste svar: 84 af 100')).toBeVisible();
	await expect(page.getByText(/^Du har det bedre end første gang /)).toBeVisible();
	await expect(page.getByRole('img', { name: /Kurve med 9 svar/ })).toBeVisible();

	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(page.getByRole('status')).toContainText('Svaret er slettet');
	await page.goto('/wellbeing/who5');
	await expect(page.getByText('Dit seneste svar: 52 af 100')).toBeVisible();
});

test('read through a translator, each question is there once, and WHO-5 stays in its own words', async ({
	as,
}) => {
	const page = await as('young-person', { at: '/wellbeing/ladder/answer' });
	await untilItWatches(page);
	/** What a browser's translator does: an element of its own in the place of every text it may translate. */
	const translate = () =>
		page.evaluate(() => {
			const main = document.querySelector('main')!;
			const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
			const found: Text[] = [];
			while (texts.nextNode()) found.push(texts.currentNode as Text);
			for (const text of found) {
				if (!text.data.trim() || text.parentElement!.closest('[translate="no"]')) continue;
				const font = document.createElement('font');
				font.textContent = `(${text.data.trim()})`;
				text.replaceWith(font);
			}
		});
	await expect(page.getByText('Spørgsmål 1 af 2')).toBeVisible();
	const heading = page.getByRole('heading', { level: 1 });
	await translate();
	await expect(heading).toHaveText(/^\(/);
	const first = (await heading.innerText()).slice(1, -1);
	await page.locator('button.choice[value="7"]').click();
	await expect(page.getByText('Spørgsmål 2 af 2')).toBeVisible();
	await expect(heading).not.toContainText(first);
	await expect(heading).toBeFocused();

	await page.goto('/wellbeing/who5/answer');
	await expect(page.getByText('Spørgsmål 1 af 5')).toBeVisible();
	await translate();
	await expect(page.getByText('(Spørgsmål 1 af 5)')).toBeVisible();
	await expect(heading).not.toContainText('(');
	await expect(page.locator('button.choice', { hasText: '(' })).toHaveCount(0);
});

test('the ladder may leave out the five years, and its question can be answered by keyboard', async ({
	as,
}) => {
	const page = await as('parent', { at: '/wellbeing/ladder/answer' });
	await untilItWatches(page);
	await page.getByRole('button', { name: '6', exact: true }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await page.getByRole('button', { name: 'Spring over' }).click();
	await expect(page.getByText('Ikke svaret')).toBeVisible();
	// She shares the ladder with Mette, so the page does not promise that nobody else sees it.
	await expect(page.getByText(/Mette Krogh kan også se det/)).toBeVisible();
	await page.getByRole('button', { name: 'Gem mit svar', exact: true }).click();
	await expect(page.getByRole('status')).toContainText('Dem, du deler med, kan også se det');
});
