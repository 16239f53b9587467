/** What is new on Home: in one card, what is asked first; a meeting that does not take place is no longer what comes next. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { fieldsOf, house, wordsOf } from './house.ts';
import { holm } from './parting/coming.ts';

const { page, post, seen } = house('news');
const nextOf = (words: string) =>
	words.slice(words.indexOf('Det næste, der sker'), words.indexOf('Det er vi i gang med'));

test('a cancelled meeting is news, at Home, under meetings and with the team', async () => {
	const home = await page('/home', 'parent');
	const meeting = /href="(\/meetings\/[0-9a-f-]{36})"/.exec(home)![1]!;
	const form = await page(meeting, 'parent');
	const cancelled = await post(`${meeting}?/cancel`, 'parent', fieldsOf(form, 'action="?/cancel"'));
	expect(cancelled.status).toBe(303);
	const { words } = await seen('/home', 'parent');
	expect(words).toMatch(/Mødet \w+dag den \d+\. \w+ er aflyst\./);
	expect(nextOf(words)).not.toContain('flyst');
	const [ahead, aside] = (await seen('/meetings', 'parent')).words.split(/(?<=Kommende møder.*) Aflyst /);
	expect(ahead).not.toContain('Aflyst');
	expect(aside).toBeDefined();
	const desk = (await seen(`/families/${holm}`, 'coordinator')).words;
	expect(desk.indexOf('Aflyst')).toBeGreaterThan(desk.indexOf('Næste møde'));
	expect(desk.slice(desk.indexOf('Næste møde'), desk.indexOf('Aflyst'))).toMatch(
		/Der er ikke aftalt noget møde|Det vil de tale om|Der er ikke skrevet noget på dagsordenen/,
	);
});

test('several things are one card, what is asked first', async () => {
	const taken = { _form: 'out', id: v7(), name: 'Emil', role: 'child', reason: 'decided' };
	expect((await post(`/office/families/${holm}/out?/out`, 'project-lead', taken)).status).toBe(303);
	const invite = `/office/invitations/member?family=${holm}`;
	const fields = fieldsOf(await page(invite, 'project-lead'), 'name="role"');
	const sent = { ...fields, name: 'Maryam', role: 'relative', bornOn: '1970-01-01' };
	await post(`/office/invitations/member?/invite`, 'project-lead', { ...sent, family: holm });
	const html = await page('/home', 'parent');
	const card = /<article[^>]*>(?:(?!<\/article>)[\s\S])*Nyt hos jer[\s\S]*?<\/article>/.exec(html)![0];
	const lines = [...card.matchAll(/<li[\s\S]*?<\/li>/g)].map(([line]) => wordsOf(line));
	expect(lines).toEqual([
		expect.stringMatching(/Maryam.*Er det i orden\?$/),
		expect.stringMatching(/^Mødet .* er aflyst\.$/),
		expect.stringMatching(/^Emil Holm er ikke med her/),
	]);
	expect(card).toContain('href="/team#waiting"');
});
