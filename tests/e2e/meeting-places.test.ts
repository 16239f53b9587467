import { expect, test } from './fixtures';
import { propose, receipt } from './calling';
import { holm, june } from './pages';

/** At the family's own address. */
const visit = '00000000-0000-7000-8020-0000000000a4';

test('a meeting in a home: the other home sees when, and nowhere where', async ({ as }) => {
	const atHome = `/meetings/${visit}`;
	const teacher = await as('teacher', { at: `/families/${holm}/meetings/${visit}` });
	await expect(teacher.getByText('Lærkestien 8')).toBeVisible();

	const page = await as('other-parent', { at: atHome });
	await expect(page.getByText('kl. 16.00 til 16.45')).toBeVisible();
	await expect(
		page.getByText('Stedet står ikke her. Skal du med, så spørg den, der har inviteret.'),
	).toBeVisible();
	for (const address of ['/home', '/meetings', atHome, `${atHome}/__data.json`, `${atHome}/calendar.ics`]) {
		const answer = await page.request.get(address);
		expect(answer.ok(), address).toBe(true);
		expect(await answer.text(), address).not.toMatch(/Lærkestien|Hjemme hos/);
	}
});

test('a parent says that it is at home, and later that it is not', async ({ as }) => {
	const page = await as('parent');
	const atHome = page.getByRole('checkbox', { name: 'Det er hjemme hos os' });
	const purpose = 'Noahs lektier';
	await propose(page, purpose, { date: june.date, start: '16:00', end: '15:00' });
	await page.getByLabel('Hvem handler det om?').selectOption({ label: 'Noah' });
	await page.getByLabel('Hvor?', { exact: true }).fill('Lærkestien 8');
	await atHome.check();
	await page.getByRole('button', { name: 'Foreslå mødet' }).click();
	await expect(page.getByLabel('Til kl.')).toHaveAccessibleDescription(/slutter, før det begynder/);
	await expect(atHome).toBeChecked();
	await page.getByLabel('Til kl.').fill('17:00');
	await page.getByRole('button', { name: 'Foreslå mødet' }).click();
	await receipt(page, 'Mødet er foreslået');

	const father = await as('other-parent');
	const seen = father.getByRole('article').filter({ hasText: purpose });
	await father.goto('/meetings');
	await expect(seen).toContainText('Stedet står ikke her');
	await page.getByRole('link', { name: 'Flyt mødet' }).click();
	await expect(atHome).toBeChecked();
	await atHome.uncheck();
	await page.getByLabel('Hvor?', { exact: true }).fill('Biblioteket');
	await page.getByRole('button', { name: 'Ja, flyt mødet' }).click();
	await receipt(page, 'Mødet er nu et andet sted');
	await father.goto('/meetings');
	await expect(seen).toContainText('Biblioteket');
});
