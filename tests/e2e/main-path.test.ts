/** The whole path, once through every room: what a new user can do in an afternoon. */
import type { Page } from '@playwright/test';
import { expect, test, type As, type Persona } from './fixtures';
import { holm } from './pages';

const jonas = '/team/coordinator/00000000-0000-7000-8001-0000000000e2';
const mette = '/team/coordinator/00000000-0000-7000-8001-0000000000e1';
const shareWithMette = '/sharing/00000000-0000-7000-8001-0000000000e1';
const wish = 'Vi vil spise aftensmad sammen uden telefoner';
const who5 = ['Det meste af tiden', 'Lidt af tiden', 'Lidt af tiden', 'På intet tidspunkt', 'Lidt af tiden'];

test.use({ asPeopleStartIt: true });

async function setGoal(page: Page) {
	await page.goto('/plan');
	await page.getByLabel('Hvad vil I gerne have skal ske?').fill(wish);
	await page.getByRole('button', { name: 'Læg i planen' }).click();
	for (const step of ['Telefonerne ligger i kurven', 'Emil laver mad om torsdagen']) {
		await page.getByLabel('Et skridt på vejen').fill(step);
		await page.getByRole('button', { name: 'Tilføj skridtet' }).click();
		await expect(page.getByRole('link', { name: step })).toBeVisible();
	}
}

async function answerQuestion(page: Page, answer: 'yes' | 'no', words: string) {
	await page.goto('/families');
	await page.getByRole('link', { name: 'Svar familien' }).click();
	const label = answer === 'yes' ? 'Et par ord til familien' : 'Dine ord til familien';
	await page.getByLabel(label).fill(words);
	await page.getByRole('button', { name: answer === 'yes' ? 'Sig ja' : 'Sig nej' }).click();
	await expect(page.getByRole('status')).toContainText(/amilien har fået dit svar/);
}

test('from a goal to a meeting, an offer and a read that the family sees', async ({ as }) => {
	const parent = await as('parent');
	await setGoal(parent);

	await parent.goto(jonas);
	await parent.getByLabel('Mette stopper nu').check();
	await parent.getByRole('button', { name: 'Spørg Jonas' }).click();
	await expect(parent.getByRole('status')).toContainText('I har spurgt');
	const teacher = await as('teacher');
	await answerQuestion(teacher, 'no', 'Tak, fordi I spurgte. Jeg har ikke tid nok lige nu.');

	await parent.goto('/team');
	await expect(parent.getByRole('main')).toContainText('Jonas kunne ikke sige ja');
	await expect(parent.getByRole('main')).toContainText('Jeg har ikke tid nok lige nu.');
	await parent.goto(mette);
	await parent.getByRole('button', { name: 'Spørg Mette' }).click();
	await expect(parent.getByRole('status')).toContainText('I har spurgt');
	const coordinator = await as('coordinator');
	await answerQuestion(coordinator, 'yes', 'Det vil jeg gerne.');

	await parent.goto('/wellbeing/who5/answer');
	for (const answer of who5) await parent.getByRole('button', { name: answer, exact: true }).click();
	await parent.getByRole('button', { name: /Gem mit svar/ }).click();
	await expect(parent.getByRole('main')).toContainText('28 af 100');
	await expect(parent.getByRole('main')).toContainText('Livslinien');

	await parent.goto(`${shareWithMette}/preview?topic=who5`);
	await expect(parent.getByRole('main')).toContainText('28 af 100');
	await parent.getByLabel('Tre måneder').check();
	await parent.getByRole('button', { name: 'Del med Mette' }).click();
	await expect(parent.getByRole('status')).toContainText('Det er delt');

	await coordinator.goto(`/families/${holm}`);
	await coordinator.getByRole('button', { name: 'Læs svarene' }).click();
	await expect(coordinator.getByRole('main')).toContainText('28 af 100');

	await coordinator.goto(`/families/${holm}/meetings/new`);
	await coordinator.getByLabel('Hvad skal mødet handle om?').fill('Aftensmaden og telefonerne');
	const soon = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
	await coordinator.getByLabel('Hvilken dag?').fill(soon);
	await coordinator.getByLabel('Fra kl.').fill('16:00');
	await coordinator.getByLabel('Til kl.').fill('17:00');
	await coordinator.getByLabel('Hvor?', { exact: true }).fill('Hjemme hos jer');
	await coordinator.getByRole('button', { name: 'Foreslå mødet' }).click();
	await expect(coordinator.getByRole('status')).toContainText('Mødet er foreslået');

	await coordinator.goto(`/families/${holm}/offers?words=mad+sammen`);
	await coordinator.getByRole('main').getByRole('article').first().getByRole('link').first().click();
	await coordinator.getByLabel('Hvilket mål kan det hjælpe med?').selectOption({ label: wish });
	await coordinator.getByLabel('Hvorfor foreslår du det?').fill('Her laver familier mad sammen.');
	await coordinator.getByRole('button', { name: 'Foreslå det' }).click();
	await expect(
		coordinator.getByRole('status').filter({ hasText: 'Familien kan se dit forslag nu' }),
	).toBeVisible();

	await parent.goto('/meetings');
	await expect(parent.getByRole('main')).toContainText('Aftensmaden og telefonerne');
	// Asked without anybody having to think of it.
	await parent.goto('/home');
	await parent.getByRole('button', { name: 'Jeg kommer', exact: true }).click();
	await expect(parent.getByRole('main')).toContainText('Du har svaret, at du kommer');
	await parent.goto('/offers');
	await expect(parent.getByRole('main')).toContainText('Her laver familier mad sammen.');
	await expect(parent.getByRole('main')).toContainText(wish);
	await parent.goto('/sharing/log');
	await expect(parent.getByRole('main')).toContainText(
		/Mette Krogh, sundhedsplejerske, .* som jeres koordinator/i,
	);
	await expect(parent.getByRole('main')).toContainText('Din trivsel');

	await othersSeeOnlyTheirs(as, parent);
	await stopSharing(parent, coordinator);
});

