/** What a page says is true for who reads it: nobody is asked for what they may not do, or for what is over. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { people } from '../people.ts';
import { fieldsOf, house, read, wordsOf } from './house.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-0000000000${tail}`;
const family = id('8002', '0a');
const [mette, jonas] = [id('8001', 'e1'), id('8001', 'e2')];

const { get, page, post } = house('true for me');
const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)![1];
const pathIn = (paper: string) => /\/invitation\/(?:[A-Z2-9]{4}-?){4}/.exec(paper)![0];

/** The coordinator invites somebody into the family. @returns the invitation's id and the path of its page */
async function invited(name: string) {
	const invitation = v7();
	const fields = { id: invitation, family, name, role: 'relative', bornOn: '' };
	const paper = await (await post(`/families/${family}/invite?/invite`, 'coordinator', fields)).text();
	return { invitation, path: pathIn(paper) };
}

/** A colleague is invited. @returns the path of the invitation's page */
async function invitedToWork(name: string, profession: string): Promise<string> {
	const form = await page('/office/invitations/professional', 'project-lead');
	const organisation = /<option value="([\da-f-]{36})"/.exec(form)![1]!;
	const fields = { id: v7(), organisation, name, profession };
	return pathIn(
		await (await post('/office/invitations/professional?/invite', 'project-lead', fields)).text(),
	);
}

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

test('who waits for a yes of the family stands first on the page that Home leads to', async () => {
	await invited('Moster Rana');
	expect(await page('/home', 'parent')).toContain('href="/team#waiting"');
	const team = await page('/team', 'parent');
	const waiting = team.indexOf('id="waiting"');
	expect(waiting).toBeGreaterThan(0);
	expect(team.indexOf('Ja, det er rigtigt')).toBeGreaterThan(waiting);
	expect(team.indexOf('Ja, det er rigtigt')).toBeLessThan(team.indexOf('Teamet omkring Familien Holm'));
	// Once, not again in the list.
	expect(team.split('Moster Rana hører ikke til hos os')).toHaveLength(2);
});

test('a no to somebody who waits is a no: they do not come in, and no link is spoken of', async () => {
	const { invitation, path } = await invited('Onkel Sami');
	const no = { _form: `decline-${invitation}`, id: invitation };
	expect(await page('/team', 'parent')).toContain('Nej, Onkel Sami hører ikke til hos os');
	for (const said of ['once', 'twice']) {
		const answer = await post('/team?/decline', 'parent', no);
		expect(answer.status, said).toBe(303);
		const receipt = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('receipt='))!;
		expect(Buffer.from(receipt.slice(8), 'base64url').toString(), said).toContain('receipt.declined');
	}
	const stopped = await get(path);
	expect(stopped.status).toBe(410);
	expect(titleOf(await stopped.text())).toBe('Invitationen er stoppet · Vores Plan');
});

test('a no from an old page does not take back the yes of another one, and says so', async () => {
	const { invitation, path } = await invited('Kusine Hanan');
	expect((await post('/team?/agree', 'parent', { id: invitation })).status).toBe(303);
	const answer = await post('/team?/decline', 'parent', {
		_form: `decline-${invitation}`,
		id: invitation,
	});
	expect(answer.status).toBe(409);
	expect(read(await answer.text())).toMatch(/role="alert"[^]{0,700}Der er lige sagt ja/);
	expect((await get(path)).status).toBe(200);
	// Whom one has said yes to is stopped by what says so.
	expect((await post('/team?/revoke', 'parent', { id: invitation })).status).toBe(303);
	expect((await get(path)).status).toBe(410);
});

test('a code that nobody knows is nowhere, by its status and its title', async () => {
	const answer = await get('/invitation/AAAA-AAAA-AAAA-AAAA');
	expect(answer.status).toBe(404);
	const html = await answer.text();
	expect(titleOf(html)).toBe('Den kode kender vi ikke · Vores Plan');
	expect(html).toContain('Skriv koden igen');
	const again = /href="(\/invitation\?code=[^"]+)"/.exec(html)![1]!;
	expect(await page(again), 'one letter is put right, not sixteen written anew').toContain(
		'value="AAAA-AAAA-AAAA-AAAA"',
	);
});

