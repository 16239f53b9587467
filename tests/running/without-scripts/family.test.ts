/**
 * What the family does works before and without scripts: the same acts as in the end-to-end tests of their rooms, through
 * the forms as the server draws them.
 */
import { expect, test } from 'vitest';
import { june } from '../../e2e/pages.ts';
import { withoutScripts, type Browser } from './browser.ts';

const { as } = withoutScripts('without scripts, family');
const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
const jonas = id('8001', 'e2');
const ofHolm = `/meetings/${id('8020', 'a1')}`;
const aboutNoah = `/meetings/${id('8020', 'a2')}`;

/** Fills in the page on which a parent calls a meeting, and presses. */
async function propose(parent: Browser, purpose: string, more: Record<string, string | boolean> = {}) {
	await parent.open('/meetings/new');
	return parent.press('Foreslå mødet', {
		'Hvad skal mødet handle om?': purpose,
		'Hvilken dag?': june.date,
		'Fra kl.': '16:00',
		'Til kl.': '15:00',
		'Hvor?': 'Hjemme hos os',
		'Jonas Lund': true,
		'Hvorfor kommer Jonas Lund?': 'Kender lektierne',
		...more,
	});
}

test('a parent finds an offer and ties it to a goal', async () => {
	const mother = await as('parent', '/offers');
	await mother.press('Søg', { 'Hvad leder du efter?': 'tale dansk' });
	expect(mother.page.path).toMatch(/^\/offers\?words=tale\+dansk/);
	await mother.follow('Dansk i hverdagen');
	expect(mother.page.heading).toBe('Dansk i hverdagen');
	await mother.press('Det vil vi gerne');
	expect(mother.page.receipt).toContain('kan teamet se');
	await mother.press('Gem målet', { 'Hvilket mål kan det hjælpe med?': 'Få mere ro på min ryg' });
	expect(mother.page.words).toContain('Det er til jeres mål:');
	await mother.press('Vi har meldt os til');
	expect(mother.page.receipt).toContain('I har meldt jer til');
	await mother.press('Gem', { 'Vi er færdige': true });
	expect(mother.page.receipt).toContain('I er færdige');
});

