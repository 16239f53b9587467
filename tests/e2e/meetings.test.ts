import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { holm, june, summerTimeBegins } from './pages';

const id = (tail: string) => `00000000-0000-7000-8020-0000000000${tail}`;
const ofHolm = `/meetings/${id('a1')}`;
const aboutNoah = `/meetings/${id('a2')}`;
const heldByHolm = `/meetings/${id('a3')}`;
const question = 'Hvad vil du gerne tale om?';

const receipt = (page: Page, words: string) =>
	expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

async function propose(page: Page, purpose: string, times: { date: string; start: string; end: string }) {
	await page.goto('/meetings/new');
	await page.getByLabel('Hvad skal mødet handle om?').fill(purpose);
	await page.getByLabel('Hvilken dag?').fill(times.date);
	await page.getByLabel('Fra kl.').fill(times.start);
	await page.getByLabel('Til kl.').fill(times.end);
	await page.getByLabel('Hvor?', { exact: true }).fill('Hjemme hos os');
	await page.getByRole('checkbox', { name: /Jonas Lund/ }).check();
	await page.getByText('Skriv, hvorfor de kommer').click();
	await page.getByLabel('Hvorfor kommer Jonas Lund?').fill('Kender lektierne');
}

for (const javaScript of [true, false]) {
	const how = `${javaScript ? 'with' : 'without'} JavaScript`;

	test(`an invitation says when, where, who and why, and one answers, ${how}`, async ({ as }) => {
		const page = await as('young-person', { javaScript });
		await page.goto('/meetings');
		await page.getByRole('article').filter({ hasText: 'Nørreby Skole' }).getByRole('link').click();
		await expect(page).toHaveURL(ofHolm);
		await expect(page.getByText('kl. 14.30 til 15.45')).toBeVisible();
		const jonas = page.getByRole('listitem').filter({ hasText: 'Jonas Lund' });
		await expect(jonas).toContainText('Lærer');
		await expect(jonas).toContainText('Kender Noahs dage i skolen');

		await page.getByRole('button', { name: 'Jeg kommer' }).click();
		await receipt(page, 'at du kommer');
		await expect(page.getByText('Du har svaret, at du kommer.')).toBeVisible();
		await page.getByRole('button', { name: 'Jeg kan ikke komme' }).click();
		await expect(page.getByText('Du har svaret, at du ikke kan komme.')).toBeVisible();
	});

	test(`a point is brought, taken back and put back, ${how}`, async ({ as }) => {
		const page = await as('parent', { javaScript });
		const wording = `Kan vi mødes om eftermiddagen? (${how})`;
		await page.goto(aboutNoah);
		await page.getByRole('button', { name: 'Tilføj punktet' }).click();
		await expect(page.getByLabel(question)).toHaveAccessibleDescription(/Skriv, hvad du gerne vil tale om/);

		await page.getByLabel(question).fill(wording);
		await page.getByRole('button', { name: 'Tilføj punktet' }).click();
		await expect(page.getByRole('listitem').filter({ hasText: wording })).toContainText('Fra dig');
		await page.getByRole('button', { name: `Fjern mit punkt: ${wording}` }).click();
		await expect(page.getByText(wording)).toHaveCount(0);
		await page.getByRole('button', { name: 'Fortryd' }).click();
		await receipt(page, 'Punktet er tilbage');
		await expect(page.getByText(wording)).toBeVisible();
	});

	test(`a parent calls a meeting, after a word about what was wrong, ${how}`, async ({ as }) => {
		const page = await as('parent', { javaScript });
		const purpose = `Hvem hjælper med lektier? (${how})`;
		await propose(page, purpose, { date: june.date, start: '16:00', end: '15:00' });
		await page.getByRole('button', { name: 'Foreslå mødet' }).click();
		await expect(page.getByLabel('Til kl.')).toHaveAccessibleDescription(/slutter, før det begynder/);
		await expect(page.getByLabel('Hvad skal mødet handle om?')).toHaveValue(purpose);
		await expect(page.getByRole('checkbox', { name: /Jonas Lund/ })).toBeChecked();
		await expect(page.getByLabel('Hvorfor kommer Jonas Lund?')).toHaveValue('Kender lektierne');

		await page.getByLabel('Til kl.').fill('17:15');
		await page.getByRole('button', { name: 'Foreslå mødet' }).click();
		await receipt(page, 'Mødet er foreslået');
		await expect(page.getByText('kl. 16.00 til 17.15')).toBeVisible();
		await expect(page.getByText(june.words)).toBeVisible();
		await expect(page.getByRole('listitem').filter({ hasText: 'Jonas Lund' })).toContainText(
			'Kender lektierne',
		);
		await expect(page.getByText('Du har svaret, at du kommer.')).toBeVisible();

		await page.getByText('Aflys mødet', { exact: true }).click();
		await page.getByRole('button', { name: 'Ja, aflys mødet' }).click();
		await expect(page.getByText('I behøver ikke at komme.')).toBeVisible();
		await expect(page.getByLabel(question)).toHaveCount(0);
		await page.goto('/meetings');
		await expect(page.getByRole('article').filter({ hasText: purpose })).toContainText('Aflyst');
	});
}

test('clock times are Danish, also when the clocks have changed in between', async ({ as }) => {
	const page = await as('parent');
	await propose(page, 'Om natten', { date: summerTimeBegins, start: '02:30', end: '04:00' });
	await page.getByRole('button', { name: 'Foreslå mødet' }).click();
	await expect(page.getByLabel('Fra kl.')).toHaveAccessibleDescription(/findes ikke den nat/);
	await page.getByLabel('Fra kl.').fill('01:30');
	await page.getByRole('button', { name: 'Foreslå mødet' }).click();
	await expect(page.getByText('kl. 01.30 til 04.00')).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Læg i din kalender' }).click();
	const file = await readFile(await (await download).path(), 'utf8');
	const day = summerTimeBegins.replaceAll('-', '');
	expect(file).toContain(`DTSTART:${day}T003000Z`);
	expect(file).toContain(`DTEND:${day}T020000Z`);
});

