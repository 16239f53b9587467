/** A family that takes part no more reads everything, and is offered nothing that is refused when it is sent. */
import { beforeAll, expect, test } from 'vitest';
import { danishDay } from '../../src/lib/i18n/format.ts';
import { people } from '../people.ts';
import { ourGoal, suggested, whatWasSaidStands, type Old } from './ended/stands.ts';
import { fieldsOf, house, read, wordsOf } from './house.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-0000000000${tail}`;
const family = id('8002', '0a');
const meeting = `/meetings/${id('8020', 'a1')}`;

const here = house('ended');
const { get, page, post, seen } = here;
const old: Old = {
	answer: {},
	tie: {},
	meeting: {},
	note: {},
};

beforeAll(async () => {
	const offer = await page(suggested, 'parent');
	old.answer = fieldsOf(offer, '?/answer');
	old.tie = fieldsOf(offer, '?/tie');
	old.note = { ...fieldsOf(await page(ourGoal, 'parent'), 'action="?/note"'), note: 'Det går' };
	expect((await post(`${ourGoal}?/note`, 'parent', old.note)).status).toBe(303);
	old.meeting = fieldsOf(await page('/meetings/new', 'parent'), 'name="purpose"');
	await end(family);
});

async function end(family: string) {
	const office = `/office/families/${family}`;
	const ends = /<form[^>]*\?\/end"[\s\S]*?name="id" value="([\da-f-]{36})"/;
	const enrolment = ends.exec(await page(office, 'project-lead'))![1]!;
	const on = danishDay(new Date());
	expect((await post(`${office}?/end`, 'project-lead', { id: enrolment, on })).status).toBe(303);
}

test('it is told so, and is not asked to choose among nobody', async () => {
	for (const path of ['/home', '/team']) {
		const words = wordsOf(await page(path, 'parent'));
		expect(words, path).toMatch(/Jeres forløb (er slut|sluttede den)/);
		expect(words, path).not.toMatch(
			/koordinator nu|koordinator lige nu|så snart de er med|første mål|Her er dem|et forslag til jer/,
		);
	}
	const choosing = await get('/team/coordinator', 'parent');
	expect([choosing.status, choosing.headers.get('location')]).toEqual([303, '/team']);
	for (const path of ['end', people.teacher]) {
		const gone = await page(`/team/coordinator/${path}`, 'parent');
		expect(wordsOf(gone), path).toContain('Jeres forløb er slut');
		expect(gone, path).not.toContain('href="/team/coordinator?');
	}
	expect(wordsOf(await page('/plan/agree', 'parent'))).not.toContain('Læs planen igennem');
	expect(wordsOf(await page('/sharing', 'parent'))).toContain('Der er ingen at dele med nu');
	expect(wordsOf(await page('/more', 'parent'))).not.toContain('vælg jeres koordinator');
});

test('where it is told to call the municipality, its number and hours stand beside it', async () => {
	for (const path of ['/team', '/enrolment', '/meetings', '/team/coordinator/end']) {
		const html = await page(path, 'parent');
		expect(wordsOf(html), path).toMatch(
			/ring til kommunen\. Ring til Egelund Kommune: 00 00 00 13 Åbent mandag til torsdag kl\. 09\.00-15\.00 og fredag/,
		);
		expect(html, path).toContain('href="tel:00000013"');
	}
	// What has not been said is said to be missing.
	expect(wordsOf(await page('/privacy', 'stranger-coordinator'))).toContain(
		'eller ring til kommunen. Strandby Kommune har ikke skrevet sit telefonnummer her endnu.',
	);
});

test('its project lead reads when that was, and no alarm that it has no team', async () => {
	const { rows } = await seen('/office', 'project-lead');
	const row = rows.find((one) => one.includes('Familien Holm'))!;
	expect(row).not.toMatch(/koordinator|team/i);
	expect(rows.find((one) => one.includes('Familien Bak'))).toContain('koordinator');
	expect(row).toMatch(/Sluttede den .+ 20\d\d$/);
	const html = await page('/office', 'project-lead');
	const over = html.slice(html.indexOf('<details', html.indexOf('Familier, der er med')));
	expect(html.slice(0, html.length - over.length), 'apart from those that take part').not.toContain(
		'Familien Holm',
	);
	expect(wordsOf(over)).toMatch(/^Forløb, der er slut \(1\) .*Familien Holm/);
});

