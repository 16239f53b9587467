/** What the professionals do, and what it is to the families, works before and without scripts. */
import { expect, test } from 'vitest';
import { withoutScripts } from './browser.ts';
import { jobs } from './staff/jobs.ts';
import { theOffice } from './staff/office.ts';
import { reading } from './staff/reading.ts';

const house = withoutScripts('without scripts, staff');
const { as } = house;

theOffice(house);
reading(house);

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
	expect(lead.page.cards('Familien Bak')[0]).toContain('Siden den');
	await father.open('/plan');
	expect(father.page.presses).toContain('Læg i planen');
	expect((await teacher.open(bak)).status).toBe(404);
});

jobs(house);
