import { expect, test } from './fixtures';

const person = (tail: string) => `00000000-0000-7000-8001-0000000000${tail}`;
const [mette, jonas] = [person('e1'), person('e2')];

test('a parent looks first, shares, and stops in two taps', async ({ as }) => {
	const page = await as('parent', { at: '/sharing' });
	await page.getByRole('link', { name: 'Jonas Lund' }).click();
	await page.getByRole('switch', { name: 'Dine egne skalaer' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Del med Jonas?');
	await expect(page.getByRole('heading', { name: 'Min ryg' })).toBeVisible();
	await page.getByLabel('Én måned').check();
	await page.getByRole('button', { name: 'Del med Jonas' }).click();
	await expect(page.getByRole('status')).toContainText('Det er delt');
	const shared = page.getByRole('switch', { name: 'Dine egne skalaer' });
	await expect(shared).toHaveAttribute('aria-checked', 'true');
	await page.goto('/wellbeing/scales');
	await expect(page.getByText('Jonas Lund kan også se det')).toBeVisible();

	await page.goto(`/sharing/${jonas}`);
	await shared.click();
	await expect(page.getByText('Jonas har ikke læst noget af det endnu')).toBeVisible();
	await page.getByRole('button', { name: 'Ja, stop med at dele' }).click();
	await expect(page.getByRole('status')).toContainText('Du deler ikke mere');
	await expect(shared).toHaveAttribute('aria-checked', 'false');
});

test('before one stops, the page says what it does not erase', async ({ as }) => {
	const page = await as('parent', { at: `/sharing/${mette}` });
	await page.getByRole('switch', { name: 'Livets stige' }).click();
	await expect(page.getByText('Mette har allerede læst 4 svar. Det kan vi ikke lave om på.')).toBeVisible();
	await page.getByRole('link', { name: 'Nej, fortsæt med at dele' }).click();
	await expect(page.getByRole('switch', { name: 'Livets stige' })).toHaveAttribute('aria-checked', 'true');
});

test('another day takes the place of the first, also a shorter one', async ({ as }) => {
	const page = await as('parent', { at: `/sharing/${jonas}/preview?topic=who5` });
	const until = page.getByText(/^til og med den \d+\. \S+ \d{4}$/);
	const share = async (period: string) => {
		await page.getByLabel(period).check();
		await page.getByRole('button', { name: 'Del med Jonas' }).click();
		await expect(page.getByRole('status')).toContainText('Det er delt');
		return until.innerText();
	};
	const longer = await share('Et halvt år');
	await page.getByRole('link', { name: 'Vælg en anden dato' }).click();
	expect(await share('Én måned')).not.toBe(longer);
	await expect(page.getByText(longer)).toHaveCount(0);
	await page.getByRole('switch', { name: 'Din trivsel' }).click();
	await page.getByRole('button', { name: 'Ja, stop med at dele' }).click();
	await expect(page.getByRole('switch', { name: 'Din trivsel' })).toHaveAttribute('aria-checked', 'false');
});
