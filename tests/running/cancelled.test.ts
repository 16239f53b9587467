/** A meeting that is cancelled, and held after all: told to all who were to come, professionals too, and they are asked again. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { fieldsOf, house } from './house.ts';
import { holm } from './parting/coming.ts';

const { page, post, seen } = house('cancelled');
const [family, aboutNoah] = ['a1', 'a2'].map((end) => `00000000-0000-7000-8020-0000000000${end}`) as [
	string,
	string,
];
const desk = `/families/${holm}`;
const atDesk = (meeting: string) => `${desk}/meetings/${meeting}`;
const atHome = async (who: string) => (await seen('/home', who)).words;
const atWork = async (who: string) => (await seen('/families', who)).rows.join();

const on = /Mødet \w+dag den \d+\. \w+ bliver holdt alligevel\. Kommer du\?/;

/** Presses what stands on a page of a meeting. @returns what the next page says of it */
async function presses(path: string, who: string, action: string) {
	const fields = fieldsOf(await page(path, who), `action="?/${action}"`);
	const answer = await post(`${path}?/${action}`, who, fields);
	expect(answer.status, action).toBe(303);
	const receipt = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('receipt='))!;
	return Buffer.from(receipt.slice('receipt='.length).split(';')[0]!, 'base64url').toString();
}
const foldOf = async (path: string, who: string) =>
	/<details([^>]*)>(?:(?!<\/details>)[^])*?aflyste møder/.exec(await page(path, who))?.[1];

test('who was to come as a professional is told who cancelled what, until they have seen it', async () => {
	const jonas = await page(atDesk(family), 'teacher');
	await post(`${atDesk(family)}?/answer`, 'teacher', {
		...fieldsOf(jonas, 'action="?/answer"'),
		answer: 'coming',
	});
	const by = /Mette Krogh har aflyst mødet \w+dag den \d+\. \w+\./;
	expect(await atWork('teacher')).not.toMatch(by);
	await presses(atDesk(family), 'coordinator', 'cancel');
	expect(await atWork('teacher')).toMatch(by);
	expect(await atWork('coordinator'), 'who did it').not.toContain('har aflyst');
	const [card] = (await seen(desk, 'teacher')).cards;
	expect(card, 'first, while it is news').toMatch(/\w+dag den \d+\. \w+ kl\. .*Aflyst af Mette Krogh/);
	expect(await atWork('teacher'), 'seen with the family').not.toMatch(by);
	expect((await seen(desk, 'teacher')).cards[0], 'then what comes next').not.toContain('Aflyst');
});

test('what is held after all is told to who was to come, and asks them again', async () => {
	expect(await atHome('young-person')).toContain('Mette Krogh har aflyst mødet');
	expect(await presses(`/meetings/${family}`, 'parent', 'holdAfterAll')).toContain('held:again.receipt');
	expect(await atHome('young-person')).toMatch(on);
	expect(await atHome('parent'), 'who holds it').not.toMatch(on);
	for (const who of ['teacher', 'coordinator']) expect(await atWork(who), who).toMatch(on);
	const { words, cards } = await seen(desk, 'teacher');
	expect(cards.find((card) => card.includes('Bliver holdt alligevel'))).toContain('Du har ikke svaret');
	expect(words).toContain('Jeg kommer');
	expect(await atWork('teacher')).not.toContain('alligevel');
	const emils = (await seen(`/meetings/${family}`, 'young-person')).words;
	expect(emils).toContain(
		'Mødet bliver holdt alligevel. Det har været aflyst. Derfor spørger vi igen, hvem der kommer.',
	);
	expect(await atHome('young-person')).not.toMatch(on);
});

test('what is undone at once, before anybody has seen it, is no news', async () => {
	await presses(atDesk(family), 'coordinator', 'cancel');
	expect(await presses(atDesk(family), 'coordinator', 'holdAfterAll')).toContain(
		'meetings:receipt.notCancelled',
	);
	for (const who of ['young-person', 'parent']) expect(await atHome(who), who).not.toMatch(on);
});

test('a child that brought a point is told too, by what it calls who did it', async () => {
	const point = { id: v7(), meeting: family, family: holm, wording: 'Må jeg komme til fodbold?' };
	const added = await post(`/meetings/${family}?/addPoint`, 'child', { _form: 'point', ...point });
	expect(added.status).toBe(303);
	await presses(`/meetings/${family}`, 'parent', 'cancel');
	expect(await atHome('child')).toMatch(/Amira har aflyst mødet \w+dag/);
	expect((await seen(`/meetings/${family}`, 'child')).words).toContain('Amira har aflyst det.');
	expect((await seen(`/meetings/${family}`, 'child')).words).toContain(
		'Punkterne bliver stående her, så I kan tage dem med til et andet møde.',
	);
	expect(await atHome('child')).not.toContain('har aflyst');
});

test('several that are cancelled are folded, once they are seen, and say who cancelled them', async () => {
	await presses(atDesk(aboutNoah), 'coordinator', 'cancel');
	for (const [path, who] of [
		['/meetings', 'young-person'],
		['/meetings', 'parent'],
		[desk, 'teacher'],
	] as const) {
		expect(await foldOf(path, who), `${who}: news`).toContain('open');
		expect(await foldOf(path, who), who).not.toContain('open');
	}
	const html = await page('/meetings', 'young-person');
	expect(html.match(/<p class="over struck[^>]*>/g)).toHaveLength(2);
	const cards = (await seen('/meetings', 'young-person')).cards.filter((card) => card.includes('Aflyst af'));
	expect(cards.map((card) => /Aflyst af (Amira|Mette Krogh) /.exec(card)?.[1]).sort()).toEqual([
		'Amira',
		'Mette Krogh',
	]);
});
