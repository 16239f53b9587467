/** A family chooses who coordinates for it and who helps it; who is asked answers, and who gets a no stays away. */
import { expect, test } from 'vitest';
import { holm } from '../../../e2e/pages.ts';
import { people } from '../../../people.ts';
import type { Browser, WithoutScripts } from '../browser.ts';

/** On the server of family.test.ts: a second one would only start again. */
export function theTeam({ as }: WithoutScripts): void {
	test('a parent asks another to be coordinator and takes it back; the second of two is told', async () => {
		const [mother, second] = [await as('parent', '/team'), await as('parent', '/team/coordinator')];
		expect(mother.page.words).toContain('Mette Krogh');
		await mother.follow('Vælg en anden');
		expect(mother.page.cards('Jeg kan hjælpe med det, der har med skolen at gøre')[0]).toMatch(
			/Jonas Lund.*Lærer/,
		);
		await mother.follow('Vælg Jonas');
		expect(mother.page.words).toContain('Jonas kan se spørgsmålet og sige ja eller nej.');
		expect(mother.page.value('Mette fortsætter, indtil Jonas har sagt ja')).toBe(true);
		await second.follow('Vælg Pia');
		await mother.press('Spørg Jonas');
		expect(mother.page.words).toContain('I har spurgt. Svaret kommer til at stå her.');
		expect(mother.page.words).toContain('Mette fortsætter, indtil Jonas har sagt ja.');
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

	test('asked by a family: no with kind words; then yes', async () => {
		const father = await as('other-parent');
		const ask = async () => {
			await father.open(`/team/coordinator/${people.teacher}`);
			await father.press('Spørg Jonas');
			expect(father.page.words).toContain('I har spurgt Jonas');
		};
		const question = 'Familien Bak spørger, om du vil være deres koordinator';

		await ask();
		const teacher = await as('teacher', '/families');
		expect(teacher.page.words).toContain(question);
		await teacher.follow('Svar familien', { within: 'Familien Bak' });
		expect(teacher.page.words).toContain('Familien kan altid vælge en anden');
		await teacher.follow('Brug den her tekst');
		const [words, say] = ['Dine ord til familien', 'Sig nej'];
		expect(teacher.page.value(words)).toMatch(/Jeg har ikke tid nok lige nu/);
		const tooLong = 'Ord '.repeat(300);
		await teacher.press(say, { [words]: tooLong });
		expect(String(teacher.page.value(words)).trim()).toBe(tooLong.trim());
		expect(teacher.page.isWrong(words)).toBe(true);
		await teacher.press(say, { [words]: 'Tak, fordi du spurgte. Jeg kan ikke nu.' });
		expect(teacher.page.receipt).toContain('Familien har fået dit svar og dine ord');
		expect(teacher.page.words).not.toContain(question);
		await father.open('/team');
		expect(father.page.words).toContain('Tak, fordi du spurgte. Jeg kan ikke nu.');

		await ask();
		await teacher.open('/families');
		await teacher.follow('Svar familien', { within: 'Familien Bak' });
		const answered = teacher.page.path;
		await teacher.press('Sig ja', { 'Et par ord til familien': 'Ja. Jeg ringer i morgen.' });
		expect(teacher.page.receipt).toContain('Du er koordinator nu');
		expect(teacher.page.path).toBe('/families/00000000-0000-7000-8002-00000000000b');
		expect(teacher.page.presses).toContain('Foreslå et møde');
		await father.open('/team');
		expect(father.page.words).toContain('Ja. Jeg ringer i morgen.');

		expect((await teacher.open(answered)).status).toBe(404);
		expect(teacher.page.words).toContain('Spørgsmålet er ikke åbent længere');
	});

	test('the family says no to a professional, and nobody puts them back until it is taken back', async () => {
		const hanne = { 'Hvem?': 'Hanne Juul (Familiekonsulent)' };
		const office = `/office/families/${holm}`;
		const put = (lead: Browser) => lead.press('Sæt i teamet', hanne);
		// Another device, with the page from before the family said anything.
		const [lead, old] = [await as('project-lead', office), await as('project-lead', office)];
		await put(lead);
		expect(lead.page.articles.join()).toContain('Hanne Juul');

		const mother = await as('parent', '/team');
		const arrived = () => mother.page.part('Nyt hos Familien Holm');
		expect(arrived()).toMatch(/Hanne Juul.*stod for det/);
		await mother.press('Nej tak til Hanne Juul');
		expect(mother.page.receipt).toContain('kommer ikke med igen, uden at I siger ja');
		expect(mother.page.presses).not.toContain('Nej tak til Hanne Juul');

		await put(old);
		expect(old.page.beside('Hvem?')).toContain('Familien har sagt nej tak');
		await lead.open(office);
		expect(lead.page.choices('Hvem?')).not.toContain(hanne['Hvem?']);
		expect(lead.page.part('Teamet')).toMatch(/Familien har sagt nej tak til.*Hanne Juul/);

		await mother.press('Vi vil gerne alligevel');
		expect(mother.page.receipt).toContain('kan komme i jeres team igen');
		await lead.open(office);
		await put(lead);
		expect(lead.page.articles.join()).toContain('Hanne Juul');
	});

	// Last: Mette coordinates no more afterwards.
	test('the present coordinator can be asked to go on, or stop at once', async () => {
		const mother = await as('parent', '/team/coordinator');
		await mother.follow('Spørg Mette igen');
		await mother.press('Spørg Mette');
		expect(mother.page.words).toContain('I har spurgt Mette igen');
		await mother.press('Træk spørgsmålet tilbage');
		await mother.follow('Vælg en anden');
		await mother.follow('Vælg Jonas');
		await mother.press('Spørg Jonas', { 'Mette stopper nu': true });
		expect(mother.page.words).toContain('I har spurgt Jonas');
		expect(mother.page.words).toContain('I har ingen koordinator lige nu');
	});
}
