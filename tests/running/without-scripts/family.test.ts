/** What the family does with offers, sharing and its team works before and without scripts. */
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { holm } from '../../e2e/pages.ts';
import { people } from '../../people.ts';
import { withoutScripts } from './browser.ts';

const { as } = withoutScripts('without scripts, family');
const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
const jonas = id('8001', 'e2');

test('a parent finds an offer and ties it to a goal', async () => {
	const mother = await as('parent', '/offers');
	await mother.press('Søg', { 'Hvad leder du efter?': 'tale dansk' });
	// The address holds the search, so it can be kept and sent.
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
	// Typed without the Danish letters it is found too.
	await mother.open('/offers');
	await mother.press('Søg', { 'Hvad leder du efter?': 'gaeld' });
	expect(mother.page.presses).toContain('Gældsrådgivning');
});

test('a suggestion stands first with its reason; a child may only wish for it', async () => {
	const football = 'Fodbold for drenge og piger';
	const [child, mother] = [await as('child', '/offers'), await as('parent')];
	const suggestion = child.page.cards('Mette Krogh foreslår det her')[0];
	expect(suggestion).toContain('Noah fortalte, at træneren kendte hans navn');
	expect(suggestion).toContain('Jeg vil spille fodbold på et rigtigt hold');
	expect(child.page.words.indexOf('Mette Krogh foreslår')).toBeLessThan(child.page.words.indexOf('Søg'));
	expect(child.page.presses).not.toContain('Ikke noget for os');
	await child.press('Det vil jeg gerne');
	expect(child.page.receipt).toContain('Godt');

	await mother.open('/offers');
	expect(mother.page.cards(football)[0]).toContain('Det vil vi gerne');
	await mother.follow(football);
	await mother.press('Ikke noget for os');
	expect(mother.page.receipt).toContain('helt i orden');

	// What a parent has answered, the child does not set back, whatever the page offers.
	await child.open(`/offers/${id('8030', '1')}`);
	const answered = child.page.cards('De voksne i familien kan ændre det.')[0];
	expect(answered, 'with nothing to press').toMatch(
		/Ikke noget for mig De voksne i familien kan ændre det\.$/,
	);
	const [offer, about] = [id('8030', '1'), id('8001', 'a3')];
	const wish = { id: v7(), family: holm, offer, about, state: 'interested' };
	await child.sends('?/answer', { _person: people.child, ...wish });
	expect(child.page.status).toBe(409);
});

test('two siblings are at one club, and each speaks for themselves', async () => {
	const swimming = id('8030', '2');
	const mother = await as('parent', `/offers/${swimming}`);
	await mother.press('Det vil vi gerne', { 'Hvem er det til?': 'Noah' });
	expect(mother.page.words).toContain('Til Noah');
	await mother.press('Det vil vi gerne', { 'Hvem er det til?': 'Emil' });
	expect(mother.page.words).toMatch(/Til Noah.*Til Emil|Til Emil.*Til Noah/);

	// The young person can say what is for the young person, not what is for the little brother or all of them.
	const young = await as('young-person', `/offers/${swimming}`);
	for (const about of [id('8001', 'a3'), '']) {
		const begun = { id: v7(), family: holm, offer: swimming, about, state: 'started' };
		await young.sends('?/answer', { _person: people['young-person'], ...begun });
		expect(young.page.status).toBe(409);
	}
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
