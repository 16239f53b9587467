/** A grown-up's own goal, seen and tried by the others of the household: while they are there, and when they have left. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { openPglite } from '../../supabase/embedded/pglite.ts';
import { signIn } from '../bench/pages.ts';
import { addLargeFamily, cookieOf } from '../e2e/large-family.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';
import { idOf, withIds } from '../policies/labels.ts';
import { read } from './house.ts';

const family = idOf('large family');
const [mine, step] = [v7(), v7()];
const owner = 'large partner';
const other = 'large parent';
const young = 'large child 2';
const coordinator = 'large professional 1';

/** An uncle who took a goal and a step off the plan, and left. */
const uncle = withIds(`
	insert into person (id, name) values ('@large uncle', 'Uwe Stor');
	insert into member (id, family_id, person_id, role) values
		('@large member uncle', '@large family', '@large uncle', 'relative');
	insert into goal (id, family_id, parent_id, about_id, title, created_by) values
		('@taken off', '@large family', null, '@large uncle', 'Holde op med at ryge', '@large uncle'),
		('@left standing', '@large family', null, '@large uncle', 'Male skuret', '@large uncle'),
		('@step taken off', '@large family', '@left standing', '@large uncle', 'Købe maling', '@large uncle');
	update goal set removed_at = now(), removed_by = '@large uncle' where id in ('@taken off', '@step taken off');
	update member set left_at = now() where id = '@large member uncle';
`);

