/** What the professionals do, and what it is to the families, works before and without scripts. */
import { expect, test } from 'vitest';
import { holm } from '../../e2e/pages.ts';
import { linkOn, withoutScripts } from './browser.ts';

const { as, somebody } = withoutScripts('without scripts, staff');

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
	await mother.open('/plan');
	expect(mother.page.words).toContain('Familien Syd');
});

test('a relative is invited; the family says yes, and then that it was wrong', async () => {
	const name = 'Onkel Sami';
	const coordinator = await as('coordinator', `/families/${holm}/invite`);
	await coordinator.press('Lav invitationen', {
		'Hvad hedder den, du inviterer?': name,
		'Anden voksen i familien': true,
	});
	const link = linkOn(coordinator);

	// Nothing opens before the family has said yes, and whose it is is not told.
	const guest = somebody();
	await guest.open(link);
	expect(guest.page.heading).toBe('Familien skal sige ja først');
	expect(guest.page.words).not.toContain(name);
	const mother = await as('parent', '/team');
	await mother.press('Ja, det er rigtigt', {}, { within: name });
	expect(mother.page.receipt).toContain('I har sagt ja');

	await guest.open(link);
	expect(guest.page.words).toContain('Mette Krogh (Sundhedsplejerske) inviterer dig');
	await guest.press('العربية');
	expect(guest.page.words).toMatch(/[\u0600-\u06ff]/);
	await guest.press('Dansk');
	await guest.press('Ja, jeg vil gerne være med', { 'Det er min egen': true });
	expect(guest.page.receipt).toContain('Du er med nu');
	await guest.open('/plan');
	expect(guest.page.words).toContain('Vi vil have nogle rolige morgener');

	await mother.open('/team');
	await mother.press(`Nej, ${name} hører ikke til hos os`);
	expect(mother.page.receipt).toContain('kan ikke se jeres plan');
	await guest.open('/plan');
	expect(guest.page.path).toBe('/me');
	expect(guest.page.words).toContain('Du er ikke med i en familie lige nu');
	// What is theirs stays: own answers, their readers, and the way back in.
	for (const [path, heading] of [
		['/wellbeing/ladder', 'Livets stige'],
		['/sharing', 'Hvem ser hvad'],
	] as const) {
		await guest.open(path);
		expect(guest.page.heading).toBe(heading);
	}
	await guest.open('/');
	await guest.follow('Jeg har fået en invitation');
	expect(guest.page.heading).toContain('kode');
	const later = somebody();
	await later.open(link);
	expect(later.page.heading).toBe('Invitationen er brugt');
	expect(later.page.words).not.toContain(name);
});

test('an offer is added, with what was missing beside its field, found, and taken off', async () => {
	const lead = await as('project-lead', '/office/offers');
	const title = 'Strik ved havnen';
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
	expect(parent.page.words).not.toContain('Ring på');
});

test('a workplace, one more job, a team by it, and its end', async () => {
	const lead = await as('project-lead', '/office/places');
	const name = 'Hvad hedder stedet?';
	await lead.press('Tilføj stedet', { [name]: ' egelund SKOLE' });
	expect(lead.page.words).toContain('Vælg, hvilken slags sted det er');
	expect(lead.page.value(name)).toBe(' egelund SKOLE');
	await lead.press('Tilføj stedet', { Forening: true });
	expect(lead.page.beside(name)).toContain('Det sted står her allerede');
	await lead.press('Tilføj stedet', { [name]: 'Syklubben' });
	expect(lead.page.receipt).toContain('Nu kan nogen arbejde der');

	await lead.open('/office/colleagues');
	await lead.follow(/^Jonas Lund/);
	await lead.press('Tilføj jobbet', { 'Hvor?': 'Syklubben' });
	expect(lead.page.value('Hvor?')).not.toBe('');
	await lead.press('Tilføj jobbet', { 'Som hvad?': 'Mentor' });
	expect(lead.page.receipt).toContain('i det nye job');
	await lead.open('/office');
	await lead.follow('Familien Møller');
	await lead.press('Sæt i teamet', { 'Hvem?': 'Jonas Lund (Mentor, Syklubben)' });
	expect(lead.page.cards('Jonas Lund')[0]).toContain('Mentor');

	await lead.open('/office/colleagues');
	await lead.follow(/^Jonas Lund/);
	await lead.follow('Lad jobbet slutte', { within: 'Syklubben' });
	expect(lead.page.words).toContain('Skal Jonas Lund stoppe som mentor?');
	expect(lead.page.words).toContain('Familien Møller');
	await lead.press('Ja, Jonas Lund stopper');
	expect(lead.page.receipt).toContain('Jobbet er slut');
	const mother = await as('stranger-parent', '/team/log');
	expect(mother.page.cards('Jonas Lund er ikke med i teamet mere')[0]).toMatch(
		/Mentor, Syklubben.*Thomas Bech stod for det/,
	);
});

