/**
 * What a page says is true for who reads it: nobody is asked for what they may not do, or for what is
 * over. In several files on one server.
 */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { people } from '../people.ts';
import { house, wordsOf } from './house.ts';
import { invitationsAreTrue } from './true-for-me/invitations.ts';
import { planIsTrue } from './true-for-me/plan.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-0000000000${tail}`;
const family = id('8002', '0a');
const [mette, jonas] = [id('8001', 'e1'), id('8001', 'e2')];
const here = house('true for me');
const { get, page, post } = here;

test('in a family one is called by first name and oneself by none; professionals read whole names', async () => {
	const goal = (tail: string) => `/plan/${id('8010', tail)}`;
	const meeting = (tail: string) => `/meetings/${id('8020', tail)}`;
	const paths = [
		...[
			'/home',
			'/plan',
			'/plan/agree',
			'/meetings',
			'/meetings/new',
			'/offers',
			'/wellbeing',
			'/sharing',
			'/more',
		],
		...['a1', 'a2', 'a3', 'a4'].map(goal),
		...['a1', 'a2', 'a3'].map(meeting),
		`/plan/agreed/${id('8012', 'a1')}`,
	];
	for (const persona of ['parent', 'young-person', 'child']) {
		for (const path of paths) {
			expect(wordsOf(await page(path, persona)), `${persona} ${path}`).not.toMatch(/(Amira|Emil|Noah) Holm/);
		}
	}
	for (const path of ['/plan', goal('a2'), `/plan/agreed/${id('8012', 'a1')}`]) {
		const mine = wordsOf(await page(path, 'parent'));
		expect(mine, path).toContain('Handler om dig');
		expect(mine, path).not.toContain('Handler om Amira');
		expect(wordsOf(await page(path, 'young-person')), path).toContain('Handler om Amira');
	}
	expect(wordsOf(await page(meeting('a2'), 'child'))).toContain('Handler om dig');
	expect(wordsOf(await page(meeting('a1'), 'parent')), 'who wrote and who called it').not.toMatch(
		/Amira(,| har inviteret)/,
	);
	const theirs = `/families/${family}/goals/${id('8010', 'a2')}`;
	expect(wordsOf(await page(theirs, 'coordinator'))).toContain('Handler om Amira Holm');
});

invitationsAreTrue(here);

test('a choice is offered to those who may choose', async () => {
	expect(await page('/more', 'parent')).toContain('vælg jeres koordinator');
	for (const persona of ['young-person', 'child']) {
		const more = await page('/more', persona);
		expect(more, persona).toContain('Se, hvem der hjælper jer.');
		expect(more, persona).not.toContain('vælg jeres koordinator');
	}
});

test('Home counts the suggestions one may answer: that to Noah is his and his parents’, not Emil’s', async () => {
	expect(await page('/home', 'parent')).toContain('Der er et forslag til jer. Er det noget for jer?');
	// Who decides for nobody else is not spoken to as several.
	expect(await page('/home', 'child')).toContain('Der er et forslag til dig. Er det noget for dig?');
	expect(await page('/home', 'young-person')).not.toMatch(/forslag til (jer|dig)/);
});

test('who answers an offer for themselves alone is not spoken to as several', async () => {
	const offer = `/offers/${id('8030', '01')}`;
	const emil = people['young-person'];
	const before = await page(offer, 'young-person');
	expect(before).toContain('Det vil jeg gerne');
	expect(before).not.toMatch(/Hvad siger I|vi gerne|hvad I svarer/);
	const answer = { _form: 'first', id: v7(), family, offer: id('8030', '01'), about: emil };
	const answered = await post(`${offer}?/answer`, 'young-person', { ...answer, state: 'started' });
	expect(answered.status).toBe(303);
	const after = await page(offer, 'young-person');
	expect(after).toContain('Jeg er begyndt');
	expect(after).not.toContain('Vi er begyndt');
	expect(wordsOf(await page('/offers', 'young-person'))).toContain('Jeg er begyndt Til dig');
	expect(wordsOf(await page('/offers', 'parent'))).toContain('Vi er begyndt Til Emil');

	const { reason, ...suggestion } = {
		...answer,
		id: v7(),
		offer: id('8030', '02'),
		reason: 'Det er tæt på.',
	};
	const goal = id('8010', 'a1');
	const suggest = `/families/${family}/offers/${suggestion.offer}?/suggest`;
	const suggested = await post(suggest, 'coordinator', { ...suggestion, goal, reason });
	expect(suggested.status).toBe(303);
	for (const path of ['/offers', `/offers/${suggestion.offer}`]) {
		expect(await page(path, 'young-person'), path).toContain('Det er til målet:');
		expect(await page(path, 'parent'), path).toContain('Det er til jeres mål:');
	}
	const lead = { own: 'Du vælger selv.', ours: 'I vælger selv.' };
	expect(await page('/offers', 'young-person')).toContain(lead.own);
	for (const persona of ['parent', 'child'])
		expect(await page('/offers', persona), persona).toContain(lead.ours);
});

