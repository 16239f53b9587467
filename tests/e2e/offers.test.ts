import { v7 as newId } from 'uuid';
import { expect, test } from './fixtures';
import { people } from '../people.ts';

const football1 = '00000000-0000-7000-8030-000000000001';
const swimming = '00000000-0000-7000-8030-000000000002';
const holm = '00000000-0000-7000-8002-00000000000a';
const noah = '00000000-0000-7000-8001-0000000000a3';
const football = 'Fodbold for drenge og piger';

test('a parent finds an offer and ties it to a goal', async ({ as }) => {
	const title = 'Gældsrådgivning';
	const page = await as('parent', { at: '/offers' });
	await page.getByLabel('Hvad leder du efter?').fill('gaeld');
	await page.getByRole('button', { name: 'Søg' }).click();
	// The address holds the search, so it can be kept and sent.
	await expect(page).toHaveURL(/\/offers\?words=/);
	await expect(page.getByRole('article').first()).toContainText(title);
	await page.getByRole('link', { name: title }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

	await page.getByRole('button', { name: 'Det vil vi gerne' }).click();
	await expect(page.getByRole('status')).toContainText('kan teamet se');
	await page.getByLabel('Hvilket mål kan det hjælpe med?').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Gem målet' }).click();
	await expect(page.getByText('Det er til jeres mål:')).toBeVisible();

	await page.getByRole('button', { name: 'Vi har meldt os til' }).click();
	await expect(page.getByRole('status')).toContainText('I har meldt jer til');
	await page.locator('summary', { hasText: 'Ret, hvor langt I er kommet' }).click();
	await page.getByLabel('Vi er færdige').check();
	await page.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(page.getByRole('status')).toContainText('I er færdige');
});

test('a suggestion stands first with its reason; a child may only wish for it', async ({ as }) => {
	const child = await as('child', { at: '/offers' });
	const suggestion = child.getByRole('article').first();
	await expect(suggestion).toContainText('Mette Krogh foreslår det her');
	await expect(suggestion).toContainText('Noah fortalte, at træneren kendte hans navn');
	await expect(suggestion).toContainText('Jeg vil spille fodbold på et rigtigt hold');
	await expect(suggestion.getByRole('button', { name: 'Ikke noget for os' })).toHaveCount(0);
	await suggestion.getByRole('button', { name: 'Det vil jeg gerne' }).click();
	await expect(child.getByRole('status')).toContainText('Godt');

	const parent = await as('parent', { at: '/offers' });
	const going = parent.getByRole('article').filter({ hasText: football }).first();
	await expect(going).toContainText('Det vil vi gerne');
	await going.getByRole('link', { name: football }).click();
	const form = { family: holm, offer: football1, about: noah, state: 'interested' };
	await parent.getByRole('button', { name: 'Ikke noget for os' }).click();
	await expect(parent.getByRole('status')).toContainText('helt i orden');

	// What a parent has answered, the child does not set back, whatever the page offers.
	await child.goto(`/offers/${football1}`);
	const answered = child.getByRole('article').filter({ hasText: 'De voksne i familien kan ændre det.' });
	await expect(answered).toBeVisible();
	await expect(answered.getByRole('button')).toHaveCount(0);
	const answer = await child.request.post(`/offers/${football1}?/answer`, {
		form: { _person: people.child, id: '01990000-0000-7000-8000-00000000000f', ...form },
		headers: { origin: new URL(child.url()).origin, accept: 'text/html' },
	});
	expect(answer.status()).toBe(409);
});

test('two siblings are at one club, and each speaks for themselves', async ({ as }) => {
	const parent = await as('parent', { at: `/offers/${swimming}` });
	await parent.getByLabel('Hvem er det til?').selectOption('Noah');
	await parent.getByRole('button', { name: 'Det vil vi gerne' }).click();
	await expect(parent.getByText('Til Noah')).toBeVisible();
	await parent.locator('summary', { hasText: 'Er det også til en anden?' }).click();
	await parent.getByLabel('Hvem er det til?').selectOption('Emil');
	await parent.getByRole('button', { name: 'Det vil vi gerne' }).last().click();
	await expect(parent.getByText('Til Emil')).toBeVisible();

	// The young person can say what is for the young person, not what is for the little brother or all of them.
	const youngPerson = await as('young-person');
	const answer = async (about: string) =>
		(
			await youngPerson.request.post(`/offers/${swimming}?/answer`, {
				form: {
					_person: people['young-person'],
					id: newId(),
					family: holm,
					offer: swimming,
					about,
					state: 'started',
				},
				headers: { origin: new URL(parent.url()).origin, accept: 'text/html' },
				maxRedirects: 0,
			})
		).status();
	expect(await answer(noah)).toBe(409);
	expect(await answer('')).toBe(409);
});
