/** To whom the page of an invitation speaks, what it asks of them, and what a yes leaves as it is. */
import { expect, test } from 'vitest';
import { holm } from '../../e2e/pages.ts';
import { linkOn, withoutScripts, type Browser } from './browser.ts';

const { as, somebody } = withoutScripts('invited');
const accept = 'Ja, jeg vil gerne være med';
const bornAt = (age: number) => `${new Date().getFullYear() - age}-01-01`;
const adult = { as: 'Anden voksen i familien', bornOn: '' };
const small = { as: 'Barn eller ung', bornOn: bornAt(8) };

/** The coordinator invites somebody into the family, and a parent of it says yes. @returns the path on the paper */
async function invited(name: string, who = adult): Promise<string> {
	const coordinator = await as('coordinator', `/families/${holm}/invite`);
	await coordinator.press('Lav invitationen', {
		'Hvad hedder den, du inviterer?': name,
		'Hvornår er personen født?': who.bornOn,
		[who.as]: true,
	});
	const parent = await as('parent', '/team');
	// Of a child it is said before the yes what its other home reads by it.
	expect(parent.page.words.includes(`Har ${name} også et andet hjem her`)).toBe(who === small);
	await parent.press('Ja, det er rigtigt', {}, { within: name });
	return new URL(linkOn(coordinator)).pathname;
}

/** What they once said of the device they are on. */
async function deviceOf(one: Browser) {
	await one.open('/me/devices');
	return /Den, du bruger nu · (din egen|andre bruger den også)/.exec(one.page.words)?.[1];
}

test('who says yes as themselves is asked nothing they have answered, and stays on the device they chose', async () => {
	const line = somebody();
	await line.open('/sign-in');
	await line.press(/^LM Line/, { 'Det er min egen': true });
	await line.open(await invited('Line Møller'));
	expect(line.page.words).toContain('Du er logget ind som Line Møller. Du beholder alt');
	expect(line.page.words).not.toMatch(/Hvem bruger denne telefon|Hvem er du\?|[Ll]og ud/);
	await line.press(accept);
	expect(line.page.receipt).toContain('Du er med nu');
	expect(await deviceOf(line)).toBe('din egen');
});

test('a device that others use too becomes nobody’s own by a yes', async () => {
	const father = await as('other-parent', await invited('Jesper Bak'));
	const { fields } = father.page.sending(accept, {}, {});
	await father.sends('?/accept', { ...Object.fromEntries(fields), device: 'own' });
	expect(father.page.path).toBe('/home');
	expect(await deviceOf(father)).toBe('andre bruger den også');
});

test('an adult’s invitation speaks of them to who it is not for, and says that first', async () => {
	const path = await invited('Omar Nasser');
	const date = /Du kan sige ja til og med den (\d+\. \p{L}+ \d{4})/u.exec(
		(await somebody().open(path)).words,
	)![1];
	for (const persona of ['parent', 'coordinator', 'young-person', 'child'] as const) {
		const { page } = await as(persona, path);
		expect(page.heading).toBe('Omar Nasser er inviteret');
		expect(page.words, persona).toMatch(
			/^.*Omar Nasser er inviteret Invitationen er til Omar Nasser\. Du kan ikke bruge den til dig selv\. .* inviterer Omar Nasser\./,
		);
		expect(page.words, persona).not.toMatch(
			/Hej Omar|Du er inviteret|[Dd]in plads|[Hh]vis du|Du kan se|sige ja/,
		);
		expect(page.words, persona).toContain('Kun Omar Nasser kan se sine svar');
		expect(page.words, persona).toContain(`Invitationen kan bruges til og med den ${date}.`);
		expect(page.words.match(/kan ikke bruge den/g), 'once').toHaveLength(1);
	}
});

test('a colleague’s invitation speaks of them to who wrote it and to a child', async () => {
	const lead = await as('project-lead', '/office/invitations/professional');
	await lead.press('Lav invitationen', {
		'Hvad hedder den, du inviterer?': 'Karim Said',
		'Hvad arbejder personen som?': 'Fodboldtræner',
		'Hvor skal personen arbejde?': 'Egelund Skole',
	});
	const path = new URL(linkOn(lead)).pathname;
	for (const persona of ['project-lead', 'child'] as const) {
		const { page } = await as(persona, path);
		expect(page.words, persona).toMatch(
			/Karim Said er inviteret til at arbejde med familier i .*Arbejdet: Fodboldtræner\./,
		);
		expect(page.words, persona).not.toMatch(/Du er inviteret|Dit arbejde|Du (kommer|ser|bliver)|sige ja/);
	}
});

