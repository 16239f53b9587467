/** A professional has another job, becomes something else, is coordinator no more, leaves a team, leaves the job: what is said before, to whom after, and where they land. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { people } from '../people.ts';
import { house, read, wordsOf } from './house.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-0000000000${tail}`;
const family = id('8002', '0a');
const [mette, jonas] = [id('8007', 'e1'), id('8007', 'e2')];

const { get, page, post } = house('leaving');

test('whoever has several jobs reads over each form which job it is; one job needs no heading', async () => {
	const headings = (html: string) => [...html.matchAll(/<h2[^>]*>([^<]+)</g)].map(([, words]) => words);
	const profile = '/families/profile';
	const once = headings(await page(profile, 'teacher'));
	expect(once).toEqual(['Sådan står der nu']);
	const colleague = `/office/colleagues/${people.teacher}`;
	const organisation = /<option value="([\da-f-]{36})"/.exec(await page(colleague, 'project-lead'))![1]!;
	const job = { id: v7(), organisation, profession: 'Mentor' };
	expect((await post(`${colleague}?/give`, 'project-lead', job)).status).toBe(303);
	const twice = headings(await page(profile, 'teacher'));
	expect(twice).toContain('Lærer hos Egelund Skole');
	expect(twice.filter((words) => words!.startsWith('Mentor hos '))).toHaveLength(1);
});

test('who becomes something else is told on Home, until one has said that it is fine', async () => {
	const said = 'Jonas Lund i jeres team er nu psykolog.';
	expect(await page('/home', 'parent')).not.toContain(said);
	await post('/families/profile?/edit', 'teacher', {
		id: jonas,
		drawnFrom: '0',
		profession: 'Psykolog',
		helpsWith: '',
	});
	for (const persona of ['parent', 'young-person']) expect(await page('/home', persona)).toContain(said);
	const team = await page('/team', 'parent');
	expect(team).toContain('Nyt hos Familien Holm');
	expect(team, 'nobody came: there is nothing to say no to').not.toContain('?/sendAway');
	expect(team, 'nor is anybody asked to find it fine').not.toContain('Det er fint');
	expect(team).toContain('Jeg har set det');
	const event = /name="fine-([0-9a-f-]+)"|name="id" value="([0-9a-f-]+)"/.exec(
		team.slice(team.indexOf('?/fine')),
	);
	await post('/team?/fine', 'parent', { id: (event![1] ?? event![2])! });
	expect(await page('/home', 'parent')).not.toContain(said);
	expect(await page('/home', 'young-person')).toContain(said);
});

test('a professional leaves one team: said before, and the family is told', async () => {
	const leave = `/families/${family}/leave`;
	expect(await page(`/families/${family}`, 'teacher')).toContain(`href="${leave}"`);
	const before = await page(leave, 'teacher');
	expect(before).toContain('Vil du forlade teamet hos Familien Holm?');
	expect(await page(leave, 'coordinator'), 'what was shared').toContain('Amira Holm: Livets stige');
	expect(before.indexOf('Nej, jeg bliver'), 'the calm way first').toBeLessThan(
		before.indexOf('Ja, jeg forlader'),
	);
	const place = /name="id" value="([0-9a-f-]+)"/.exec(before)![1]!;

	for (const other of ['job-adviser', 'parent', 'project-lead']) {
		const refused = await post(leave + '?/leave', other, { id: place });
		expect([403, 404, 409], other).toContain(refused.status);
	}
	const left = await post(leave + '?/leave', 'teacher', { id: place });
	expect(left.headers.get('location')).toBe('/families');
	expect((await get(`/families/${family}`, 'teacher')).status).toBe(404);
	expect((await get('/families', 'teacher')).status, 'the job goes on').toBe(200);

	const said = 'Jonas Lund har selv valgt at stoppe i jeres team.';
	expect(await page('/home', 'parent')).toContain(said);
	expect(await page('/home', 'child'), 'a child need not carry who left').not.toContain(said);
	const log = await page('/team/log', 'parent');
	expect(log).toMatch(
		/Jonas Lund er ikke med i teamet mere[\s\S]{0,400}Psykolog, Egelund Skole[\s\S]{0,200}Jonas Lund valgte det selv/,
	);
});

test('a place whose name was wrong is put right, and what has been says what it said', async () => {
	const places = await page('/office/places', 'project-lead');
	const school = /name="id" value="([0-9a-f-]+)"/.exec(places.slice(places.indexOf('Egelund Skole')))![1]!;
	const rename = (name: string, persona = 'project-lead') =>
		post('/office/places?/rename', persona, { id: school, drawnFrom: '0', name });
	expect((await rename('Egelund kommune')).status, 'there is one of that name').toBe(400);
	expect((await rename('Skolen', 'teacher')).status).toBe(403);
	expect((await rename('Egelund Folkeskole')).status).toBe(303);
	expect(await page('/office/places', 'project-lead')).toContain('Egelund Folkeskole');
	expect(await page('/families/profile', 'teacher')).toContain('Egelund Folkeskole');
	expect(await page('/team/log', 'parent')).not.toContain('Folkeskole');
});

test('who ends what a coordinator does no more is told how it stands, without a script', async () => {
	const path = '/team/coordinator/end';
	const role = /name="id" value="([\da-f-]{36})"/.exec(await page(path, 'stranger-parent'))![1]!;
	const end = () => post(path, 'stranger-parent', { _form: 'end', id: role });
	expect((await end()).status).toBe(303);
	const late = await end();
	expect(late.status).toBe(409);
	const html = read(await late.text());
	expect(html).toMatch(/role="alert"[^]{0,700}Det er allerede ændret/);
	for (const now of [html, await page(path, 'stranger-parent')]) {
		expect(wordsOf(now)).toContain('I har ingen koordinator lige nu');
		expect(now).not.toContain('skal stoppe');
	}
});

test('after the last job one lands where it is said what has happened', async () => {
	expect((await get('/families', 'parent')).status, 'who never worked here').toBe(403);
	const ended = await post(`/families/profile/${mette}?/end`, 'coordinator', { job: mette });
	expect(ended.headers.get('location')).toBe('/me');
	for (const path of ['/families', '/families/profile', `/families/${family}`]) {
		const there = await get(path, 'coordinator');
		expect(there.status, path).toBe(303);
		expect(there.headers.get('location')).toBe('/me?work=over');
	}
	const said = await page('/me?work=over', 'coordinator');
	expect(said).toContain('Du er stoppet som sundhedsplejerske');
	expect(said).toContain('bed projektlederen om en invitation');
	expect(said).toContain('Tak for det, du har gjort for familierne.');
	expect(said, 'who only worked here has no answers').not.toContain('href="/wellbeing"');
	expect(await page('/me', 'parent')).toContain('href="/wellbeing"');
	expect((await post('/families/profile?/edit', 'coordinator', {})).status).toBe(403);
	expect(await page('/me', 'parent')).not.toContain('Du er stoppet');
});