test('what is not shared cannot be stopped, and that is said', async () => {
	expect(await page(`/sharing/${mette}/stop?topic=ladder`, 'parent')).toContain('Ja, stop med at dele');
	// Taken back long ago, and never shared.
	for (const path of [`/sharing/${jonas}/stop?topic=who5`, `/sharing/${mette}/stop?topic=scale`]) {
		const html = await page(path, 'parent');
		expect(html, path).toContain('Der er ikke noget at stoppe');
		expect(html, path).not.toContain('Ja, stop med at dele');
		expect(html, path).toContain(`href="${path.split('/stop')[0]}"`);
	}
});

test('a young person is one wherever a meeting is called', async () => {
	for (const [path, persona] of [
		['/meetings/new', 'parent'],
		[`/families/${family}/meetings/new`, 'coordinator'],
	] as const) {
		expect(await page(path, persona), path).toContain('Ung i familien');
	}
});

test('the project lead sees to whom the family has said no before anything is tried', async () => {
	const office = `/office/families/${family}`;
	expect(await page(office, 'project-lead')).not.toContain('Familien har sagt nej tak til');
	const job = /<option value="([\da-f-]{36})"[^>]*>([^<(]+) \(/.exec(await page(office, 'project-lead'))!;
	const place = v7();
	expect((await post(`${office}?/join`, 'project-lead', { id: place, family, job: job[1]! })).status).toBe(
		303,
	);
	expect((await post('/team?/sendAway', 'parent', { id: place })).status).toBe(303);
	const html = await page(office, 'project-lead');
	const said = html.slice(html.indexOf('Familien har sagt nej tak til'));
	expect(said).toContain(`<li><bdi>${job[2]}`);
	expect(wordsOf(said), 'who it is up to, of one as of several').toMatch(
		/^[^.]+ Kun familien selv kan ændre det/,
	);
	expect(html).not.toContain(`<option value="${job[1]}"`);
});

test('who works here and opens a page of the project lead’s is sent to the project lead', async () => {
	expect(await page('/office', 'coordinator')).toContain('Spørg projektlederen');
	expect(await page('/office', 'parent')).toContain('Ring til kommunen');
});

test('the last place leads to what is there for each, and names who belongs to the family', async () => {
	const everybodys = ['/me', '/language', '/privacy', '/was'];
	const ours = ['/team', '/enrolment', '/offers', '/wellbeing/help?from=more'];
	const call = 'tel:00000013';
	for (const [persona, leads] of [
		['parent', [...ours, ...everybodys, call, '/team/leave/00000000-0000-7000-8002-00000000000a']],
		['child', [...ours, ...everybodys, call, call]],
		['teacher', everybodys],
	] as const) {
		const html = await (await get('/more', persona)).text();
		const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
		expect(
			[...main.matchAll(/<a[^>]* href="([^"]*)"/g)].map(([, href]) => href),
			persona,
		).toEqual(leads);
	}
	expect(wordsOf(await page('/more', 'child'))).toMatch(
		/Familien Holm AH Amira Forælder .*EH Emil Ung .*NB Noah Barn.* Familien Bak JB Jesper Forælder .*NB Noah Barn/,
	);
});

test('who only works here reads of their own what they have here', async () => {
	for (const persona of ['coordinator', 'teacher', 'project-lead']) {
		const html = await (await get('/more', persona)).text();
		expect(wordsOf(html), persona).toContain('Mig Min profil, mine enheder, mit navn.');
		expect(wordsOf(html), persona).not.toMatch(/min deling|Jeres/);
		expect(/href="([^"]*)"[^>]*aria-current="page"/.exec(html)![1]).toBe('/more');
	}
	expect(wordsOf(await page('/more', 'parent'))).toContain('Mine svar, min deling, mine enheder.');
	// Every page is under a place one can see.
	for (const [path, at] of [
		['/team', '/more'],
		['/sharing', '/me'],
	] as const)
		expect(/href="([^"]*)"[^>]*aria-current="page"/.exec(await (await get(path, 'parent')).text())![1]).toBe(
			at,
		);
});

test('why somebody is asked is said to them, and others read to whom', async () => {
	const at = '/meetings/00000000-0000-7000-8020-0000000000a1';
	const emils = wordsOf(await page(at, 'young-person'));
	expect(emils).toMatch(/Emil .{0,30}Ung i familien Så du selv kan fortælle om bageriet/);
	expect(emils).toContain('Skrevet til Amira: Det er jeres møde');
	expect(wordsOf(await page(at, 'parent'))).toContain(
		'Skrevet til Emil: Så du selv kan fortælle om bageriet',
	);
});

planIsTrue(here);