/** The team sees plan and meeting, not the answers; the other home only the child's; strangers nothing. */
async function othersSeeOnlyTheirs(as: (persona: Persona, options?: As) => Promise<Page>, parent: Page) {
	for (const persona of ['teacher', 'job-adviser'] as const) {
		const page = await as(persona, { at: `/families/${holm}` });
		await expect(page.getByRole('main')).toContainText(wish);
		await expect(page.getByRole('main')).toContainText('Aftensmaden og telefonerne');
		await expect(page.getByRole('button', { name: 'Læs svarene' })).toHaveCount(0);
		await page.goto(`/families/${holm}/answers`);
		await expect(page.locator('body')).not.toContainText('28 af 100');
	}
	// As it is said to whoever may see it, so that it is looked for in the right words.
	expect(await answerOf(parent, '/plan')).toContain(wish);
	expect(await answerOf(parent, '/meetings')).toContain('Aftensmaden og telefonerne');
	expect(await answerOf(parent, '/wellbeing/who5')).toContain('28 af 100');
	const other = await as('other-parent');
	for (const path of ['/plan', '/meetings', '/offers', '/sharing/log', '/home']) {
		const answer = await answerOf(other, path);
		for (const words of [wish, 'Aftensmaden og telefonerne', '28 af 100'])
			expect(answer).not.toContain(words);
	}
	const goal = await goalPage(parent);
	for (const persona of ['stranger-parent', 'stranger-coordinator'] as const) {
		const page = await as(persona);
		for (const path of [goal, `/families/${holm}`, '/plan', '/families', '/home']) {
			expect(await answerOf(page, path)).not.toContain(wish);
		}
	}
	const nobody = await parent.context().browser()!.newContext();
	const answer = await nobody.request.get(new URL(goal, parent.url()).href, { maxRedirects: 0 });
	expect(answer.status()).toBe(303);
	expect(answer.headers().location).toMatch(/^\/sign-in/);
	await nobody.close();
}

/** A page as the server draws it, with everything that comes with it. */
const answerOf = async (page: Page, path: string) => (await page.request.get(path)).text();