test('shared answers are read, and what families see of oneself is written', async () => {
	const coordinator = await as('coordinator', `/families/${holm}`);
	expect(coordinator.page.words).not.toContain('Trin 5 af 10');
	await coordinator.press('Læs svarene');
	expect(coordinator.page.words).toContain('Den, der har svaret, kan se, at du har læst dette');
	expect(coordinator.page.words).toContain('Trin 5 af 10');

	const teacher = await as('teacher', '/families');
	const helps = 'Hvad kan du hjælpe med?';
	await teacher.follow('Sådan ser familierne dig');
	await teacher.press('Gem', { [helps]: 'x'.repeat(401) });
	expect(teacher.page.beside(helps)).toContain('højst 400 tegn');
	expect(teacher.page.value(helps)).toBe('x'.repeat(401));
	await teacher.press('Gem', { [helps]: 'Jeg kan hjælpe med lektier om tirsdagen.' });
	expect(teacher.page.receipt).toContain('Gemt');
	const parent = await as('parent', '/team');
	expect(parent.page.words).toContain('Jeg kan hjælpe med lektier om tirsdagen.');
});

test('a family is offered a place, answers, comes further, ends and takes part again', async () => {
	const lead = await as('project-lead', '/office');
	await lead.follow('Familien Bak');
	const offeredOn = 'Hvornår fik familien tilbudt pladsen?';
	await lead.press('Gem tilbuddet', { [offeredOn]: '2020-01-01' });
	expect(lead.page.beside(offeredOn)).toContain('før familien blev visiteret');
	expect(lead.page.value(offeredOn)).toBe('2020-01-01');
	const today = await lead.open(lead.page.url.pathname).then((page) => page.latest(offeredOn));
	await lead.press('Gem tilbuddet', { [offeredOn]: today });
	expect(lead.page.receipt).toContain('Tilbuddet er skrevet ned');
	expect(lead.page.words).toContain('Fik tilbudt en plads');

	await lead.press('Gem svaret');
	expect(lead.page.words).toContain('Vælg, hvad familien svarede.');
	await lead.press('Gem svaret', { 'Ja, de vil være med': true });
	expect(lead.page.receipt).toContain('Familien er med');
	expect(lead.page.presses).not.toContain('Gem tilbuddet');

	await lead.press('Gem, hvor familien er', { Stabiliserende: true });
	expect(lead.page.words).toContain('Der er familien allerede.');
	await lead.press('Gem, hvor familien er', { Normaliserende: true });
	expect(lead.page.receipt).toContain('Familien kan se det');
	const [father, teacher] = [await as('other-parent', '/more'), await as('teacher')];
	await father.follow(/^Jeres forløb/);
	expect(father.page.words).toContain('Lige nu handler det om, at hverdagen finder sin form.');
	expect(father.page.words).not.toMatch(/stabiliser|normaliser/i);

	expect(lead.page.words).toContain('Møder, der ikke er holdt endnu, bliver aflyst.');
	await lead.press('Ja, afslut forløbet');
	expect(lead.page.receipt).toContain('Forløbet er slut');
	expect(lead.page.words).toContain('Der er ingen i teamet lige nu.');
	expect(lead.page.words).toContain('Familien er ikke med lige nu.');

	const bak = '/families/00000000-0000-7000-8002-00000000000b';
	expect((await teacher.open(bak)).status).toBe(404);
	await father.open('/plan');
	expect(father.page.words).toContain('I kan læse hele planen');
	expect(father.page.presses).not.toContain('Læg i planen');
	await father.open('/enrolment');
	expect(father.page.words).toContain('Jeres forløb sluttede den');

	const visited = 'Hvornår blev familien visiteret?';
	await lead.press('Tilmeld familien igen', { [visited]: '2020-01-01' });
	expect(lead.page.beside(visited)).toContain('før det sidste forløb sluttede');
	await lead.press('Tilmeld familien igen', { [visited]: today, Forebyggende: true });
	expect(lead.page.receipt).toContain('Familien er med igen');
	await lead.open('/office');
	expect(lead.page.cards('Familien Bak')[0]).toContain('Har været med siden');
	await father.open('/plan');
	expect(father.page.presses).toContain('Læg i planen');
	expect((await teacher.open(bak)).status).toBe(404);
});