test('the calendar file names nobody and says nothing of why', async ({ as }) => {
	const page = await as('parent');
	const answer = await page.request.get(`${aboutNoah}/calendar.ics`);
	expect(answer.headers()['content-type']).toContain('text/calendar');
	const file = (await answer.text()).replaceAll('\r\n ', '');
	expect(file).toContain('SUMMARY:Møde · Vores Plan');
	expect(file).toContain(aboutNoah);
	expect(file).not.toMatch(/Noah|Amira|Jesper|Mette|Jonas|egelund|ATTENDEE|fodbold/i);
});

test('a parent answers together with a child, and not for a young person', async ({ as }) => {
	const page = await as('parent');
	await page.goto(aboutNoah);
	await page.getByRole('button', { name: 'Noah Holm Bak kommer' }).click();
	await expect(page.getByText('I har svaret, at Noah Holm Bak kommer.')).toBeVisible();
	await page.goto(ofHolm);
	await expect(page.getByRole('listitem').filter({ hasText: 'Emil Holm' })).toBeVisible();
	await expect(page.getByRole('button', { name: /Emil Holm/ })).toHaveCount(0);
});

test('the other home sees the meeting about the shared child and nothing else', async ({ as }) => {
	const page = await as('other-parent');
	await page.goto('/meetings');
	const elsewhere = page.getByRole('article').filter({ hasText: 'Fra det andet hjem (Noah Holm Bak)' });
	await expect(elsewhere).toHaveCount(2);
	const shared = elsewhere.filter({ hasText: 'På video' });
	await expect(page.getByRole('article').filter({ hasText: 'Nørreby Skole' })).toHaveCount(0);

	await shared.getByRole('link').click();
	await expect(page).toHaveURL(aboutNoah);
	await expect(page.getByRole('link', { name: 'Gå til videomødet' })).toHaveAttribute('href', /^https:/);
	await expect(page.getByRole('heading', { name: 'Familiens punkter' })).toBeVisible();
	await expect(page.getByText('Aflys mødet')).toHaveCount(0);
	await page.getByRole('button', { name: 'Jeg kommer' }).click();
	await expect(page.getByText('Du har svaret, at du kommer.')).toBeVisible();

	for (const address of [ofHolm, heldByHolm, `${ofHolm}/calendar.ics`, '/meetings/not-a-meeting']) {
		expect((await page.request.get(address)).status(), address).toBe(404);
	}
});

test('a family sees nothing of another, and only parents call a meeting', async ({ as }) => {
	const stranger = await as('stranger-parent');
	expect((await stranger.request.get(ofHolm)).status()).toBe(404);

	const young = await as('young-person');
	await young.goto('/meetings');
	await expect(young.getByRole('link', { name: 'Foreslå et møde' })).toHaveCount(0);
	await young.goto('/meetings/new');
	await expect(young.getByText('Kun forældre og koordinatoren')).toBeVisible();
});

test('what has been is read, not changed', async ({ as }) => {
	const page = await as('parent');
	await page.goto('/meetings');
	await page.getByText('Se 1 tidligere møde').click();
	await page.getByRole('article').filter({ hasText: 'hvad hjælper' }).getByRole('link').click();
	await expect(page).toHaveURL(heldByHolm);
	await expect(page.getByText('Mødet er slut.')).toBeVisible();
	await expect(page.getByText('Mine vagter ligger oven i lektierne.')).toBeVisible();
	await expect(page.getByRole('button', { name: /kom|punkt|aflys/i })).toHaveCount(0);
});

test('a meeting in a home: the other home sees when, and nowhere where', async ({ as }) => {
	const atHome = `/meetings/${id('a4')}`;
	const teacher = await as('teacher');
	await teacher.goto(`/families/${holm}/meetings/${id('a4')}`);
	await expect(teacher.getByText('Lærkestien 8')).toBeVisible();

	const page = await as('other-parent');
	await page.goto(atHome);
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

for (const javaScript of [true, false]) {
	const how = `${javaScript ? 'with' : 'without'} JavaScript`;
	test(`a parent says that it is at home, and later that it is not, ${how}`, async ({ as }) => {
		const page = await as('parent', { javaScript });
		const atHome = page.getByRole('checkbox', { name: 'Det er hjemme hos os' });
		const purpose = `Noahs lektier (${how})`;
		await propose(page, purpose, { date: june.date, start: '16:00', end: '15:00' });
		await page.getByLabel('Hvem handler det om?').selectOption({ label: 'Noah Holm Bak' });
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
		await receipt(page, 'svarene står stadig');
		await father.goto('/meetings');
		await expect(seen).toContainText('Biblioteket');
	});
}

for (const javaScript of [true, false]) {
	const how = `${javaScript ? 'with' : 'without'} JavaScript`;
	// A day of its own, so that neither falls on what the other has called.
	const date = june.date.replace(/\d\d$/, javaScript ? '25' : '26');

	test(`who is asked elsewhere at that time is said, and nothing is forbidden, ${how}`, async ({ as }) => {
		const [mother, father] = [await as('parent', { javaScript }), await as('other-parent', { javaScript })];
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
		await expect(father.getByText('kl. 11.00 til 12.00')).toBeVisible();
		await expect(father.getByRole('main')).not.toContainText('er optaget');
	});
}
