import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { propose, receipt } from './calling';
import { june } from './pages';

// A day of its own, so that neither falls on what the other has called.
const date = june.date.replace(/\d\d$/, '25');

test('who is asked elsewhere at that time is said, and nothing is forbidden', async ({ as }) => {
	const [mother, father] = [await as('parent'), await as('other-parent')];
	const call = async (page: Page, purpose: string, start: string, end: string) => {
		await propose(page, purpose, { date, start, end });
		await page.getByRole('button', { name: 'Foreslå mødet' }).click();
		await receipt(page, 'Mødet er foreslået');
	};
	await call(mother, 'Om morgenen', '08:00', '09:00');
	await expect(mother.getByRole('main')).not.toContainText('Det falder sammen');
	await call(mother, 'Lige bagefter', '09:00', '10:00');
	await expect(mother.getByRole('main')).not.toContainText('Det falder sammen');
	await call(mother, 'Midt i', '08:30', '09:30');
	const notice = mother.getByRole('main');
	await expect(notice).toContainText('Det falder sammen med noget andet');
	await expect(notice).toContainText('Jonas Lund har et andet møde kl. 08.00 til 09.00.');
	await expect(notice).toContainText('Du har et andet møde kl. 09.00 til 10.00.');

	// The father may not know what it is.
	await call(father, 'Hos far', '09:15', '09:20');
	await expect(father.getByRole('main')).toContainText('Jonas Lund er optaget på det tidspunkt.');
	await expect(father.getByRole('main')).not.toContainText('et andet møde');
	await father.getByRole('link', { name: 'Flyt mødet' }).click();
	await father.getByLabel('Fra kl.').fill('11:00');
	await father.getByLabel('Til kl.').fill('12:00');
	await father.getByRole('button', { name: 'Ja, flyt mødet' }).click();
	await expect(father.getByText('kl. 11.00 til 12.00', { exact: true })).toBeVisible();
	await expect(father.getByRole('main')).not.toContainText('er optaget');
});
