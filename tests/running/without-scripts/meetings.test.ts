/**
 * Meetings work before and without scripts, from the seats of the family and of the professionals: asked, answered,
 * called, and told to everybody who may see it.
 */
import { expect, test } from 'vitest';
import { holm, june, meeting, summerTimeBegins } from '../../e2e/pages.ts';
import { withoutScripts, type Browser } from './browser.ts';
import { propose } from './meetings/calling.ts';
import { movedAndCancelled } from './meetings/moved.ts';

const here = withoutScripts('without scripts, meetings');
const { as } = here;
const id = (tail: string) => `00000000-0000-7000-8020-0000000000${tail}`;
const ofHolm = `/meetings/${meeting}`;
const aboutNoah = `/meetings/${id('a2')}`;
/** At the family's own address. */
const visit = id('a4');
const atStaff = (path: string) => `/families/${holm}${path}`;

test('an invitation says when, where, who and why, and one answers', async () => {
	const young = await as('young-person', '/meetings');
	await young.follow('Netværksmøde', { within: 'Nørreby Skole' });
	expect(young.page.path).toBe(ofHolm);
	expect(young.page.words).toContain('kl. 14.30 til 15.45');
	expect(young.page.words).toContain('Nørreby Skole');
	expect(young.page.cards('Kender Noahs dage i skolen')[0]).toMatch(/Jonas Lund.*Lærer/);
	await young.press('Jeg kommer');
	expect(young.page.receipt).toContain('at du kommer');
	expect(young.page.words).toContain('Du har svaret, at du kommer.');
	await young.press('Jeg kan ikke komme');
	expect(young.page.words).toContain('Du har svaret, at du ikke kan komme.');
});

test('a point is brought, taken back and put back', async () => {
	const question = 'Hvad vil du gerne tale om?';
	const wording = 'Kan vi mødes om eftermiddagen?';
	const mother = await as('parent', aboutNoah);
	await mother.press('Tilføj punktet');
	expect(mother.page.beside(question)).toContain('Skriv, hvad du gerne vil tale om');
	await mother.press('Tilføj punktet', { [question]: wording });
	expect(mother.page.cards(wording)[0]).toContain('Fra dig');
	await mother.press(`Fjern mit punkt: ${wording}`);
	expect(mother.page.words).not.toContain(wording);
	await mother.press('Fortryd');
	expect(mother.page.receipt).toContain('Punktet er tilbage');
	expect(mother.page.words).toContain(wording);
});

test('a parent calls a meeting, after a word about what was wrong, and cancels it', async () => {
	const mother = await as('parent');
	await propose(mother, 'Hvem hjælper med lektier?');
	expect(mother.page.beside('Til kl.')).toContain('slutter, før det begynder');
	expect(mother.page.value('Hvad skal mødet handle om?')).toBe('Hvem hjælper med lektier?');
	expect(mother.page.value('Jonas Lund')).toBe(true);
	expect(mother.page.value('Hvorfor kommer Jonas Lund?')).toBe('Kender lektierne');
	await mother.press('Foreslå mødet', { 'Til kl.': '17:15' });
	expect(mother.page.receipt).toContain('Mødet er foreslået');
	expect(mother.page.words).toContain('kl. 16.00 til 17.15');
	expect(mother.page.words).toContain(june.words);
	expect(mother.page.words).toContain('Du har svaret, at du kommer.');
	expect(mother.page.cards('Kender lektierne')[0]).toContain('Jonas Lund');
	await mother.press('Ja, aflys mødet');
	expect(mother.page.words).toContain('Ingen behøver at komme.');
	expect(mother.page.presses).not.toContain('Tilføj punktet');
	await mother.open('/meetings');
	expect(mother.page.cards('Hvem hjælper med lektier?')[0]).toContain('Aflyst');
});

test('a parent says that a meeting is at home, and later that it is not', async () => {
	const [mother, father] = [await as('parent'), await as('other-parent')];
	const home = 'Det er hjemme hos os';
	await propose(mother, 'Noahs lektier', {
		'Hvem handler det om?': 'Noah',
		'Hvor?': 'Lærkestien 8',
		[home]: true,
	});
	expect(mother.page.value(home)).toBe(true);
	await mother.press('Foreslå mødet', { 'Til kl.': '17:00' });
	expect(mother.page.receipt).toContain('Mødet er foreslået');
	await father.open('/meetings');
	expect(father.page.cards('Noahs lektier')[0]).toContain('Stedet står ikke her');
	await mother.follow('Flyt mødet');
	expect(mother.page.value(home)).toBe(true);
	await mother.press('Ja, flyt mødet', { [home]: false, 'Hvor?': 'Biblioteket' });
	expect(mother.page.receipt).toContain('Mødet er nu et andet sted');
	await father.open('/meetings');
	expect(father.page.cards('Noahs lektier')[0]).toContain('Biblioteket');
});

