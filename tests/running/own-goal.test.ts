/** A grown-up's own goal, seen and tried by the others of the household: while they are there, and when they have left. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { signIn } from '../bench/pages.ts';
import { cookieOf } from '../e2e/large-family.ts';
import { freshServer } from './fresh.ts';
import type { Server } from '../e2e/server.ts';
import { largeFamily } from '../large-family/large-family.ts';
import { idOf, withIds } from '../policies/labels.ts';
import { read, undoOf } from './house.ts';
import { tiedToGoals } from './own-goal/offers.ts';

const family = idOf('large family');
const [mine, step] = [v7(), v7()];
const owner = 'large partner';
const other = 'large parent';
const young = 'large child 2';
const coordinator = 'large professional 1';

/** When the uncle took them off. */
const off = '2026-01-01T12:00:00+00:00';
/** An uncle who took a goal and a step off the plan, and left. */
const uncle = withIds(`
	insert into person (id, name) values ('@large uncle', 'Uwe Stor');
	insert into member (id, family_id, person_id, role) values
		('@large member uncle', '@large family', '@large uncle', 'relative');
	insert into goal (id, family_id, parent_id, about_id, title, created_by) values
		('@taken off', '@large family', null, '@large uncle', 'Holde op med at ryge', '@large uncle'),
		('@left standing', '@large family', null, '@large uncle', 'Male skuret', '@large uncle'),
		('@step taken off', '@large family', '@left standing', '@large uncle', 'Købe maling', '@large uncle');
	update goal set removed_at = '${off}', changed_at = '${off}', removed_by = '@large uncle' where id in ('@taken off', '@step taken off');
	update member set left_at = now() where id = '@large member uncle';
`);

let server: Server;
let known: string;
beforeAll(async () => {
	server = await freshServer('own-goal', { more: largeFamily() + uncle });
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
		expect(read).toContain('Det er kun Petra, der kan ændre målet.');
		for (const words of changing) expect(read, words).not.toContain(words);
	}
	const edit = await get(`/plan/${mine}/edit`, other);
	expect([edit.status, edit.headers.get('location')]).toEqual([303, `/plan/${mine}`]);
});

test('a new goal is for the household, a child or oneself', async () => {
	const choice = /<select[^>]*name="about"[^]*?<\/select>/.exec(await page('/plan', other))![0];
	const names = [...choice.matchAll(/<option[^>]*>([^<]*)/g)].map(([, name]) => name!.trim());
	expect(names).toEqual(['Hele familien', ...[1, 2, 3, 4, 5, 6].map((n) => `Barn ${n}`), 'Storm']);
});

test('a request made by hand is refused in words, and changes nothing', async () => {
	const before = await page(`/plan/${mine}`, owner);
	const said = { title: 'Noget andet', area: '', sign: '', dueOn: '' };
	const tries: [path: string, fields: Record<string, string>][] = [
		[`/plan/${mine}/edit`, { id: mine, drawnFrom: '0', ...said }],
		[`/plan/${mine}?/done`, { id: mine }],
		[`/plan/${step}?/done`, { id: step }],
		[`/plan/${mine}?/remove`, { id: mine, drawnFrom: '0' }],
		[`/plan/${mine}?/add`, { id: v7(), family, parent: mine, about: '', ...said }],
		[`/plan/${mine}?/note`, { id: v7(), goal: mine, family, note: 'Ikke godt', score: '' }],
		['/plan?/add', { id: v7(), family, parent: '', about: idOf(owner), ...said }],
		['/plan?/restore', { id: mine, drawnFrom: off }],
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
		['/plan?/restore', { id: goal, drawnFrom: off }],
		['/plan?/restore', { id: idOf('step taken off'), drawnFrom: off }],
		[`/plan/${goal}?/remove`, { id: goal, drawnFrom: '0' }],
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
	const restored = await post('/plan?/restore', other, { id: goal, drawnFrom: off });
	expect(read(await restored.text())).toMatch(
		/role="alert"[^]{0,700}har selv taget det ud af planen og er ikke med i familien mere/,
	);
	// What they left standing is taken off by a parent, who may put it back.
	const left = idOf('left standing');
	const back = undoOf(await post(`/plan/${left}?/remove`, other, { id: left, drawnFrom: '0' }));
	expect((await post(back.action, other, back.fields)).status).toBe(303);
	expect(await page(`/plan/${left}`, other)).not.toContain('Købe maling');
});

tiedToGoals({ page, post, family, owner, other, young, coordinator, mine });
