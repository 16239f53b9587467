/**
 * Who comes in, by the door or by an invitation; and what Home says first to whoever has just come, whose team has not,
 * and when somebody new wants to be let in.
 */
import { expect, test } from 'vitest';
import { linkOn, withoutScripts } from './browser.ts';
import { invitations } from './coming/invitations.ts';
import { theDoor } from './coming/door.ts';

const house = withoutScripts('without scripts, coming');
const { as, somebody } = house;

/** A family that has just been enrolled, and its first parent as she comes in. */
async function enrolled(family: string, parent: string) {
	const lead = await as('project-lead');
	await lead.follow('Tilmeld en familie');
	await lead.press('Tilmeld familien', {
		'Hvad skal familien hedde her?': family,
		'Hvornår blev familien visiteret?': '2026-01-05',
	});
	const office = lead.page.path;
	await lead.follow('Inviter et medlem af familien');
	await lead.press('Lav invitationen', {
		'Hvad hedder den, du inviterer?': parent,
		'Mor, far eller anden forælder': true,
	});
	const mother = somebody();
	await mother.open(linkOn(lead));
	await mother.press('Ja, jeg vil gerne være med');
	return { lead, office, mother };
}

test('whoever is new is asked to do one thing, and to choose nobody before there is somebody', async () => {
	const { lead, office, mother } = await enrolled('Familien Ny', 'Nanna');
	expect(mother.page.path).toBe('/home');
	expect(mother.page.words).toContain('Kommunen finder dem sammen med jer');
	expect(mother.page.words).not.toMatch(/ingen koordinator|Ingen har læst/);
	expect(mother.page.presses).not.toContain('Vælg jeres koordinator');
	expect(mother.page.presses).not.toContain('Se hele teamet');
	expect(mother.page.filled).toEqual(['Skriv det første mål']);
	await mother.open('/team');
	expect(mother.page.words).not.toContain('Her er dem, der hjælper jer');

	await mother.open('/plan/agree');
	await mother.follow('Skriv det første mål');
	await mother.press('Læg i planen', { 'Hvad vil I gerne have skal ske?': 'Sove igennem' });
	await mother.open('/home');
	expect(mother.page.words).toContain('Kommunen finder dem sammen med jer');

	await lead.open(office);
	await lead.press('Sæt i teamet', { 'Hvem?': 'Hanne Juul (Familiekonsulent)' });
	await mother.open('/home');
	expect(mother.page.presses).toContain('Vælg jeres koordinator');
	await mother.follow(/^Hanne Juul er med i jeres team nu\. Thomas Bech stod for det\. Er det rigtigt\?$/);
	await mother.open('/team/coordinator');
	expect(mother.page.presses).toContain('Vælg Hanne');

	// Whoever was the last of it has left: there is nobody to choose any more.
	await lead.press('Ja, tag Hanne Juul ud');
	await mother.open('/home');
	expect(mother.page.words).toContain('Hanne Juul har ikke været med i jeres team siden');
	expect(mother.page.words).not.toContain('Vælg jeres koordinator');
});

test('a family that ends before anything was written is thanked, not bidden welcome', async () => {
	const { lead, office, mother } = await enrolled('Familien Kort', 'Kirsten');
	await lead.open(office);
	await lead.press('Ja, afslut forløbet');
	await mother.open('/home');
	expect(mother.page.words).toContain('Tak for denne gang');
	expect(mother.page.words).not.toMatch(/Det her er jeres|første mål|Planen er tom|aftalt noget møde|aflyst/);
	expect(mother.page.filled).toEqual([]);
});

test('who wants to be let in is named, and who invited them', async () => {
	const [mother, coordinator] = [await as('parent'), await as('coordinator')];
	const invite = async (name: string) => {
		await coordinator.open('/families/00000000-0000-7000-8002-00000000000a/invite');
		await coordinator.press('Lav invitationen', {
			'Hvad hedder den, du inviterer?': name,
			'Anden voksen i familien': true,
		});
	};
	await invite('Christina');
	await mother.open('/home');
	await mother.follow(/^Mette Krogh har inviteret Christina til at være med hos jer\. Er det i orden\?$/);
	expect(mother.page.cards('Christina')).toHaveLength(1);
	for (const name of ['Bo', 'Dorte', 'Elin', 'Finn', 'Gitte']) await invite(name);
	await mother.open('/home');
	await mother.follow(/^Gitte, Finn, Elin, Dorte og 2 andre er inviteret/);
});

theDoor(house);
invitations(house);
