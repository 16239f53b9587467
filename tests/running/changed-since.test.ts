/**
 * Forms that edit, drawn before somebody else changed what they edit: nothing of theirs is written over, in words, with
 * what was typed still there and what is new beside it; sent again from there, it goes through. Without a script.
 */
import { expect, test } from 'vitest';
import { june } from '../e2e/pages.ts';
import { people } from '../people.ts';
import { fieldsOf, house, read, wordsOf } from './house.ts';

const { get, page, post } = house('changed-since');

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
const holm = id('8002', 'a');

/** What a form with `drawnFrom` sends when nothing in it is touched. */
const drawn = (html: string, of = '') => fieldsOf(html, 'name="drawnFrom"', of);

const open = async (path: string, persona: string) => drawn(await page(path, persona));
/** Sends a form and reads what is answered. */
async function send(path: string, persona: string, fields: Record<string, string>) {
	const answer = await post(path, persona, fields);
	const html = answer.status === 303 ? '' : read(await answer.text());
	return { status: answer.status, html, words: wordsOf(html) };
}
const changed = 'Det her er blevet ændret, siden du åbnede siden.';

/** Noah's other home, which is not asked to come, sees this meeting, and where it is when that is no home. */
const about = id('8020', 'a4');

test('who said that a place is a home is not unsaid by a tab from before, nor by sending it again', async () => {
	const move = `/meetings/${about}/move`;
	const place = 'Solvej 3';
	const { home: _home, ...first } = await open(move, 'parent');
	expect((await send(move, 'parent', { ...first, place, link: '' })).status).toBe(303);
	const seen = async () => (await page(`/meetings/${about}`, 'other-parent')).includes(place);
	expect(await seen()).toBe(true);

	const [one, two] = [await open(move, 'parent'), await open(move, 'parent')];
	expect(one.home).toBeUndefined();
	expect((await send(move, 'parent', { ...two, home: 'yes' })).status).toBe(303);
	expect(await seen()).toBe(false);

	const end = '17:15';
	const refused = await send(move, 'parent', { ...one, end });
	expect(refused.status).toBe(409);
	expect(refused.words).toContain(changed);
	expect(refused.words).toContain('Det er nyt: Er stedet et hjem? Det er hjemme hos os');
	expect(await seen()).toBe(false);
	// What was typed is there, and so is the tick that somebody else made.
	const again = drawn(refused.html);
	expect(again).toMatchObject({ end, home: 'yes', place });
	expect((await send(move, 'parent', again)).status).toBe(303);
	expect(await seen()).toBe(false);
	expect(await page(`/meetings/${about}`, 'parent')).toContain('17.15');
});

test('a form that was drawn while a home was shown opens nothing after a no, and says what is new', async () => {
	const [called, father] = [id('8f20', 'f7'), people['other-parent']];
	const place = 'Hemmelig vej 9';
	const asked = { about: people.child, asked: father, place, home: 'yes' };
	const when = { date: june.date, start: '18:00', end: '19:00', purpose: 'Fodbold' };
	const calls = { _form: 'propose', id: called, family: holm, ...when, ...asked };
	expect((await send('/meetings/new', 'parent', calls)).status).toBe(303);
	const at = `/meetings/${called}`;
	const seen = async () => (await page(at, 'other-parent')).includes(place);
	expect(await seen()).toBe(true);
	const old = await open(`${at}/move`, 'parent');
	expect(old).toMatchObject({ shows: father, 'was-shows': father });
	const no = { _form: 'answer', meeting: called, revision: '0', person: father, answer: 'not_coming' };
	expect((await send(`${at}?/answer`, 'other-parent', no)).status).toBe(303);
	const refused = await send(`${at}/move`, 'parent', { ...old, end: '19:15' });
	expect(refused.status).toBe(409);
	expect(refused.words).toContain(changed);
	expect(refused.words).toContain('Det er nyt: Hvem må se adressen, hvis det er et hjem?');
	const again = drawn(refused.html);
	expect(again).toMatchObject({ end: '19:15', 'was-shows': '' });
	expect(again.shows).toBeUndefined();
	expect((await send(`${at}/move`, 'parent', again)).status).toBe(303);
	expect(await seen()).toBe(false);
	// Asked again, they can be shown it again: that box alone is a change.
	const anew = { ...(await open(`${at}/move`, 'parent')), shows: father };
	expect((await send(`${at}/move`, 'parent', anew)).status).toBe(303);
	expect(await seen()).toBe(true);
});

const network = id('8020', 'a1');
const there = `/families/${holm}/meetings/${network}`;

test('another place stays when a page from before changes the time, and is told', async () => {
	const old = await open(`${there}/move`, 'coordinator');
	const place = 'Biblioteket ved havnen';
	const mine = await open(`/meetings/${network}/move`, 'parent');
	expect((await send(`/meetings/${network}/move`, 'parent', { ...mine, place })).status).toBe(303);
	const refused = await send(`${there}/move`, 'coordinator', { ...old, end: '16:10' });
	expect(refused.status).toBe(409);
	expect(refused.words).toContain(`Det er nyt: Hvor? ${place}`);
	const wrong = await send(`${there}/move`, 'coordinator', { ...drawn(refused.html), end: '08:00' });
	expect(wrong.status).toBe(400);
	expect((await send(`${there}/move`, 'coordinator', { ...drawn(wrong.html), end: '16:10' })).status).toBe(
		303,
	);
	const told = await page(`/meetings/${network}`, 'parent');
	expect(told).toContain(place);
	expect(told).toContain('16.10');
});

