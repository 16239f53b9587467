import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const holm = '00000000-0000-7000-8002-00000000000a';

/** The coordinator invites somebody into the family. @returns the link on the paper */
async function invite(page: Page, name: string, role = 'Anden voksen i familien'): Promise<string> {
	await page.goto(`/families/${holm}/invite`);
	await page.getByLabel('Hvad hedder den, du inviterer?').fill(name);
	await page.getByLabel(role).check();
	await page.getByRole('button', { name: 'Lav invitationen' }).click();
	await expect(page.getByRole('heading', { name: `Til ${name}` })).toBeVisible();
	const link = await page.getByText(/https?:\/\/\S+\/invitation\//).innerText();
	return /https?:\/\/\S+/.exec(link)![0];
}

/** The mother says yes on the page with the team. */
async function sayYes(mother: Page, name: string): Promise<void> {
	await mother.goto('/team');
	const card = mother.getByRole('article').filter({ hasText: name });
	await expect(card).toContainText('Venter på jer');
	await card.getByRole('button', { name: 'Ja, det er rigtigt' }).click();
	await expect(mother.getByRole('status')).toContainText('I har sagt ja');
}

test('invited, opened in another language, accepted', async ({ as, newContext }) => {
	const name = 'Moster Rana';
	const coordinator = await as('coordinator');
	const link = await invite(coordinator, name);
	expect(link).toMatch(/\/invitation\/([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/);
	await expect(coordinator.getByRole('img', { name: 'Billede med linket' })).toBeVisible();

	// Nothing opens before the family has said yes, and whose it is is not told.
	const page = await (await newContext()).newPage();
	await page.goto(link);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Familien skal sige ja først');
	await expect(page.getByRole('main')).not.toContainText(name);
	const mother = await as('parent', { at: '/home' });
	await expect(mother.getByRole('link', { name: `Mette Krogh har inviteret ${name}` })).toBeVisible();
	await sayYes(mother, name);

	const opened = await page.goto(link);
	expect(opened?.headers()['referrer-policy']).toBe('strict-origin');
	expect(opened?.headers()['cache-control']).toContain('no-store');
	expect(await page.title()).not.toContain(name);
	await expect(page.getByRole('main')).toContainText('Mette Krogh (Sundhedsplejerske) inviterer dig');
	await expect(page.getByRole('main')).toContainText('Familien Holm i Egelund Kommune');
	await expect(page.getByRole('main')).toContainText('Anden voksen i familien');

	await page.getByRole('button', { name: 'العربية' }).click();
	await expect(page).toHaveURL(link);
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await page.getByRole('button', { name: 'Dansk' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du er inviteret');

	await page.getByLabel('Det er min egen').check();
	await page.getByRole('button', { name: 'Ja, jeg vil gerne være med' }).click();
	await expect(page).toHaveURL(/\/home$/);
	await expect(page.getByRole('status')).toContainText('Du er med nu');
	await page.goto('/plan');
	await expect(page.getByRole('main')).toContainText('Vi vil have nogle rolige morgener');

	// The family is told who came, by whom and with whose yes, until somebody has said what they think.
	await mother.goto('/team');
	const arrived = mother.getByRole('region', { name: 'Nyt hos Familien Holm' });
	const card = arrived.getByRole('article').filter({ hasText: name });
	await expect(card).toContainText('Mette Krogh stod for det. Amira Holm sagde ja.');
	await card.getByRole('button', { name: 'Det er fint' }).click();
	await expect(mother.getByRole('status')).toContainText('Vi viser det ikke for dig igen');
	await expect(card).toHaveCount(0);

	// Once is once.
	const later = await (await newContext()).newPage();
	await later.goto(link);
	await expect(later.getByRole('heading', { level: 1 })).toHaveText('Invitationen er brugt');
	await expect(later.getByRole('main')).not.toContainText(name);
});

test('a code from paper is typed in small letters without dashes', async ({ newContext }) => {
	const page = await (await newContext()).newPage();
	await page.goto('/invitation');
	await page.getByLabel('Din kode').fill('farm');
	await page.getByRole('button', { name: 'Se invitationen' }).click();
	await expect(page.getByLabel('Din kode')).toHaveAccessibleDescription(/16 bogstaver og tal/);
	await page.getByLabel('Din kode').fill('farm here dema 2345');
	await page.getByRole('button', { name: 'Se invitationen' }).click();
	await expect(page.getByRole('main')).toContainText('Hej Farmor Inger');

	await page.goto('/invitation/AAAA-AAAA-AAAA-AAAA');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Den kode kender vi ikke');
});

test('a parent who opens it does not use it up; a citizen from elsewhere joins as who they are', async ({
	as,
	newContext,
}) => {
	const link = await invite(await as('coordinator'), 'Søster Lina');

	const parent = await as('parent');
	await sayYes(parent, 'Søster Lina');
	await parent.goto(link);
	await parent.getByLabel('Jeg er Amira Holm').check();
	await parent.getByRole('button', { name: 'Ja, jeg vil gerne være med' }).click();
	await expect(parent.getByRole('alert')).toContainText('Du er allerede med');

	const stranger = await as('stranger-parent', { at: link });
	await stranger.getByLabel('Jeg er Line Møller').check();
	await stranger.getByRole('button', { name: 'Ja, jeg vil gerne være med' }).click();
	await expect(stranger).toHaveURL(/\/home$/);
	await stranger.goto('/plan');
	await expect(stranger.getByRole('main')).toContainText('Familien Møller');
	await expect(stranger.getByRole('main')).toContainText('Familien Holm');

	const nobody = await (await newContext()).newPage();
	await nobody.goto(link);
	await expect(nobody.getByRole('heading', { level: 1 })).toHaveText('Invitationen er brugt');
});

test('in the demo, who joined in this browser can sign in again, here and nowhere else', async ({
	as,
	newContext,
}) => {
	const link = await invite(await as('coordinator'), 'Kusine Hanan');
	await sayYes(await as('parent'), 'Kusine Hanan');
	const id = await (async () => {
		const page = await as('coordinator', { at: `/families/${holm}/invite` });
		const card = page.getByRole('article').filter({ hasText: 'Kusine Hanan' });
		return card.locator('input[name="id"]').inputValue();
	})();

	const page = await (await newContext({ javaScript: false })).newPage();
	await page.goto(link);
	await page.getByRole('button', { name: 'Ja, jeg vil gerne være med' }).click();
	await expect(page).toHaveURL(/\/home$/);
	await page.goto('/more');
	await page.getByRole('button', { name: 'Log ud' }).click();
	await expect(page).toHaveURL(/\/sign-in$/);
	await page.getByRole('button', { name: 'Kusine Hanan' }).click();
	await expect(page).toHaveURL(/\/home$/);
	await page.goto('/more');
	await expect(page.getByRole('main')).toContainText('Familien Holm');

	// Knowing the invitation is not having accepted it.
	const other = await (await newContext()).newPage();
	await other.goto('/sign-in');
	await expect(other.getByRole('main')).not.toContainText('Kusine Hanan');
	const answer = await other.request.post('/demo/sign-in', {
		form: { invited: id, device: 'shared' },
		headers: { origin: new URL(link).origin },
	});
	expect(answer.url()).toContain('/sign-in?unknown');
});

test('a stopped invitation opens nothing', async ({ as, newContext }) => {
	const coordinator = await as('coordinator');
	const link = await invite(coordinator, 'Nabo Erik');
	await coordinator.goto(`/families/${holm}/invite`);
	// The link is nowhere to be seen again.
	await expect(coordinator.locator('body')).not.toContainText(link.split('/').at(-1)!);
	const card = coordinator.getByRole('article').filter({ hasText: 'Nabo Erik' });
	await card.locator('summary').click();
	await card.getByRole('button', { name: 'Ja, stop den' }).click();
	await expect(coordinator.getByRole('status')).toContainText('Invitationen er stoppet');

	const page = await (await newContext()).newPage();
	await page.goto(link);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invitationen er stoppet');
	const answer = await page.request.post(`${link}?/accept`, {
		form: { who: 'new', device: 'shared' },
		headers: { origin: new URL(link).origin, accept: 'text/html' },
	});
	expect(await answer.text()).toContain('Invitationen er stoppet');
	await page.goto('/home');
	await expect(page).toHaveURL(/sign-in/);
});

test('parents see who is invited into their family and say no, without JavaScript; nobody else of it does', async ({
	as,
	newContext,
}) => {
	const link = await invite(await as('coordinator'), 'Fætter Omar');
	const parent = await as('parent', { javaScript: false, at: '/team' });
	const waiting = parent.getByRole('region', { name: 'Vil være med hos Familien Holm' });
	const invited = parent.getByRole('region', { name: 'Inviteret til Familien Holm' });
	const card = waiting.getByRole('article').filter({ hasText: 'Fætter Omar' });
	await expect(card).toContainText('Inviteret af Mette Krogh');
	await expect(parent.getByRole('main')).not.toContainText(link.split('/').at(-1)!);
	await card.locator('summary').click();
	await card.getByRole('button', { name: 'Nej, Fætter Omar hører ikke til hos os' }).click();
	await expect(parent).toHaveURL(/\/team$/);
	await expect(parent.getByRole('status')).toContainText('I har sagt nej');
	await expect(card).toHaveCount(0);
	await invited.getByText('Brugt, stoppet eller for gamle').click();
	await expect(invited.getByRole('article').filter({ hasText: 'Fætter Omar' })).toContainText('Stoppet');
	const page = await (await newContext()).newPage();
	await page.goto(link);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invitationen er stoppet');

	for (const persona of ['young-person', 'other-parent'] as const) {
		const other = await as(persona, { at: '/team' });
		await expect(other.getByRole('main')).not.toContainText('Fætter Omar');
		await expect(other.getByRole('heading', { name: /Inviteret til|Vil være med/ })).toHaveCount(0);
	}
});

test('only the coordinator the family chose invites into it', async ({ as }) => {
	for (const [persona, status] of [
		['teacher', 403],
		['stranger-coordinator', 404],
		['parent', 403],
	] as const) {
		const page = await as(persona);
		const answer = await page.goto(`/families/${holm}/invite`);
		expect(answer?.status(), persona).toBe(status);
	}
});
