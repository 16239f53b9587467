/** The plan is written, changed, taken off and agreed, and what is different since is seen. */
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { holm } from '../../../e2e/pages.ts';
import { people } from '../../../people.ts';
import type { Browser, WithoutScripts } from '../browser.ts';

const question = 'Hvad vil I gerne have skal ske?';
const step = 'Et skridt på vejen';

/** Writes a goal, and stands on its page. */
async function writes(parent: Browser, words: string) {
	await parent.open('/plan');
	await parent.press('Læg i planen', { [question]: words });
	expect(parent.page.heading).toBe(words);
	return parent.page.path;
}

/** On the server of family.test.ts: a second one would only start again. */
export function thePlan({ as }: WithoutScripts): void {
	test('a parent sets a goal with two steps', async () => {
		const mother = await as('parent');
		const goal = await writes(mother, 'Vi vil på ferie i skoven');
		expect(mother.page.receipt).toContain('Det står i planen nu');
		for (const words of ['Spare 200 kroner om måneden', 'Finde et sted, vi har råd til']) {
			await mother.press('Tilføj skridtet', { [step]: words });
			expect(mother.page.path).toBe(goal);
			expect(mother.page.presses).toContain(words);
		}
		await mother.open('/plan');
		expect(mother.page.cards('Vi vil på ferie i skoven')[0]).toContain('0 af 2 skridt er taget');
	});

	test('bad input comes back with everything typed', async () => {
		const mother = await as('parent', '/plan');
		await mother.press('Læg i planen');
		expect(mother.page.beside(question)).toContain('Skriv, hvad der gerne skal ske');
		expect(mother.page.alert).toContain('Der mangler noget');

		await mother.follow(/^Vi vil have nogle rolige morgener/);
		await mother.follow('Ret målet');
		const [words, day] = ['Målet med egne ord', 'Hvornår skal det gerne være sket?'];
		await mother.press('Gem', { [words]: 'x'.repeat(5000) });
		expect(mother.page.beside(words)).toContain('højst 500 tegn');
		expect(mother.page.value(words)).toBe('x'.repeat(5000));
		await mother.press('Gem', { [words]: 'Rolige morgener', [day]: '2020-01-01' });
		expect(mother.page.beside(day)).toContain('Den dato er gået');
		expect(mother.page.value(words)).toBe('Rolige morgener');
	});

	test('the first words stay when a goal is said anew', async () => {
		const mother = await as('parent');
		await writes(mother, 'Mere ro derhjemme');
		await mother.follow('Ret målet');
		await mother.press('Gem', { 'Målet med egne ord': 'Ro efter klokken otte' });
		expect(mother.page.heading).toBe('Ro efter klokken otte');
		expect(mother.page.words).toContain('Mere ro derhjemme');
	});

	test('a goal taken off the plan can be put back', async () => {
		const mother = await as('parent');
		await writes(mother, 'En fejl');
		await mother.press('Tag det ud af planen');
		expect(mother.page.receipt).toContain('Det er taget ud af planen');
		expect(mother.page.presses).not.toContain('En fejl');
		await mother.press('Fortryd');
		expect(mother.page.heading).toBe('En fejl');
		await mother.open('/plan');
		expect(mother.page.presses).toContain('En fejl');
	});

	test('who presses on a page from before sees how things stand, and presses again', async () => {
		const mother = await as('parent');
		const other = await as('parent', await writes(mother, 'Ro om morgenen'));
		const [done, not] = ['Det er klaret', 'Det er ikke klaret alligevel'];
		await other.press(done);
		await other.press(not);
		expect(other.page.presses).toContain(done);
		await mother.press(done);
		expect(mother.page.alert).toContain('siden du åbnede siden');
		await mother.press(done);
		expect(mother.page.presses).toContain(not);
	});

	test('what is written for a goal that is taken off meanwhile comes back, with the reason', async () => {
		const mother = await as('parent');
		const other = await as('parent', await writes(mother, 'Et mål, der bliver taget ud'));
		await other.press('Tag det ud af planen');
		const note = 'Skriv lidt om det';
		await mother.press('Gem, hvordan det går', { [note]: 'Det gik bedre i går' });
		expect(mother.page.words).toContain('Målet er taget ud af planen, så det her er ikke gemt');
		expect(mother.page.words).toContain('Det gik bedre i går');
	});

	test('a fourth level is refused in words', async () => {
		const mother = await as('parent');
		await writes(mother, 'Niveau 1');
		for (const level of ['Niveau 2', 'Niveau 3']) {
			await mother.press('Tilføj skridtet', { [step]: level });
			await mother.follow(level);
			expect(mother.page.heading).toBe(level);
		}
		const deepest = mother.page.path.split('/').at(-1)!;
		expect(mother.page.words).toContain('Et lille skridt kan ikke deles op');
		expect(mother.page.presses).not.toContain('Tilføj skridtet');
		// The page offers no way down; the command itself is refused too, beside the field.
		await mother.sends('/plan?/add', {
			_person: people.parent,
			_form: 'add',
			id: v7(),
			family: holm,
			parent: deepest,
			title: 'Niveau 4',
		});
		expect(mother.page.status).toBe(400);
		expect(mother.page.words).toContain('Mindre kan de ikke blive');
	});

	test('a young person writes their own goals, and only those', async () => {
		const young = await as('young-person', '/plan');
		expect(young.page.words).toContain('De voksne i familien skriver målene for alle');
		await young.press('Læg i planen', { 'Hvad vil du gerne have skal ske?': 'Jeg vil tage kørekort' });
		expect(young.page.heading).toBe('Jeg vil tage kørekort');
		await young.open('/plan');
		await young.follow(/^Vi vil have nogle rolige morgener/);
		expect(young.page.presses).not.toContain('Ret målet');
		// How it goes with what is for all of them, everybody says; with the mother's own goal, she does.
		expect(young.page.presses).toContain('Gem, hvordan det går');
		await young.open('/plan');
		await young.follow(/^Jeg vil have et arbejde med mennesker/);
		expect(young.page.words).toContain('Hvordan går det?');
		expect(young.page.presses).not.toContain('Gem, hvordan det går');
	});

	test('a parent agrees the plan, the coordinator reads it, a goal is changed and both see that', async () => {
		const mother = await as('parent');
		const words = 'Vi vil spise sammen';
		const goal = await writes(mother, words);
		await mother.open('/plan');
		await mother.follow('Er I enige om planen?');
		const read = mother.page;
		// What was changed meanwhile is read before it is agreed.
		const young = await as('young-person', '/plan');
		await young.press('Læg i planen', { 'Hvad vil du gerne have skal ske?': 'En knallert' });
		await mother.back(read).press('Det er vi enige om', { 'Jonas Lund': true });
		expect(mother.page.alert).toContain('Planen er blevet ændret, mens du læste den.');
		expect(mother.page.value('Jonas Lund')).toBe(true);
		expect(mother.page.words).toContain('En knallert');
		await mother.press('Det er vi enige om', { Emil: true });
		expect(mother.page.receipt).toContain('Det er jeres plan nu');
		expect(mother.page.words).toMatch(/Aftalt den .* Jonas Lund .*var med/);
		expect(mother.page.words).toContain('Planen er, som den blev aftalt.');
		expect(mother.page.words).not.toContain('Det er anderledes nu');
		// That he was there is no yes of his.
		const saysYes = () => mother.page.cards('Hvem siger ja?')[0];
		expect(saysYes()).toContain('Du');
		expect(saysYes()).not.toContain('Emil');
		const agreed = mother.page.path;

		// Nothing is asked again of what is settled.
		await mother.open('/plan');
		expect(mother.page.presses).not.toContain('Er I enige om planen?');
		await mother.open('/plan/agree');
		expect(mother.page.heading).toBe('I er enige om planen');
		expect(mother.page.presses).not.toContain('Det er vi enige om');

		const coordinator = await as('coordinator', `/families/${holm}`);
		await coordinator.follow(/Intet er ændret siden/);
		expect(coordinator.page.heading).toBe('Planen, som den blev aftalt');
		expect(coordinator.page.cards(words)).not.toEqual([]);
		const staffs = coordinator.page.path;

		const child = await as('child', agreed);
		expect(child.page.heading).toBe('Planen, som den blev aftalt');
		expect(child.page.words).not.toContain('Er du også enig?');

		await young.open('/plan/agree');
		expect(young.page.presses).toContain('Læs planen, og sig ja');
		await young.open('/home');
		await young.follow('Planen er blevet aftalt. Er du også enig?');
		await young.press('Ja, jeg er også enig');
		expect(young.page.receipt).toContain('De andre kan se, at du også siger ja.');
		expect(young.page.presses).not.toContain('Ja, jeg er også enig');
		await young.open('/home');
		expect(young.page.words).not.toContain('Er du også enig?');
		await young.open('/plan/agree');
		expect(young.page.words).toContain('Du har sagt ja den');
		await mother.open(agreed);
		expect(saysYes()).toContain('Emil');

		await mother.open(`${goal}/edit`);
		await mother.press('Gem', { 'Målet med egne ord': `${words} hver søndag` });
		await mother.open('/plan');
		await mother.follow('1 ting er anderledes nu');
		expect(mother.page.heading).toBe('Planen, som den blev aftalt');
		await coordinator.open(staffs);
		for (const { page } of [mother, coordinator]) {
			expect(page.presses).toContain(`${words} hver søndag`);
			expect(page.cards('Det er anderledes nu')[0]).toMatch(
				/Vi vil spise sammen hver søndag.*Vi vil spise sammen/,
			);
			// As it was agreed it still says what it said.
			expect(page.cards('Sådan stod planen')[0]).toContain(words);
			expect(page.cards('Sådan stod planen')[0]).not.toContain('hver søndag');
		}
	});

	test('earlier versions stay, and lead to the newest', async () => {
		const mother = await as('parent');
		await writes(mother, 'En ferie');
		await mother.open('/plan/agree');
		await mother.press('Det er vi enige om');
		const newest = mother.page.path;
		const days = mother.page.links('De dage, planen er aftalt');
		await mother.open(days.at(-1)!);
		expect(mother.page.words).toContain('Planen er aftalt igen siden.');
		expect(mother.page.words).toMatch(/Jonas Lund.* var med/);
		await mother.follow('Se den nyeste');
		expect(mother.page.path).toBe(newest);
	});
}