/** In two taps, and then it is read no more. */
async function stopSharing(parent: Page, coordinator: Page) {
	await parent.goto(shareWithMette);
	const shared = parent.getByRole('switch', { name: 'Din trivsel' });
	await shared.click();
	await parent.getByRole('button', { name: 'Ja, stop med at dele' }).click();
	await expect(parent.getByRole('status')).toContainText(
		'Det deler du ikke mere. Det andet, du deler her, kan stadig læses.',
	);
	await expect(shared).toHaveAttribute('aria-checked', 'false');
	await coordinator.goto(`/families/${holm}`);
	await coordinator.getByRole('button', { name: 'Læs svarene' }).click();
	await expect(coordinator.getByRole('main')).toContainText('du har læst dette');
	await expect(coordinator.getByRole('main')).not.toContainText('28 af 100');
}

async function goalPage(parent: Page) {
	await parent.goto('/plan');
	await parent.getByRole('link', { name: wish }).click();
	await expect(parent.getByRole('heading', { level: 1 })).toHaveText(wish);
	return new URL(parent.url()).pathname;
}

test('on a slow network a press and a tap show at once that something is on its way', async ({ as }) => {
	const page = await as('parent', { at: '/plan' });
	const waits: (() => void)[] = [];
	// Held until it has been looked at.
	await page.route(
		(url) => url.searchParams.has('/add') || url.pathname === '/meetings/__data.json',
		async (route) => {
			await new Promise<void>((go) => waits.push(go));
			await route.continue();
		},
	);
	const add = page.getByRole('button', { name: 'Læg i planen' });
	const form = page.locator('form').filter({ has: add });
	await page.getByLabel('Hvad vil I gerne have skal ske?').fill('Vi vil spise sammen om søndagen');
	await add.click();
	await expect(form).toHaveAttribute('data-busy');
	await expect(add).toHaveCSS('pointer-events', 'none');
	waits.shift()!();
	await expect(page.getByRole('status')).toContainText('planen');
	await expect(page.locator('form[data-busy]')).toHaveCount(0);

	const isOnTheWay = () => page.evaluate(() => document.documentElement.hasAttribute('data-busy'));
	expect(await isOnTheWay()).toBe(false);
	await page.getByRole('link', { name: 'Møder', exact: true }).click();
	await expect.poll(isOnTheWay).toBe(true);
	await expect.poll(() => waits.length).toBe(1);
	waits.shift()!();
	await expect(page).toHaveURL(/meetings$/);
	await expect.poll(isOnTheWay).toBe(false);
});

test('somebody is invited, let in, and comes by the link in their own language', async ({
	as,
	newContext,
}) => {
	const name = 'Moster Rana';
	const coordinator = await as('coordinator', { at: `/families/${holm}/invite` });
	await coordinator.getByLabel('Hvad hedder den, du inviterer?').fill(name);
	await coordinator.getByLabel('Anden voksen i familien').check();
	await coordinator.getByRole('button', { name: 'Lav invitationen' }).click();
	const paper = await coordinator.getByText(/https?:\/\/\S+\/invitation\//).innerText();
	const link = /https?:\/\/\S+/.exec(paper)![0];

	const mother = await as('parent', { at: '/team' });
	const card = mother.getByRole('article').filter({ hasText: name });
	await card.getByRole('button', { name: 'Ja, det er rigtigt' }).click();
	await expect(mother.getByRole('status')).toContainText('I har sagt ja');

	const guest = await (await newContext()).newPage();
	await guest.goto(link);
	await guest.getByRole('button', { name: 'العربية' }).click();
	await expect(guest.locator('html')).toHaveAttribute('dir', 'rtl');
	await guest.getByRole('button', { name: 'Dansk' }).click();
	await guest.getByLabel('Det er min egen').check();
	await guest.getByRole('button', { name: 'Ja, jeg vil gerne være med' }).click();
	await expect(guest).toHaveURL(/\/home$/);
	await expect(guest.getByRole('status')).toContainText('Du er med nu');
});

test('a finger on a link that only scrolls has looked at nothing', async ({ as }) => {
	const page = await as('coordinator', { at: '/families' });
	const asked: string[] = [];
	page.on('request', (request) => {
		const { pathname } = new URL(request.url());
		if (pathname.endsWith('__data.json')) asked.push(pathname);
	});
	const family = page.getByRole('main').getByRole('link', { name: 'Familien Holm' });
	await family.dispatchEvent('touchstart');
	await family.dispatchEvent('mousedown');
	await page.getByRole('navigation').getByRole('link', { name: 'Mere' }).click();
	await expect(page).toHaveURL('/more');
	expect(asked).toEqual(['/more/__data.json']);
});
