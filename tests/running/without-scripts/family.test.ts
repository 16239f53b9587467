/** What the family does with its plan, offers and its team works before and without scripts. */
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { holm } from '../../e2e/pages.ts';
import { people } from '../../people.ts';
import { withoutScripts } from './browser.ts';
import { thePlan } from './family/plan.ts';
import { theTeam } from './family/team.ts';

const house = withoutScripts('without scripts, family');
const { as } = house;
const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;

thePlan(house);

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
	expect(child.page.receipt).toContain('Nu kan de voksne i familien og teamet se det.');
	expect(child.page.receipt).not.toContain('ringe');

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
	await young.open(`/offers/${swimming}`);
	const said = young.page.cards('Til dig')[0];
	expect(said, 'what the mother has answered').toContain('De voksne i familien kan ændre det.');
	expect(young.page.presses).not.toContain('Ikke noget for mig');
});

test('what a young person has answered stays theirs when a parent says which goal it is for', async () => {
	const homework = id('8030', '3');
	const young = await as('young-person', `/offers/${homework}`);
	await young.press('Det vil jeg gerne');
	const mother = await as('parent', `/offers/${homework}`);
	await mother.press('Gem målet', {
		'Hvilket mål kan det hjælpe med?': 'Vi vil have nogle rolige morgener, hvor ingen råber',
	});
	await young.open(`/offers/${homework}`);
	await young.press('Ikke noget for mig');
	expect(young.page.status).toBe(200);
	expect(young.page.words).toContain('Ikke noget for mig');
});

theTeam(house);
