/** What is new on Home: in one card, what is asked first; a meeting that does not take place is no longer what comes next. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { fieldsOf, house, wordsOf } from './house.ts';
import { holm } from './parting/coming.ts';

const { page, post, seen } = house('news');
const nextOf = (words: string) =>
	words.slice(words.indexOf('Det næste, der sker'), words.indexOf('Det er vi i gang med'));

/** Mette cancels a meeting from her own page of it. */
async function metteCancels(meeting: string) {
	const path = `/families/${holm}/meetings/${meeting}`;
	const fields = fieldsOf(await page(path, 'coordinator'), 'action="?/cancel"');
	expect((await post(`${path}?/cancel`, 'coordinator', fields)).status).toBe(303);
}
const cancelledOn = /Mette Krogh har aflyst mødet \w+dag den \d+\. \w+\./;

test('a cancelled meeting is news to who was to come, however far ahead, until they have seen it', async () => {
	const next = /href="\/meetings\/([0-9a-f-]{36})"/.exec(await page('/home', 'parent'))![1]!;
	const list = await page('/meetings', 'parent');
	const later = [...list.matchAll(/href="\/meetings\/([0-9a-f-]{36})"/g)]
		.map(([, id]) => id!)
		.find((id) => id !== next && id.endsWith('a2'))!;
	const atHome = async (who: string) => (await seen('/home', who)).words;
	await metteCancels(later);
	for (const who of ['parent', 'child', 'other-parent']) expect(await atHome(who), who).toMatch(cancelledOn);
	expect(nextOf(await atHome('parent')), 'the next one is held').not.toContain('Der er ikke aftalt');
	expect((await seen(`/meetings/${later}`, 'parent')).words).toMatch(
		/Mødet er aflyst\. Mette Krogh har aflyst det\. Ingen behøver at komme\./,
	);
	expect(await atHome('parent')).not.toContain('aflyst');
	expect(await atHome('child'), 'each for themselves').toMatch(cancelledOn);
	expect((await seen(`/families/${holm}/meetings/${later}`, 'coordinator')).words).toContain(
		'Mødet er aflyst. Du har aflyst det.',
	);

	await metteCancels(next);
	const words = await atHome('parent');
	expect(words).toMatch(cancelledOn);
	expect(nextOf(words)).not.toContain('flyst');
});

test('it stands under meetings, where it is seen too, and with the team', async () => {
	const [ahead, aside] = (await seen('/meetings', 'young-person')).words.split(
		/(?<=Kommende møder.*) Aflyst /,
	);
	expect(ahead).not.toContain('Aflyst');
	expect(aside).toBeDefined();
	expect((await seen('/home', 'young-person')).words).not.toContain('aflyst');
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
		expect.stringMatching(cancelledOn),
		expect.stringMatching(/^Emil Holm er ikke med her/),
	]);
	expect(card).toContain('href="/team#waiting"');
});