test('the invitation of a professional is about the work and not about a place in a family', async () => {
	const html = await page(await invitedToWork('Karim Said', 'Fodboldtræner'));
	expect(html).toContain('Dit arbejde: Fodboldtræner.');
	expect(html).not.toContain('Din plads i familien');
	expect(await page('/invitation/FARM-HERE-DEMA-2345')).toContain('Din plads i familien');
});

test('whoever is invited by the name they are signed in with is that person, unless they say otherwise', async () => {
	const path = await invitedToWork('jonas lund', 'Lærer');
	const radio = (html: string, value: string) =>
		[...html.matchAll(/<input[^>]*type="radio"[^>]*>/g)].find(([it]) => it.includes(`value="${value}"`))![0];
	const his = await page(path, 'teacher');
	expect(radio(his, 'me')).toContain('checked');
	expect(his).toContain('Jeg er Jonas Lund, som er logget ind her');
	expect(his).toContain('Jeg er jonas lund og er ny her');
	expect(radio(await page(path, 'job-adviser'), 'new')).toContain('checked');
});

test('a choice is offered to those who may choose', async () => {
	expect(await page('/more', 'parent')).toContain('vælg jeres koordinator');
	for (const persona of ['young-person', 'child']) {
		const more = await page('/more', persona);
		expect(more, persona).toContain('Se, hvem der hjælper jer.');
		expect(more, persona).not.toContain('vælg jeres koordinator');
	}
});