let server: Server;
let known: string;
beforeAll(async () => {
	const folder = freshData('own-goal');
	await addLargeFamily(folder);
	const database = await openPglite(join(folder, 'pglite'));
	await database.exec(uncle);
	await database.close();
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
const script = { accept: 'application/json', 'x-sveltekit-action': 'true' };
const post = (path: string, who: string, fields: Record<string, string>, headers = {}) =>
	fetch(server.url + path, {
		method: 'POST',
		headers: { ...headersOf(who), origin: server.url, ...headers },
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
		[`/plan/${mine}/edit`, { id: mine, drawnFrom: '0', ...said }],
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

test('what somebody took off themselves before they left stays off, and old pages are told so', async () => {
	const said = { title: 'Noget andet', area: '', sign: '', dueOn: '' };
	const goal = idOf('taken off');
	for (const path of [`/plan/${goal}`, `/plan/${goal}/edit`])
		expect((await get(path, other)).status).toBe(404);
	expect(await page('/plan', other)).not.toContain('Holde op med at ryge');
	const tries: [path: string, fields: Record<string, string>][] = [
		['/plan?/restore', { id: goal }],
		['/plan?/restore', { id: idOf('step taken off') }],
		[`/plan/${goal}?/remove`, { id: goal }],
		[`/plan/${goal}?/done`, { id: goal }],
		[`/plan/${goal}/edit`, { id: goal, drawnFrom: '0', ...said }],
	];
	for (const [path, fields] of tries) {
		// As the script of an old page asks: the goal's own page is not there any more to say it on.
		const answer = await post(path, other, fields, script);
		const { status, data } = (await answer.json()) as { status: number; data: string };
		expect([path, status]).toEqual([path, 409]);
		expect(data, path).toContain('plan:error.leftOff');
	}
	const restored = await post('/plan?/restore', other, { id: goal });
	expect(read(await restored.text())).toMatch(
		/role="alert"[^]{0,700}har selv taget det ud af planen og er ikke med i familien mere/,
	);
	// What they left standing is taken off by a parent, who may put it back.
	const left = idOf('left standing');
	expect((await post(`/plan/${left}?/remove`, other, { id: left })).status).toBe(303);
	expect((await post('/plan?/restore', other, { id: left })).status).toBe(303);
	expect(await page(`/plan/${left}`, other)).not.toContain('Købe maling');
});

/** The goals an offer may be tied to on this page. */
async function choices(path: string, who: string): Promise<string[]> {
	const select = /<select[^>]*name="goal"[^]*?<\/select>/.exec(await page(path, who))?.[0] ?? '';
	return [...select.matchAll(/<option[^>]*>([^<]*)/g)].map(([, title]) => title!.trim());
}
const offer = (n: number) => idOf(`large offer ${n}`);

test("an offer is tied to nobody else's own goal", async () => {
	const own = { family, offer: offer(101), about: idOf(young) };
	expect(
		(await post(`/offers/${offer(101)}?/answer`, young, { id: v7(), ...own, state: 'interested' })).status,
	).toBe(303);
	const aim = v7();
	await post('/plan?/add', young, {
		id: aim,
		family,
		parent: '',
		about: idOf(young),
		title: 'Et fritidsjob',
		area: '',
		sign: '',
		dueOn: '',
	});

	const youngs = await choices(`/offers/${offer(101)}`, young);
	expect(youngs).toEqual(expect.arrayContaining(['Mål 1', 'Et fritidsjob']));
	expect(youngs).not.toContain('Løbe en halv time');
	const parents = await choices(`/offers/${offer(1)}`, other);
	expect(parents).toEqual(expect.arrayContaining(['Mål 1', 'Et fritidsjob', 'Male skuret']));
	expect(parents).not.toContain('Løbe en halv time');
	expect(await choices(`/offers/${offer(1)}`, owner)).toContain('Løbe en halv time');

	const tie = (who: string, fields: Record<string, string>) =>
		post(`/offers/${fields.offer}?/tie`, who, fields);
	for (const goal of [idOf('large goal 1'), aim])
		expect((await tie(young, { ...own, goal })).status).toBe(303);
	const household = { family, offer: offer(1), about: '' };
	for (const answer of [
		await tie(young, { ...own, goal: mine }),
		await tie(other, { ...household, goal: mine }),
	]) {
		expect(answer.status).toBe(400);
		expect(read(await answer.text())).toContain('Det er en andens eget mål.');
	}
});

test('the coordinator suggests for any goal in the plan, and what an offer is for stays among the choices', async () => {
	const there = `/families/${family}/offers/${offer(102)}`;
	expect(await choices(there, coordinator)).toContain('Løbe en halv time');
	const suggestion = { id: v7(), offer: offer(102), goal: mine, about: '', reason: 'Her løber de sammen' };
	expect((await post(`${there}?/suggest`, coordinator, suggestion)).status).toBe(303);
	const ours = `/offers/${offer(102)}`;
	expect(await choices(ours, other)).toContain('Løbe en halv time');
	const given = { family, offer: offer(102), about: '' };
	expect((await post(`${ours}?/answer`, other, { id: v7(), ...given, state: 'interested' })).status).toBe(
		303,
	);
	expect((await post(`${ours}?/tie`, other, { ...given, goal: mine })).status).toBe(303);
	expect(await page(ours, other)).toMatch(/<option[^>]*value="[^"]*"[^>]*selected[^>]*>\s*Løbe en halv time/);
	expect((await post(`${ours}?/tie`, other, { ...given, goal: '' })).status).toBe(303);
	expect(await choices(ours, other)).not.toContain('Løbe en halv time');
});

test('what is tied to a goal that is off the plan is an offer without a goal, until it is put back', async () => {
	const [goal, step] = [v7(), v7()];
	const said = { family, about: '', area: '', sign: '', dueOn: '' };
	await post('/plan?/add', other, { id: goal, parent: '', title: 'Spille skak sammen', ...said });
	await post('/plan?/add', other, { id: step, parent: goal, title: 'Finde brættet frem', ...said });
	const taken = (n: number) => ({ family, offer: offer(n), about: '' });
	for (const [n, tied] of [
		[103, goal],
		[104, step],
	] as const) {
		const there = `/offers/${offer(n)}`;
		await post(`${there}?/answer`, other, { id: v7(), ...taken(n), state: 'interested' });
		expect((await post(`${there}?/tie`, other, { ...taken(n), goal: tied })).status).toBe(303);
	}
	const suggesting = (n: number) => `/families/${family}/offers/${offer(n)}?/suggest`;
	const suggestion = (n: number) => ({
		id: v7(),
		offer: offer(n),
		goal,
		about: '',
		reason: 'Skak er for alle',
	});
	expect((await post(suggesting(107), coordinator, suggestion(107))).status).toBe(303);
	const seen = async () =>
		Promise.all(
			(
				[
					[`/offers/${offer(103)}`, other],
					[`/offers/${offer(104)}`, other],
					['/offers', other],
					[`/families/${family}`, coordinator],
				] as const
			).map(async ([path, who]) => {
				const words = await page(path, who);
				const offers = words.slice(words.search(/[Tt]ilbud|<h2/));
				return /mål:?[^]{0,80}(Spille skak sammen|Finde brættet frem)/.test(offers);
			}),
		);
	const before = await seen();
	expect(before).toEqual(before.map(() => true));
	await post(`/plan/${goal}?/remove`, other, { id: goal });
	expect(await seen()).toEqual(before.map(() => false));

	// From a page that is as it was.
	for (const [n, tied] of [
		[103, goal],
		[105, step],
	] as const) {
		const there = `/offers/${offer(n)}`;
		await post(`${there}?/answer`, other, { id: v7(), ...taken(n), state: 'interested' });
		const tie = await post(`${there}?/tie`, other, { ...taken(n), goal: tied });
		expect(tie.status).toBe(409);
		expect(read(await tie.text())).toMatch(/role="alert"[^]{0,700}Målet er taget ud af planen/);
	}
	const suggested = await post(suggesting(106), coordinator, { _form: 'suggest', ...suggestion(106) });
	expect(suggested.status).toBe(409);
	const answer = read(await suggested.text());
	expect(answer).toMatch(/role="alert"[^]{0,700}Målet er taget ud af planen/);
	expect(answer).toContain('Skak er for alle');

	await post('/plan?/restore', other, { id: goal });
	expect(await seen()).toEqual(before);
});