test('an invitation says when, where, who and why, and one answers', async () => {
	const young = await as('young-person', '/meetings');
	await young.follow('Netværksmøde', { within: 'Nørreby Skole' });
	expect(young.page.path).toBe(ofHolm);
	expect(young.page.words).toContain('kl. 14.30 til 15.45');
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
	await mother.press('Ja, aflys mødet');
	expect(mother.page.words).toContain('I behøver ikke at komme.');
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

test('a parent looks first, shares, and stops in two taps', async () => {
	const mother = await as('parent', '/sharing');
	await mother.follow('Jonas Lund');
	await mother.press(/^Dine egne skalaer/);
	expect(mother.page.heading).toBe('Del med Jonas?');
	expect(mother.page.words).toContain('Min ryg');
	await mother.press('Del med Jonas', { 'Én måned': true });
	expect(mother.page.receipt).toContain('Det er delt');
	await mother.open('/wellbeing/scales');
	expect(mother.page.words).toContain('Jonas Lund kan også se det');
	await mother.open(`/sharing/${jonas}`);
	await mother.press(/^Dine egne skalaer/);
	expect(mother.page.words).toContain('Jonas har ikke læst noget af det endnu');
	await mother.press('Ja, stop med at dele');
	expect(mother.page.receipt).toContain('Du deler ikke mere');
});

test('a parent asks another to be coordinator and takes it back; the second of two is told', async () => {
	const [mother, second] = [await as('parent', '/team'), await as('parent', '/team/coordinator')];
	await mother.follow('Vælg en anden');
	await mother.follow('Vælg Jonas');
	expect(mother.page.value('Mette fortsætter, indtil Jonas har sagt ja')).toBe(true);
	await second.follow('Vælg Pia');
	await mother.press('Spørg Jonas');
	expect(mother.page.words).toContain('I har spurgt. Svaret kommer til at stå her.');
	expect(mother.page.presses).not.toContain('Vælg en anden');
	await second.press('Spørg Pia');
	expect(second.page.alert).toContain('Der er lige spurgt en anden');
	expect(second.page.words).toContain('I har spurgt Jonas');
	await mother.press('Træk spørgsmålet tilbage');
	expect(mother.page.receipt).toContain('Spørgsmålet er trukket tilbage.');
	expect(mother.page.words).not.toContain('I har spurgt Jonas');
	// Taken back by the one, the button of the other says so.
	await second.press('Træk spørgsmålet tilbage');
	expect(second.page.alert).toContain('trukket tilbage');
});

test('a parent agrees the plan, a young person says yes too, and what is changed since is seen', async () => {
	const [mother, young] = [await as('parent', '/plan'), await as('young-person', '/plan/agree')];
	const words = 'Vi vil spise sammen';
	await mother.press('Læg i planen', { 'Hvad vil I gerne have skal ske?': words });
	expect(mother.page.heading).toBe(words);
	const goal = mother.page.path;
	await mother.open('/plan/agree');
	// What was changed meanwhile is read before it is agreed.
	await young.open('/plan');
	await young.press('Læg i planen', { 'Hvad vil du gerne have skal ske?': 'Et kørekort' });
	await mother.press('Det er vi enige om', { 'Jonas Lund': true });
	expect(mother.page.alert).toContain('Planen er blevet ændret, mens du læste den.');
	expect(mother.page.value('Jonas Lund')).toBe(true);
	expect(mother.page.words).toContain('Et kørekort');
	await mother.press('Det er vi enige om');
	expect(mother.page.receipt).toContain('Det er jeres plan nu');
	expect(mother.page.words).toMatch(/Aftalt den .* Jonas Lund var med/);
	const agreed = mother.page.path;

	await young.open('/home');
	await young.follow('Planen er blevet aftalt. Er du også enig?');
	await young.press('Ja, jeg er også enig');
	expect(young.page.receipt).toContain('De andre kan se, at du også siger ja.');
	expect(young.page.presses).not.toContain('Ja, jeg er også enig');
	const child = await as('child', agreed);
	expect(child.page.heading).toBe('Planen, som den blev aftalt');
	expect(child.page.words).not.toContain('Er du også enig?');

	await mother.open(`${goal}/edit`);
	await mother.press('Gem', { 'Målet med egne ord': `${words} hver søndag` });
	await mother.open('/plan');
	await mother.follow('1 ting er anderledes nu');
	expect(mother.page.cards(`${words} hver søndag`)[0]).toContain(words);
});

test('a coordinator is ended without a reason, and asked anew', async () => {
	const mother = await as('stranger-parent', '/team');
	await mother.follow('Lad Hanne stoppe som koordinator');
	expect(mother.page.words).toContain('I behøver ikke sige hvorfor.');
	await mother.press('Ja, Hanne skal stoppe');
	expect(mother.page.receipt).toContain('I kan vælge en ny koordinator, når I er klar.');
	expect(mother.page.words).toContain('I har ingen koordinator lige nu');
	expect(mother.page.words).toMatch(/Hanne Juul, fra .+ til /);
	await mother.follow('Vælg jeres koordinator');
	await mother.follow('Vælg Hanne');
	await mother.press('Spørg Hanne');
	expect(mother.page.words).toContain('I har spurgt Hanne');
});

test('a meeting that only ends later asks everybody again too, and says so', async () => {
	const mother = await as('parent', aboutNoah);
	const comes = () => mother.page.cards('Holder fast i aftalerne')[0];
	expect(comes()).toContain('Kommer');
	await mother.follow('Flyt mødet');
	await mother.press('Ja, flyt mødet', { 'Til kl.': '20:15' });
	expect(mother.page.path).toBe(aboutNoah);
	expect(mother.page.receipt).toContain('De andre bliver spurgt igen.');
	expect(mother.page.words).toContain('Mødet slutter nu kl. ');
	expect(mother.page.words).not.toContain('Det skulle have været');
	expect(comes()).toContain('Har ikke svaret');
});
