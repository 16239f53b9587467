/** The office enrols a family, puts its team together, invites colleagues and keeps the catalogue. */
import { expect, test } from 'vitest';
import { linkOn, type WithoutScripts } from '../browser.ts';

/** On the server of staff.test.ts: a second one would only start again. */
export function theOffice({ as, somebody }: WithoutScripts): void {
	test('a family is enrolled, its team put together, its mother invited', async () => {
		const lead = await as('project-lead');
		const [name, visited] = ['Hvad skal familien hedde her?', 'Hvornår blev familien visiteret?'];
		await lead.follow('Tilmeld en familie');
		await lead.press('Tilmeld familien');
		expect(lead.page.beside(name)).toContain('Skriv, hvad familien skal hedde');
		await lead.press('Tilmeld familien', { [name]: 'Familien Syd', [visited]: '2199-01-01' });
		expect(lead.page.beside(visited)).toContain('Datoen er ikke kommet endnu');
		expect(lead.page.value(name)).toBe('Familien Syd');
		await lead.press('Tilmeld familien', { [visited]: '2026-01-05', Stabiliserende: true });
		expect(lead.page.heading).toBe('Familien Syd');
		expect(lead.page.words).toContain('siden den 5. januar 2026');

		for (const one of ['Hanne Juul (Familiekonsulent)', 'Jonas Lund (Lærer)']) {
			await lead.press('Sæt i teamet', { 'Hvem?': one });
		}
		expect(lead.page.cards('Jonas Lund')).toHaveLength(1);
		await lead.press('Ja, tag Hanne Juul ud');
		expect(lead.page.receipt).toContain('ser ikke noget om familien mere');
		expect(lead.page.presses).not.toContain('Ja, tag Hanne Juul ud');

		await lead.follow('Inviter et medlem af familien');
		expect(lead.page.value('Hvilken familie?')).not.toBe('');
		await lead.press('Lav invitationen', {
			'Hvad hedder den, du inviterer?': 'Mor Nanna',
			'Mor, far eller anden forælder': true,
		});
		const mother = somebody();
		await mother.open(linkOn(lead));
		await mother.press('Ja, jeg vil gerne være med');
		expect(mother.page.path).toBe('/home');
		// On a laptop too it begins where one begins to read: in the first of its columns.
		const [first = ''] = /<div class="main\b[^]*?<div class="aside\b/.exec(mother.page.html) ?? [];
		expect(first.includes('Velkommen. Det her er jeres.')).toBe(true);
		await mother.open('/plan');
		expect(mother.page.words).toContain('Familien Syd');
	});

	test('who is coordinator is taken out after a word about it; the family then has none and chooses again', async () => {
		const lead = await as('project-lead', '/office');
		await lead.follow('Familien Møller');
		await lead.press('Sæt i teamet', { 'Hvem?': 'Pia Sørensen (Jobkonsulent)' });
		const leaves = 'Ja, tag Hanne Juul ud';
		expect(lead.page.cards(leaves)[0]).toContain(
			'Bagefter har familien ingen koordinator, før den har valgt igen',
		);
		await lead.press(leaves);
		expect(lead.page.part('Teamet')).not.toContain('Hanne Juul');
		await lead.open('/office');
		expect(lead.page.cards('Familien Møller')[0]).toContain('Ingen koordinator lige nu');

		const mother = await as('stranger-parent', '/team');
		expect(mother.page.words).toContain('I har ingen koordinator lige nu');
		await mother.follow('Vælg jeres koordinator');
		expect(mother.page.presses).toContain('Vælg Pia');
	});

	test('a professional is invited and sees no family yet', async () => {
		const lead = await as('project-lead', '/office/invitations/professional');
		await lead.press('Lav invitationen', {
			'Hvad hedder den, du inviterer?': 'Bo Friis',
			'Hvad arbejder personen som?': 'Pædagog',
			'Hvor skal personen arbejde?': 'Egelund Kommune',
		});
		const colleague = somebody();
		await colleague.open(linkOn(lead));
		expect(colleague.page.words).toContain('arbejde med familier i Egelund Kommune');
		await colleague.press('Ja, jeg vil gerne være med');
		expect(colleague.page.path).toBe('/families');
		expect(colleague.page.words).not.toContain('Familien Holm');
	});

	test('the catalogue is kept fresh: what is old is checked, an offer added, found, taken off and put back', async () => {
		const title = 'Strik ved havnen';
		const lead = await as('project-lead', '/office/offers');
		// What needs checking stands first, and is gone from there when it is checked.
		const [stale] = lead.page.articles;
		expect(stale).toContain('Gåture med hunde');
		expect(stale).toContain('Skjult for familierne');
		await lead.press('Jeg har tjekket det i dag', {}, { within: 'Gåture med hunde' });
		expect(lead.page.receipt).toContain('tjekket i dag');
		expect(lead.page.words).not.toContain('Skjult for familierne');

		await lead.follow('Tilføj et tilbud');
		const [oldest, place] = ['Til og med hvilken alder?', 'Hvor er det?'];
		await lead.press('Gem tilbuddet', {
			'Hvad hedder det?': title,
			'Fra hvilken alder?': '12',
			[oldest]: '6',
			Fritid: true,
		});
		expect(lead.page.beside(place)).toContain('Skriv, hvor det er');
		expect(lead.page.value('Hvad hedder det?')).toBe(title);
		expect(lead.page.value('Fritid')).toBe(true);
		await lead.press('Gem tilbuddet', {
			'Hvad er det?': 'Vi mødes hver uge. Alle kan være med.',
			'Hvem står bag?': 'Naboerne',
			Frivillige: true,
			[oldest]: '99',
			[place]: 'Havnsø',
			'Hvordan får man fat i dem?': 'Ring på 00 00 00 40',
		});
		expect(lead.page.receipt).toContain('Familierne kan finde det nu');

		const parent = await as('parent', '/offers?words=Strik');
		await parent.follow(title);
		expect(parent.page.link('00 00 00 40')).toBe('tel:00000040');
		expect(parent.page.words).toContain('Fra 12 år');
		const offer = parent.page.path;
		await lead.press('Ja, tag det af listen', {}, { within: title });
		expect(lead.page.receipt).toContain('Familierne kan ikke finde det mere');
		await parent.open('/offers?words=Strik');
		expect(parent.page.words).not.toContain(title);
		await parent.open(offer);
		expect(parent.page.status).toBe(404);
		expect(parent.page.words).toContain('Den side findes ikke');
		await lead.press('Fortryd');
		expect(lead.page.receipt).toContain('Sat på listen igen');
		await parent.open(offer);
		expect(parent.page.heading).toBe(title);
	});
}