test('who cannot say yes to a child is not told until when they can', async () => {
	const path = await invited('Ida Holm', small);
	for (const persona of ['coordinator', 'young-person', 'other-parent'] as const) {
		const { page } = await as(persona, path);
		expect(page.words, persona).toContain('Skal Ida Holm være med? En forælder i familien kan åbne den');
		expect(page.words, persona).not.toMatch(/Du behøver ikke sige ja|Du kan sige ja/);
	}
	expect((await as('parent', path)).page.words, 'she can').toContain('Du kan sige ja til og med den');
});

test('where nobody is signed in a small child’s invitation asks the parent to, and leads back to it', async () => {
	const path = await invited('Sara Holm', small);
	const mother = somebody();
	await mother.open(path);
	expect(mother.page.words).toMatch(
		/Er du forælder til Sara Holm, og er du selv med her, så log ind først\./,
	);
	expect(mother.page.words, 'nobody knows who reads').not.toMatch(/Du kan sige ja|Du behøver ikke/);
	expect(mother.page.presses.indexOf('Log ind')).toBeLessThan(
		mother.page.presses.indexOf('Ja, jeg vil være med som Sara Holm'),
	);
	expect(mother.page.presses).not.toContain('Ja, Sara Holm skal være med');
	await mother.follow('Log ind');
	await mother.press(/^AH Amira Holm/);
	expect(mother.page.path).toBe(path);

	// What can be answered in one way alone is no question.
	expect(mother.page.words).toContain('Du siger ja for Sara Holm, som er ny her.');
	expect(mother.page.words).not.toMatch(/Hvem er du\?|Jeg siger ja for|Du kan ikke bruge den/);
	await mother.press('Ja, Sara Holm skal være med');
	expect(mother.page.receipt).toContain('Nu er barnet med i jeres familie');
	await mother.open('/me');
	expect(mother.page.words, 'and is who she was').toContain('Amira Holm');
});

test('a small child comes in by a way that speaks to it', async () => {
	const child = somebody();
	await child.open(await invited('Bo Holm', small));
	expect(child.page.words).toMatch(
		/Jeg er Bo Holm Gør det sammen med en voksen\. .* bliver du logget ind her som Bo Holm\. Hvem bruger denne telefon/,
	);
	await child.press('Ja, jeg vil være med som Bo Holm', { 'Det er min egen': true });
	expect(child.page.receipt).toContain('Du er med nu');
	expect(await deviceOf(child)).toBe('din egen');
});

test('who bears the name in part comes as who they are', async () => {
	const { page } = await as('stranger-coordinator', await invited('Tante Karen'));
	expect(page.words).toContain('Du er logget ind som Karen Dahl.');
	expect(page.presses).toContain(accept);
});

test('who is called something else does not come in by a yes to another, and reads what to do', async () => {
	const path = await invited('Omar Holm');
	const other = await as('stranger-coordinator', await invited('Karen Holm'));
	const { fields } = other.page.sending(accept, {}, {});
	await other.open(path);
	expect(other.page.heading).toBe('Omar Holm er inviteret');
	expect(other.page.words).toMatch(
		/Invitationen er til Omar Holm\. Du kan ikke bruge den til dig selv\. .*Du er logget ind som Karen Dahl\. Er det alligevel dig, der er inviteret, så bed Mette Krogh om en ny invitation i dit navn\./,
	);
	expect(other.page.words).not.toMatch(/inviterer dig|Hej Omar|[Dd]in plads/);
	expect(other.page.presses.join()).not.toContain('Ja, jeg');
	expect(other.page.presses).toContain('Log ud, så Omar Holm kan svare');
	await other.sends(`${path}?/accept`, Object.fromEntries(fields));
	expect(other.page.words).toContain('Invitationen er i et andet navn.');
	expect((await somebody().open(path)).words, 'it is still his').toContain('Hej Omar Holm');
});
