/** A grown-up's own goal, seen and tried by the other parent of the household. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { signIn } from '../bench/pages.ts';
import { addLargeFamily, cookieOf } from '../e2e/large-family.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';
import { idOf } from '../policies/labels.ts';
import { read } from './house.ts';

const family = idOf('large family');
const [mine, step] = [v7(), v7()];
const owner = 'large partner';
const other = 'large parent';

let server: Server;
let known: string;
beforeAll(async () => {
	const folder = freshData('own-goal');
	await addLargeFamily(folder);
	server = await startServer(folder);
	known = await signIn(server.url, 'parent');
	const said = { family, about: idOf(owner), area: '', sign: '', dueOn: '' };
	for (const goal of [
		{ id: mine, parent: '', title: 'Løbe en halv time', ...said },
		{ id: step, parent: mine, title: 'Købe løbesko', ...said },
	]) {
		expect((await post('/plan?/add', owner, goal)).headers.get('location')).toMatch(/^\/plan\//);
	}
});
afterAll(() => server.stop());

const headersOf = (who: string) => ({
	accept: 'text/html',
	'accept-language': 'da',
	cookie: cookieOf(known, who),
});
const get = (path: string, who: string) =>
	fetch(server.url + path, { headers: headersOf(who), redirect: 'manual' });
const page = async (path: string, who: string) => read(await (await get(path, who)).text());
const post = (path: string, who: string, fields: Record<string, string>) =>
	fetch(server.url + path, {
		method: 'POST',
		headers: { ...headersOf(who), origin: server.url },
		redirect: 'manual',
		body: new URLSearchParams({ _person: idOf(who), _form: 'made by hand', ...fields }),
	});

const changing = [
	'Ret målet',
	'Det er klaret',
	'Tag det ud af planen',
	'Tilføj skridtet',
	'Gem, hvordan det går',
];

test('who it is about changes it; the other parent reads it, and reads why', async () => {
	const own = await page(`/plan/${mine}`, owner);
	for (const words of changing) expect(own, words).toContain(words);
	for (const goal of [mine, step]) {
		const read = await page(`/plan/${goal}`, other);
		expect(read).toContain(goal === mine ? 'Løbe en halv time' : 'Købe løbesko');
		expect(read).toContain('Det er kun Petra Stor, der kan ændre målet.');
		for (const words of changing) expect(read, words).not.toContain(words);
	}
	const edit = await get(`/plan/${mine}/edit`, other);
	expect([edit.status, edit.headers.get('location')]).toEqual([303, `/plan/${mine}`]);
});

test('a new goal is for the household, a child or oneself', async () => {
	const choice = /<select[^>]*name="about"[^]*?<\/select>/.exec(await page('/plan', other))![0];
	const names = [...choice.matchAll(/<option[^>]*>([^<]*)/g)].map(([, name]) => name!.trim());
	expect(names).toEqual(['Hele familien', ...[1, 2, 3, 4, 5, 6].map((n) => `Barn ${n}`), 'Storm Stor']);
});

test('a request made by hand is refused in words, and changes nothing', async () => {
	const before = await page(`/plan/${mine}`, owner);
	const said = { title: 'Noget andet', area: '', sign: '', dueOn: '' };
	const tries: [path: string, fields: Record<string, string>][] = [
		[`/plan/${mine}/edit`, { id: mine, ...said }],
		[`/plan/${mine}?/done`, { id: mine }],
		[`/plan/${step}?/done`, { id: step }],
		[`/plan/${mine}?/remove`, { id: mine }],
		[`/plan/${mine}?/add`, { id: v7(), family, parent: mine, about: '', ...said }],
		[`/plan/${mine}?/note`, { id: v7(), goal: mine, family, note: 'Ikke godt', score: '' }],
		['/plan?/add', { id: v7(), family, parent: '', about: idOf(owner), ...said }],
		['/plan?/restore', { id: mine }],
	];
	for (const [path, fields] of tries) {
		const answer = await post(path, other, fields);
		expect([path, answer.status]).toEqual([path, 409]);
		expect(read(await answer.text()), path).toMatch(/role="alert"[^]{0,700}Det kan du ikke gøre her/);
	}
	const forms = (html: string) => html.replace(/value="[\da-f-]{36}"/g, '');
	expect(forms(await page(`/plan/${mine}`, owner))).toBe(forms(before));
});