test('who was in its team is told that it ended, where they look for the family, and nothing of its words', async () => {
	for (const persona of ['coordinator', 'teacher']) {
		const list = await page('/families', persona);
		const told =
			/Forløbet hos Familien Holm sluttede\.? Det var den .+ 20\d\d\. Den dag gik alle ud af teamet, også du.+ aflyst\./;
		const fold = list.slice(list.indexOf('<details', list.indexOf('Dine familier')));
		expect(wordsOf(fold), persona).toMatch(
			/^Et forløb er slut .* også du.* Familien Holm Sluttede den .+ 20\d\d\. .+ aflyst\./,
		);
		expect(wordsOf(list.slice(0, list.length - fold.length)), 'under those one works with').not.toContain(
			'Familien Holm',
		);
		expect(list, persona).not.toContain(`href="/families/${family}"`);
		const theirs = await get(`/families/${family}`, persona);
		const words = wordsOf(read(await theirs.text()));
		expect([theirs.status, words], persona).toEqual([404, expect.stringMatching(told)]);
		expect(words, persona).not.toContain('taget ud af teamet');
	}
	expect(wordsOf(await page(`/families/${family}`, 'stranger-coordinator'))).not.toContain('Holm');
});

test('nobody is named as to blame for that the team is gone', async () => {
	expect(wordsOf(await page('/team', 'parent'))).not.toMatch(/stod for det|ikke med i jeres team/);
});

test('on Home it is thanked first, and nothing is spoken of as if it went on', async () => {
	for (const persona of ['parent', 'young-person']) {
		const words = wordsOf(await page('/home', persona));
		expect(words, persona).toMatch(
			/^\S+ \S+ Tak for denne gang Jeres forløb sluttede den .+ 20\d\d\. Jeres møder, der ikke var holdt, er aflyst\. Planen er jeres.+ ring til kommunen\. Ring til Egelund Kommune: .00.00.00.13. /,
		);
		expect(words, persona).toContain('Det har vi arbejdet med');
		expect(words, persona).not.toMatch(
			/ikke med i jeres team|stod for det|Aflyst|aftalt noget møde|i gang med|Næste skridt|Datoen er gået|Hvem hjælper os/,
		);
	}
});

test('whose other home goes on is told first which one ended, and goes on with the other', async () => {
	const childs = wordsOf(await page('/home', 'child'));
	expect(childs).toMatch(
		/^\S+ \S+ Familien Holm Tak for denne gang Jeres forløb sluttede den .+ Jeres møder, der ikke var holdt, er aflyst\. I kan stadig læse planen\..+spørg en voksen derhjemme\./,
	);
	expect(childs, 'a child calls nobody').not.toContain('Ring til');
	const whole = wordsOf(await page('/enrolment', 'child'));
	expect(whole).toContain('spørg en voksen derhjemme');
	expect(childs).toContain('Det er vi i gang med');
	// What was cancelled by it is not what happens next.
	expect(childs).not.toMatch(/ikke med i jeres team|Aflyst|Jeres forløb er slut/);
	const goesOn = /Det er vi i gang med(.*)Hvordan har jeg det/.exec(childs)![1]!;
	expect(goesOn).toContain('Familien Bak');
	expect(goesOn).not.toContain('Familien Holm');
});

/** Every page that one comes to from here, each of its kind once. */
async function walked(persona: string): Promise<Map<string, string>> {
	const pages = new Map<string, string>();
	const kinds = new Set<string>();
	const ways = [
		'/home',
		'/plan',
		'/plan/agree',
		'/meetings',
		'/meetings/new',
		'/offers',
		'/sharing',
		'/more',
		'/me',
	];
	for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
		const kind = way.replace(/\?.*/, '').replace(/[\da-f]{8}-[\da-f-]{27}/g, (one) => one.slice(0, 23));
		// Of offers and meetings every one: they stand differently.
		const once = /^\/(offers|meetings)\//.test(way) ? way : kind;
		if (kinds.has(once) || /^\/(privacy|was|language|demo|invitation)/.test(way)) continue;
		kinds.add(once);
		const answer = await get(way, persona);
		if (answer.status !== 200 || !answer.headers.get('content-type')?.includes('html')) continue;
		const html = read(await answer.text());
		pages.set(way, html);
		ways.push(...[...html.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&')));
	}
	return pages;
}

/** What somebody of a family that takes part no more may still send. */
const theirOwn = /^(\?\/(fine|rename|keep|add|retire)|\/sign-out|\/offers)$/;

test.each(['parent', 'young-person'])('no page offers %s what is written on no more', async (persona) => {
	const pages = await walked(persona);
	expect(pages.size).toBeGreaterThan(40);
	for (const [path, html] of pages) {
		const actions = [...html.matchAll(/<form\b[^>]*>/g)].map(
			([tag]) => / action="([^"]*)"/.exec(tag)?.[1] ?? '',
		);
		for (const action of actions) expect(action, path).toMatch(theirOwn);
		// Scales are one's own; nothing else is added.
		if (!path.startsWith('/wellbeing')) expect(actions, path).not.toContain('?/add');
		expect(html, path).not.toMatch(
			/[Tt]eamet (omkring jer )?kan se|Del det<\/a>|jeres koordinator, |sige til jeres koordinator/,
		);
		expect(html, path).not.toMatch(/href="\/(meetings\/new|plan\/agree\?|plan\/[^"]*\/edit)/);
	}
});

