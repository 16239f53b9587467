/** A colleague gets one more job and ends it; what that means is said before, and stays true afterwards. */
import { expect, test } from 'vitest';
import type { WithoutScripts } from '../browser.ts';

/** On the server of staff.test.ts: a second one would only start again. */
export function jobs({ as }: WithoutScripts): void {
	test('a workplace, one more job, a team by it, and its end', async () => {
		const lead = await as('project-lead');
		await lead.follow('Kolleger');
		await lead.follow('Arbejdssteder');
		const name = 'Hvad hedder stedet?';
		await lead.press('Tilføj stedet', { [name]: ' egelund SKOLE' });
		expect(lead.page.words).toContain('Vælg, hvilken slags sted det er');
		expect(lead.page.value(name)).toBe(' egelund SKOLE');
		await lead.press('Tilføj stedet', { Forening: true });
		expect(lead.page.beside(name)).toContain('Det sted står her allerede');
		await lead.press('Tilføj stedet', { [name]: 'Syklubben' });
		expect(lead.page.receipt).toContain('Nu kan nogen arbejde der');
		expect(lead.page.cards('Syklubben')[0]).toContain('Forening');

		await lead.follow('Kolleger');
		await lead.follow(/^Jonas Lund/);
		await lead.press('Tilføj jobbet', { 'Hvor?': 'Syklubben' });
		expect(lead.page.value('Hvor?')).not.toBe('');
		await lead.press('Tilføj jobbet', { 'Som hvad?': 'Mentor' });
		expect(lead.page.receipt).toContain('i det nye job');
		expect(lead.page.articles.find((words) => words.includes('Syklubben'))).toContain('Mentor');
		await lead.open('/office');
		await lead.follow('Familien Møller');
		await lead.press('Sæt i teamet', { 'Hvem?': 'Jonas Lund (Mentor, Syklubben)' });
		expect(lead.page.cards('Jonas Lund')[0]).toContain('Mentor');

		await lead.open('/office/colleagues');
		await lead.follow(/^Jonas Lund/);
		await lead.follow('Lad jobbet slutte', { within: 'Syklubben' });
		expect(lead.page.words).toContain('Skal Jonas Lund stoppe som mentor?');
		const teams = lead.page.part('Så forlader Jonas Lund teamet hos');
		expect(teams).toContain('Familien Møller');
		expect(teams).not.toContain('Familien Holm');
		expect(lead.page.words).toContain('De gamle teams og delinger kommer ikke med tilbage');
		expect(lead.page.words, 'who shares what is not for the lead').not.toContain('Livets stige');
		await lead.press('Ja, Jonas Lund stopper');
		expect(lead.page.receipt).toContain('Jobbet er slut');
		expect(lead.page.articles).toEqual([expect.stringContaining('Lærer')]);
		const mother = await as('stranger-parent', '/team/log');
		expect(mother.page.cards('Jonas Lund er ikke med i teamet mere')[0]).toMatch(
			/Mentor, Syklubben.*Thomas Bech stod for det/,
		);
	});

	test('nobody else ends a job, and the only lead leads on', async () => {
		const lead = await as('project-lead', '/office/colleagues');
		await lead.follow(/^Thomas Bech/);
		expect(() => lead.page.value('Hvor?')).toThrow('no field');
		await lead.follow('Lad jobbet slutte');
		expect(lead.page.words).toContain('Ingen andre leder projektet');
		expect(lead.page.presses.filter((name) => name.startsWith('Ja, '))).toEqual([]);
		const teacher = await as('teacher');
		for (const path of ['/office/colleagues', '/office/places'])
			expect((await teacher.open(path)).status, path).toBe(403);
		const hanne = '00000000-0000-7000-8007-0000000000e7';
		expect((await teacher.open(`/families/profile/${hanne}`)).status).toBe(404);
	});

	// Last: Mette works here no more afterwards.
	test('a professional stops: told what ends, and is outside afterwards; the family keeps who it was', async () => {
		const mette = await as('coordinator', '/families/profile');
		await mette.press('Gem', { 'Hvad arbejder du som?': 'Psykolog' });
		expect(mette.page.receipt).toContain('Familierne ser det nu');
		await mette.follow('Jeg stopper i det job');
		expect(mette.page.words).toContain('Vil du stoppe som psykolog?');
		expect(mette.page.part('Så forlader du teamet hos')).toContain('Familien Holm');
		expect(mette.page.part('Så er det her ikke delt med dig mere')).toContain('Amira Holm: Livets stige');
		await mette.press('Ja, jeg stopper');
		expect(mette.page.path).toBe('/me');
		expect(mette.page.receipt).toContain('Du er stoppet i det job');
		await mette.open('/families');
		expect(mette.page.path).toBe('/me?work=over');
		expect(mette.page.words).toContain('Du er stoppet som psykolog');

		const parent = await as('parent', '/team/log');
		for (const [said, as] of [
			['Mette Krogh kom med i teamet', 'Sundhedsplejerske, Egelund Kommune'],
			['Mette Krogh er nu psykolog', 'Egelund Kommune'],
			['Mette Krogh er ikke med i teamet mere', 'Psykolog, Egelund Kommune'],
		] as const)
			expect(parent.page.cards(said)[0]).toContain(as);
		await parent.open('/sharing/log');
		expect(parent.page.articles[0]).toContain('Mette Krogh, sundhedsplejerske');
		await parent.open('/sharing');
		expect(parent.page.words).not.toContain('Mette');
		await parent.open('/team');
		expect(parent.page.words).toMatch(/Hvem har været koordinator\?.*Sundhedsplejerske, Egelund Kommune/);
	});
}
