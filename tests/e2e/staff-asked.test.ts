import { expect, test } from './fixtures';

const bak = '/families/00000000-0000-7000-8002-00000000000b';
const jonas = '00000000-0000-7000-8001-0000000000e2';

test('asked by a family: no with kind words, without JavaScript; then yes', async ({ as }) => {
	const parent = await as('other-parent');
	const ask = async () => {
		await parent.goto(`/team/coordinator/${jonas}`);
		await parent.getByRole('button', { name: 'Spørg Jonas' }).click();
		await expect(parent.getByRole('main')).toContainText('I har spurgt Jonas');
	};
	const question = { name: 'Familien Bak spørger, om du vil være deres koordinator' };

	await ask();
	const declining = await as('teacher', { javaScript: false, at: '/families' });
	await expect(declining.getByRole('heading', question)).toBeVisible();
	await declining.getByRole('link', { name: 'Svar familien' }).click();
	await expect(declining.getByRole('main')).toContainText('Familien kan altid vælge en anden');
	await declining.getByText('Forslag til, hvad du kan skrive').click();
	await declining.getByRole('link', { name: 'Brug den her tekst' }).first().click();
	const words = declining.getByLabel('Dine ord til familien');
	await expect(words).toHaveValue(/Jeg har ikke tid nok lige nu/);
	await words.fill('Ord '.repeat(300));
	await declining.getByRole('button', { name: 'Sig nej' }).click();
	await expect(words).toHaveValue(/^(Ord ){299}Ord ?$/);
	await expect(words).toHaveAttribute('aria-invalid', 'true');
	await words.fill('Tak, fordi du spurgte. Jeg kan ikke nu.');
	await declining.getByRole('button', { name: 'Sig nej' }).click();
	await expect(
		declining.getByRole('status').filter({ hasText: 'Familien har fået dit svar og dine ord' }),
	).toBeVisible();
	await expect(declining.getByRole('heading', question)).toHaveCount(0);
	await parent.goto('/team');
	await expect(parent.getByRole('main')).toContainText('Tak, fordi du spurgte. Jeg kan ikke nu.');

	await ask();
	const accepting = await as('teacher', { at: '/families' });
	await accepting.getByRole('link', { name: 'Svar familien' }).click();
	await accepting.waitForURL('**/families/questions/*');
	const answered = accepting.url();
	await accepting.getByLabel('Et par ord til familien').fill('Ja. Jeg ringer i morgen.');
	await accepting.getByRole('button', { name: 'Sig ja' }).click();
	await expect(accepting.getByRole('status').filter({ hasText: 'Du er koordinator nu' })).toBeVisible();
	await expect(accepting).toHaveURL(new RegExp(`${bak}$`));
	await expect(accepting.getByRole('link', { name: 'Foreslå et møde' })).toBeVisible();
	await parent.goto('/team');
	await expect(parent.getByRole('main')).toContainText('Ja. Jeg ringer i morgen.');

	const again = await accepting.goto(answered);
	expect(again?.status()).toBe(404);
	await expect(accepting.getByRole('main')).toContainText('Spørgsmålet er ikke åbent længere');
});