whatWasSaidStands(here, old);

test('the plan and the meetings are spoken of as what was', async () => {
	for (const persona of ['parent', 'young-person']) {
		const [plan] = wordsOf(await page('/plan', persona)).split('Fra det andet hjem');
		expect(plan, persona).toContain('Det her ville vi.');
		expect(plan, persona).toContain('Datoen blev sat til den');
		expect(plan, persona).not.toMatch(/Næste skridt|Senest den|Datoen er gået/);
		const meetings = wordsOf(await page('/meetings', persona));
		const [ahead, ended] = meetings.split('Aflyst, da jeres forløb sluttede');
		expect(ahead, persona).not.toContain('Aflyst');
		expect(ended, persona).toMatch(/^ Se \d aflyste møder .*Aflyst/);
		expect(wordsOf(await page(meeting, persona)), persona).toMatch(
			/Mødet er aflyst\. Jeres forløb sluttede den .+ 20\d\d\. Derfor er mødet aflyst/,
		);
	}
	// The plan of the child's other home is not over.
	expect(wordsOf(await page('/plan', 'child'))).toMatch(/Det her vil vi\..+Næste skridt/);
});

test('a plan that nobody agreed on is not spoken of as one that still can be', async () => {
	const unagreed = 'I har ikke aftalt planen endnu';
	expect(wordsOf(await page('/plan', 'other-parent'))).toContain(unagreed);
	const goal = /href="\/plan\/([\da-f-]{36})"/.exec(await page('/home', 'other-parent'))![1]!;
	expect((await post(`/plan/${goal}?/done`, 'other-parent', { id: goal })).status).toBe(303);
	await end(id('8002', '0b'));
	const words = wordsOf(await page('/plan', 'other-parent'));
	expect(words).toContain('Jeres forløb er slut');
	expect(words).not.toContain(unagreed);
	// What was reached is what is left of it on Home.
	const home = await page('/home', 'other-parent');
	expect(wordsOf(home)).toContain('Det nåede vi');
	expect([...home.matchAll(/href="\/plan\/([\da-f-]{36})"/g)].map(([, one]) => one)).toEqual([goal]);
});

test('who takes part again is welcomed, and blamed for nothing of the time before', async () => {
	const office = `/office/families/${id('8002', '0b')}`;
	const on = danishDay(new Date());
	const again = fieldsOf(await page(office, 'project-lead'), '?/again', 'name="visitedOn"');
	expect((await post(`${office}?/again`, 'project-lead', { ...again, visitedOn: on })).status).toBe(303);
	const words = wordsOf(await page('/home', 'other-parent'));
	expect(words).toMatch(/^\S+ \S+ Velkommen igen I er med igen fra den .+ 20\d\d\. Planen er, som I lod den/);
	// Of the other home's meetings about Noah it is told, of ours not.
	expect(words).not.toMatch(/Formøde|stod for det|ikke med i jeres team|Tak for denne gang/);
	// The two times stand apart, each with its story.
	const story = wordsOf(await page('/enrolment', 'other-parent'));
	expect(story).toMatch(
		/Forløbet nu, siden den .+Det blev besluttet.+Forløbet fra den .+ til den .+Forløbet sluttede/,
	);
	expect((await seen(office, 'project-lead')).words, 'the office reads them apart too').toMatch(
		/Forløbet nu, siden den .+Visiteret.+Forløbet fra den .+ til den .+Forløbet sluttede/,
	);
	expect(story.match(/Det blev besluttet, at I kan være med/g)).toHaveLength(2);
	// A meeting of the time before is not held after all: nobody of the team would come.
	const list = await page('/meetings', 'other-parent');
	const ours = list.slice(list.indexOf('Aflyst, da jeres forløb sluttede'));
	const before = /href="(\/meetings\/[\da-f-]{36})"/.exec(ours)![1]!;
	const meeting = await page(before, 'other-parent');
	expect(wordsOf(meeting)).toContain('Derfor er mødet aflyst');
	expect(meeting).not.toContain('?/holdAfterAll"');
});