test('who is asked elsewhere at that time is said, and nothing is forbidden', async () => {
	const [mother, father] = [await as('parent'), await as('other-parent')];
	const call = async (parent: Browser, purpose: string, start: string, end: string) => {
		const date = june.date.replace(/\d\d$/, '26');
		await propose(parent, purpose, { 'Hvilken dag?': date, 'Fra kl.': start, 'Til kl.': end });
		expect(parent.page.receipt).toContain('Mødet er foreslået');
		return parent.page.words;
	};
	expect(await call(mother, 'Om morgenen', '08:00', '09:00')).not.toContain('Det falder sammen');
	expect(await call(mother, 'Lige bagefter', '09:00', '10:00')).not.toContain('Det falder sammen');
	const clash = await call(mother, 'Midt i', '08:30', '09:30');
	expect(clash).toContain('Jonas Lund har et andet møde kl. 08.00 til 09.00.');
	expect(clash).toContain('Du har et andet møde kl. 09.00 til 10.00.');
	// The father may not know what it is.
	const others = await call(father, 'Hos far', '09:15', '09:20');
	expect(others).toContain('Jonas Lund er optaget på det tidspunkt.');
	expect(others).not.toContain('et andet møde');
	await father.follow('Flyt mødet');
	await father.press('Ja, flyt mødet', { 'Fra kl.': '11:00', 'Til kl.': '12:00' });
	expect(father.page.words).toContain('kl. 11.00 til 12.00');
	expect(father.page.words).not.toContain('er optaget');
});

test('who is asked to a meeting answers and brings a point that stands after the family’s', async () => {
	const teacher = await as('teacher', `/families/${holm}`);
	await teacher.follow('Netværksmøde');
	expect(teacher.page.path).toBe(`/families/${holm}/meetings/${meeting}`);
	expect(teacher.page.words).toMatch(/kl\. 14\.30 til 15\.45.*Nørreby Skole/);
	expect(teacher.page.cards('Kender Noahs dage i skolen')[0]).toContain('Jonas Lund');
	expect(teacher.page.presses).not.toContain('Ja, aflys mødet');
	await teacher.press('Jeg kan ikke komme');
	expect(teacher.page.words).toContain('Du har svaret, at du ikke kan komme.');
	await teacher.press('Jeg kommer');
	expect(teacher.page.words).toContain('Du har svaret, at du kommer.');

	const question = 'Hvad vil du gerne tale om?';
	await teacher.press('Tilføj punktet');
	expect(teacher.page.beside(question)).toContain('Skriv, hvad du gerne vil tale om');
	await teacher.press('Tilføj punktet', { [question]: 'Det går godt i matematik' });
	expect(teacher.page.words).toMatch(/Familiens punkter.*De andres punkter.*Det går godt i matematik/);
	const parent = await as('parent', `/meetings/${meeting}`);
	expect(parent.page.cards('Det går godt i matematik')[0]).toContain('Fra Jonas Lund');
});

test('a meeting is proposed, with what was missing said first, and the family has it', async () => {
	const coordinator = await as('coordinator', `/families/${holm}`);
	const purpose = 'Hvad skal mødet handle om?';
	await coordinator.follow('Foreslå et møde');
	await coordinator.press('Foreslå mødet', { [purpose]: 'Vi taler om sommerferien' });
	expect(coordinator.page.value(purpose)).toBe('Vi taler om sommerferien');
	expect(coordinator.page.alert).not.toBe('');
	await coordinator.press('Foreslå mødet', {
		'Hvilken dag?': june.date,
		'Fra kl.': '14:00',
		'Til kl.': '15:00',
		'Hvor?': 'Biblioteket',
		'Amira Holm': true,
	});
	expect(coordinator.page.path).toMatch(new RegExp(`^/families/${holm}/meetings/`));
	const mother = await as('parent', '/meetings');
	expect(mother.page.words).toContain('Vi taler om sommerferien');
});

test('a professional who is asked says so where the family is read', async () => {
	const adviser = await as('job-adviser', `/families/${holm}`);
	await adviser.press('Jeg kommer');
	expect(adviser.page.receipt).toContain('Gemt. De andre kan se, at du kommer.');
	expect(adviser.page.cards('Du kommer')[0]).toContain('Netværksmøde');
});

test('a parent answers together with a child, and not for a young person', async () => {
	const mother = await as('parent', aboutNoah);
	await mother.press('Noah kommer');
	expect(mother.page.words).toContain('I har svaret, at Noah kommer.');
	await mother.open(ofHolm);
	expect(mother.page.cards('Emil').length).toBeGreaterThan(0);
	expect(mother.page.presses.filter((name) => name.includes('Emil'))).toEqual([]);
});

test('clock times are Danish, also when the clocks have changed in between', async () => {
	const mother = await as('parent');
	const night = { 'Hvilken dag?': summerTimeBegins, 'Fra kl.': '02:30', 'Til kl.': '04:00' };
	await propose(mother, 'Om natten', night);
	expect(mother.page.beside('Fra kl.')).toContain('bliver stillet frem den nat');
	await mother.press('Foreslå mødet', { 'Fra kl.': '01:30' });
	expect(mother.page.words).toContain('kl. 01.30 til 04.00');
	await mother.follow('Læg i din kalender');
	const day = summerTimeBegins.replaceAll('-', '');
	expect(mother.page.words).toContain(`DTSTART:${day}T003000Z`);
	expect(mother.page.words).toContain(`DTEND:${day}T020000Z`);
});

test('a meeting in a home: the other home sees when, and nowhere where', async () => {
	const [teacher, father] = [await as('teacher', atStaff(`/meetings/${visit}`)), await as('other-parent')];
	expect(teacher.page.words).toContain('Lærkestien 8');
	const atHome = `/meetings/${visit}`;
	await father.open(atHome);
	expect(father.page.words).toContain('kl. 16.00 til 16.45');
	expect(father.page.words).toContain('Stedet står ikke her. Skal du med, så spørg den, der har inviteret.');
	for (const address of ['/home', '/meetings', atHome, `${atHome}/__data.json`, `${atHome}/calendar.ics`]) {
		const { status, html } = await father.open(address);
		expect(status, address).toBe(200);
		expect(html, address).not.toMatch(/Lærkestien|Hjemme hos/);
	}
});

movedAndCancelled(here);