test('Home counts the suggestions one may answer: that to Noah is his and his parents’, not Emil’s', async () => {
	for (const persona of ['parent', 'child']) {
		expect(await page('/home', persona), persona).toContain('Teamet har et forslag til jer');
	}
	expect(await page('/home', 'young-person')).not.toContain('forslag til jer');
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

test('what is done says so where it opens, and asks for nothing more on the way', async () => {
	const goal = '00000000-0000-7000-8010-000000000a23';
	const both = async () => [
		await page(`/plan/${goal}`, 'parent'),
		await page(`/families/${family}/goals/${goal}`, 'coordinator'),
	];
	for (const html of await both()) {
		expect(html).not.toContain('Klaret den');
		expect(html).toContain('>Senest</dt>');
	}
	expect((await post(`/plan/${goal}?/done`, 'parent', { id: goal })).status).toBe(303);
	for (const html of await both()) {
		expect(html).toContain('Klaret den');
		expect(html).not.toContain('>Senest</dt>');
		expect(html).not.toContain('Hvad er det første lille');
		expect(html).not.toContain('Tilføj skridtet');
	}
});

test('the paper of an invitation says from when it counts, and that a parent may have to say yes to it', async () => {
	const fields = { id: v7(), family, name: 'Moster Rana', role: 'relative', bornOn: '' };
	const invite = '/office/invitations/member';
	expect(await page(invite, 'project-lead')).toContain('skal en af dem også sige ja først');
	const paper = await (await post(`${invite}?/invite`, 'project-lead', fields)).text();
	expect(paper).toMatch(/Invitationen er lavet den \d+\. \p{L}+ \d{4}\./u);
	expect(paper).toContain('virker den først, når en af dem har logget ind og sagt ja');
});

test('who works here and opens a page of the project lead’s is sent to the project lead', async () => {
	expect(await page('/office', 'coordinator')).toContain('Spørg projektlederen');
	expect(await page('/office', 'parent')).toContain('Spørg jeres koordinator');
});

test('a young person who has said yes to the plan is not told that they can say it later', async () => {
	const html = await page('/plan/agree', 'young-person');
	expect(html).toContain('Du har sagt ja den');
	expect(html).not.toContain('Bagefter kan du selv sige');
	expect(html).not.toContain('Er du enig i planen?');
});

test('a child of two homes reads of each whether its plan is agreed', async () => {
	const words = wordsOf(await page('/plan/agree', 'child'));
	expect(words).toContain('Familien Bak Her er planen ikke aftalt endnu.');
	expect(words).toContain('Familien Holm Se den aftalte plan');
	expect(words, 'it has no yes of its own').toContain('Du kan altid læse den.');
});

test('where nothing stands in the plan there is nothing to agree on, and that is said', async () => {
	const goals = new Set((await page('/plan', 'stranger-parent')).match(/\/plan\/0[\da-f-]{35}/g));
	expect(goals.size).toBeGreaterThan(0);
	for (const goal of goals) {
		const fields = { id: goal.slice('/plan/'.length) };
		expect((await post(`${goal}?/remove`, 'stranger-parent', fields)).status).toBe(303);
	}
	const words = wordsOf(await page('/plan/agree', 'stranger-parent'));
	expect(words).toContain('Skriv det første mål. Så er der noget at blive enige om.');
	expect(words).not.toContain('Det er vi enige om');
});

test('the last place leads to what is there for each, and names who belongs to the family', async () => {
	const everybodys = ['/me', '/language', '/privacy', '/was'];
	const ours = ['/team', '/enrolment', '/offers', '/wellbeing/help?from=more'];
	for (const [persona, leads] of [
		['parent', [...ours, ...everybodys]],
		['child', [...ours, ...everybodys]],
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
		/Familien Holm . Amira Forælder . Emil Ung . Noah Barn.* Familien Bak . Jesper Forælder . Noah Barn/,
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

test('a date of the plan says its year, and what happened then where something is different', async () => {
	const version = `/plan/agreed/${id('8012', 'a1')}`;
	const [plan, agreed] = [wordsOf(await page('/plan', 'parent')), wordsOf(await page(version, 'parent'))];
	const after = (words: string, all: RegExp) => [...words.matchAll(all)].map(([, then]) => then);
	const due = [plan, agreed].flatMap((words) => after(words, /Senest (den .{0,25})/g));
	expect(due.length).toBeGreaterThan(10);
	for (const date of due) expect(date).toMatch(/^den \d+\. \p{L}+\.? \d{4}/u);
	const different = after(agreed, /Et (?:lille )?skridt · (.{0,45})/g);
	expect(different.length).toBeGreaterThan(3);
	for (const when of different) {
		expect(when).toMatch(/^(Kommet til|Taget ud|Ændret|Klaret|Sagt) den \d+\. \p{L}+ \d{4}/u);
	}
});

test('whoever is under 13 is invited as a child, and that is said beside the date', async () => {
	const path = `/families/${family}/invite`;
	const drawn = fieldsOf(await page(path, 'coordinator'), 'name="bornOn"');
	const fields = { ...drawn, name: 'Lille Lise', role: 'relative', bornOn: '2025-01-02' };
	const refused = await post(`${path}?/invite`, 'coordinator', fields);
	expect(refused.status).toBe(400);
	expect(wordsOf(await refused.text())).toContain('vælg »Barn eller ung«');
});

test('whoever says yes to somebody reads how old the date makes them, and the inviter what stage of life', async () => {
	const path = `/families/${family}/invite`;
	const fields = { id: v7(), family, name: 'Karl Voksen', role: 'child', bornOn: '1980-01-02' };
	expect((await post(`${path}?/invite`, 'coordinator', fields)).status).toBeLessThan(400);
	const invited = wordsOf(await page(path, 'coordinator'));
	expect(invited).toContain('Familien Holm: Voksent barn');
	expect(invited, 'the date is the family’s').not.toMatch(/Voksent barn, \d/);
	expect(wordsOf(await page('/team', 'parent'))).toMatch(/Familien Holm: Voksent barn, \d\d år/);
});