test('a field that was put right is sent as it was drawn, not as things stand by then', async () => {
	const move = `/meetings/${network}/move`;
	const old = await open(move, 'parent');
	const wrong = await send(move, 'parent', { ...old, end: '08:00' });
	expect(wrong.status).toBe(400);
	const other = await open(`${there}/move`, 'coordinator');
	const link = 'https://moede.egelund.example/ny';
	expect((await send(`${there}/move`, 'coordinator', { ...other, link })).status).toBe(303);
	// Wrong once more, and the page comes anew with what it was drawn from.
	const still = await send(move, 'parent', { ...drawn(wrong.html), end: '08:01' });
	expect(still.status).toBe(400);
	expect((await send(move, 'parent', { ...drawn(still.html), end: '16:20' })).status).toBe(409);
});

test('a place alone is a change: it is said, the calendar counts it, and an old page cannot answer', async () => {
	const sequence = async () =>
		Number(
			/SEQUENCE:(\d+)/.exec(await (await get(`/meetings/${network}/calendar.ics`, 'parent')).text())![1],
		);
	const before = await sequence();
	const html = await page(there, 'coordinator');
	const revision = /name="revision" value="(\d+)"/.exec(html)![1]!;
	const mine = await open(`/meetings/${network}/move`, 'parent');
	expect((await send(`/meetings/${network}/move`, 'parent', { ...mine, place: 'Rådhuset' })).status).toBe(
		303,
	);
	expect(await sequence()).toBeGreaterThan(before);
	const now = wordsOf(await page(there, 'coordinator'));
	expect(now).toContain('Der er også nyt om stedet.');
	expect(wordsOf(await page('/meetings', 'parent'))).toContain('Nyt sted');
	const answer = {
		_form: 'answer',
		meeting: network,
		revision,
		person: id('8001', 'e1'),
		answer: 'not_coming',
	};
	const said = await post(`${there}?/answer`, 'coordinator', answer);
	expect(said.status).toBe(409);
	expect(wordsOf(await said.text())).toContain('Se, hvornår og hvor det er nu');
});

const goal = id('8010', 'a1');
/** A form of one's own, from two tabs: what the first writes, what the second does, and what is told. */
const forms: [
	name: string,
	path: string,
	action: string,
	who: string,
	first: Record<string, string>,
	second: Record<string, string>,
	told: string[],
][] = [
	[
		'a goal',
		`/plan/${goal}/edit`,
		`/plan/${goal}/edit`,
		'parent',
		{ sign: 'Vi når bussen fire dage ud af fem.', dueOn: `${new Date().getFullYear() + 1}-06-05` },
		{ title: 'Rolige morgener hver dag' },
		['Vi når bussen fire dage ud af fem.', '5. juni'],
	],
	[
		'an offer',
		`/office/offers/${id('8030', '1')}`,
		`/office/offers/${id('8030', '1')}?/save`,
		'project-lead',
		{ contact: '11 22 33 44' },
		{ title: 'Et andet navn' },
		['11 22 33 44'],
	],
	[
		'a profile',
		'/families/profile',
		'/families/profile?/edit',
		'teacher',
		{ helpsWith: 'Jeg hjælper med lektier.' },
		{ profession: 'Skolelærer' },
		['Jeg hjælper med lektier.'],
	],
	[
		'the name of a place',
		'/office/places',
		'/office/places?/rename',
		'project-lead',
		{ name: 'Den nye skole' },
		{ name: 'Den gamle skole' },
		['Den nye skole'],
	],
];
/** What the receipt of an answer says, by its key. */
const receiptOf = (answer: Response) => {
	const receipt = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('receipt='))!;
	return /"text":"([^"]*)"/.exec(Buffer.from(receipt.slice('receipt='.length), 'base64url').toString())![1];
};
test.each([
	...forms.map(([name, path, action, who]) => [name, path, action, who] as const),
	['a meeting', `/meetings/${about}/move`, `/meetings/${about}/move`, 'parent'],
] as const)('%s: sent as it was drawn, nothing is said to be done', async (_, path, action, who) => {
	const answer = await post(action, who, await open(path, who));
	expect(answer.status).toBe(303);
	// Whoever saves an offer has checked it.
	const done = path.includes('/offers/') ? 'office:receipt.offerSaved' : 'common:receipt.unchanged';
	expect(receiptOf(answer)).toBe(done);
});

test('of a meeting it is said what is another, and what was done is said again', async () => {
	const move = `/meetings/${network}/move`;
	const first = await open(move, 'parent');
	const moved = { ...first, place: 'Svømmehallen' };
	expect(receiptOf(await post(move, 'parent', moved))).toBe('moving:receipt.place');
	expect(receiptOf(await post(move, 'parent', moved))).toBe('moving:receipt.already');
});

test.each(forms)(
	'%s: what the first tab wrote stays, and is told',
	async (_, path, action, who, first, second, told) => {
		const [one, two] = [await open(path, who), await open(path, who)];
		expect((await send(action, who, { ...one, ...first })).status).toBe(303);
		expect((await send(action, who, { ...one, ...first })).status, 'the same twice').toBe(303);
		const refused = await send(action, who, { ...two, ...second });
		expect(refused.status).toBe(409);
		expect(refused.words).toContain(changed);
		for (const words of told) expect(refused.words).toContain(words);
		const again = drawn(refused.html, one.id);
		expect(again).toMatchObject({ ...first, ...second });
		expect((await send(action, who, again)).status).toBe(303);
		const reads = read(await (await get(path, who)).text());
		expect(drawn(reads, one.id)).toMatchObject({ ...first, ...second });
	},
);
