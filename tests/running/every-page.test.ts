/**
 * What holds of every page, seen by everybody who may enter it, in one walk. The app runs against a Supabase behind a
 * recorder that keeps what every request carries.
 */
import { beforeAll, expect, test } from 'vitest';
import { decodeJwt } from 'jose';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { signIn } from '../bench/pages.ts';
import { pages } from '../e2e/pages.ts';
import { startServer } from '../e2e/server.ts';
import { asking, freshSupabase } from './fresh.ts';
import { recorderBefore, type Seen } from './recorder.ts';

interface Visit {
	persona: string | null;
	path: string;
	headers: string;
	html: string;
	/** What Kit's client is given for the same page; empty when it is refused at the door. */
	data: string;
}

const visits: Visit[] = [];
let asked: Seen[];
const keys = { publishableKey: '', jwtSecret: '' };

beforeAll(async () => {
	const supabase = await freshSupabase('every page');
	Object.assign(keys, supabase);
	const recorder = await recorderBefore(supabase.url);
	const app = await startServer(...asking({ ...supabase, url: recorder.url }));
	for (const { persona, paths } of pages) {
		const cookie = persona ? await signIn(app.url, persona) : '';
		const get = (path: string) =>
			fetch(app.url + path, { headers: { cookie, 'accept-language': 'da' }, redirect: 'manual' });
		for (const path of paths) {
			const page = await get(path);
			const data = await get(`${path.split('?')[0]}/__data.json`);
			visits.push({
				persona,
				path,
				headers: JSON.stringify([...page.headers, ...data.headers]),
				html: await page.text(),
				data: await data.text(),
			});
		}
	}
	await app.stop();
	recorder.stop();
	await supabase.stop();
	asked = recorder.seen;
});

const seed = readFileSync(new URL('../../supabase/seed/10_people.sql', import.meta.url), 'utf8');
/** The first and last names of everybody in the demo, and what their families are called. */
const names = [...seed.matchAll(/\('\w\d', '([^']+)', -\d+\)/g)].flatMap(([, name]) => name!.split(' '));

/** Pages that are there only after something has happened; who makes it happen tries them. */
const elsewhere = [
	// Once a family has asked: tests/running/without-scripts/family/team.ts.
	'/families/questions/[choice]',
	// Filled by the phone itself: tests/e2e/offline.
	'/shell/[language]',
];

const routes = globSync('src/routes/**/+page.svelte')
	.map((file) => file.replace(/^src\/routes|\/\+page\.svelte$/g, '').replace(/\/\([^)]*\)/g, ''))
	// What is called something goes before what takes any name.
	.sort((a, b) => Number(a.includes('[')) - Number(b.includes('[')))
	.map((route) => ({ route, shape: new RegExp(`^${route.replaceAll(/\[\w+\]/g, '[^/]+')}$`) }));
const routeOf = (path: string) => routes.find(({ shape }) => shape.test(path.split('?')[0]!))?.route ?? path;

test('every page of the house stands in the list that this walk, axe, erasure and the fuzzer go by', () => {
	const walked = pages.flatMap(({ paths }) => paths.map(routeOf));
	expect(routes.length).toBeGreaterThan(50);
	expect(
		routes.map(({ route }) => route).filter((route) => ![...walked, ...elsewhere].includes(route)),
	).toEqual([]);
});

test('it says in its tab what it is, as no other does, and nobody’s name or words: screens are shared', () => {
	expect(names).toContain('Amira');
	const seen = new Map<string, string>();
	for (const { persona, path, html } of visits) {
		const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '';
		expect(title, path).toMatch(/^\S.* · Vores Plan$/);
		// The title and the words of what was searched for are apart.
		expect(title, path).not.toContain('fodbold');
		for (const name of names) expect(title, path).not.toContain(name);
		const page = routeOf(path);
		const mine = `${persona} ${title}`;
		expect(seen.get(mine) ?? page, `"${title}" is also the title of`).toBe(page);
		seen.set(mine, page);
	}
});

/** What a page's own data and the root layout's call by the same name. */
function shadowed(data: string): string[] {
	// What is refused at the door has no layout to hide.
	if (!data.startsWith('{')) return [];
	const { nodes = [] } = JSON.parse(data.split('\n')[0]!) as {
		nodes?: ({ data?: [Record<string, number>] } | null)[];
	};
	const [root = [], ...others] = nodes.map((node) => Object.keys(node?.data?.[0] ?? {}));
	// A title with something of the page in it is the page's own.
	return others.flat().filter((name) => root.includes(name) && name !== 'title');
}

test('it hides nothing of what the layout says: ForWhom reads from there for whom a form was drawn', () => {
	for (const { path, data } of visits) expect(shadowed(data), path).toEqual([]);
	expect(visits.filter(({ data }) => data.startsWith('{')).length).toBeGreaterThan(routes.length);
});

test('its questions carry the publishable key and a token of at most a minute; it never carries either', () => {
	const tokens = new Set<string>();
	for (const { apikey, authorization } of asked) {
		expect(apikey).toBe(keys.publishableKey);
		tokens.add(authorization!.replace('Bearer ', ''));
	}
	// One of each who is signed in, and the keeper's.
	expect(tokens.size).toBeGreaterThanOrEqual(pages.length);
	for (const token of tokens) {
		const { role, exp, iat } = decodeJwt<{ role: string }>(token);
		expect(['authenticated', 'session_keeper']).toContain(role);
		// And as much of leeway (src/lib/server/token.alone.test.ts).
		expect(exp! - iat!).toBeLessThanOrEqual(60 + 60);
	}
	const everything = visits.map(({ headers, html, data }) => headers + html + data).join('\n');
	for (const token of tokens) expect(everything).not.toContain(token.split('.').at(-1)!);
	expect(everything).not.toContain(keys.publishableKey);
	expect(everything).not.toContain(keys.jwtSecret);
});

test('the built app knows no service key', () => {
	const files = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\.(js|json)$/.test(file),
	);
	expect(files.length).toBeGreaterThan(10);
	for (const file of files) {
		expect(readFileSync(join('build', file), 'utf8'), file).not.toMatch(
			/SUPABASE_SERVICE|SERVICE_ROLE|SECRET_KEY/,
		);
	}
});

test('what is written or chosen here is neither offered to others who use this browser nor put back for them', () => {
	// What is hidden nobody changes; browsers put back what their form holds.
	const fields = visits.flatMap(({ path, html }) =>
		[...html.matchAll(/<(?:form|input|textarea|select)\b[^>]*>/g)]
			.map(([tag]) => tag)
			.filter((tag) => !/type="(hidden|submit)"/.test(tag))
			.map((tag) => ({ path, tag })),
	);
	for (const kind of ['<form', '<input', '<textarea', '<select', 'type="radio"', 'type="checkbox"']) {
		expect(fields.filter(({ tag }) => tag.includes(kind)).length, kind).toBeGreaterThan(10);
	}
	expect(fields.filter(({ tag }) => !/autocomplete="off"/.test(tag))).toEqual([]);
});

test('it comes with the styles of all that is drawn on it, before a script is there', () => {
	const sheets = new Map(
		globSync('build/client/_app/immutable/assets/*.css').map((file) => [
			basename(file),
			readFileSync(file, 'utf8'),
		]),
	);
	const marksOf = (text: string) => new Set(text.match(/\bs-[\da-z]{4,5}\b/g));
	const styled = marksOf([...sheets.values()].join(' '));
	expect(styled.size).toBeGreaterThan(50);
	for (const { path, html } of visits) {
		const linked = [...html.matchAll(/<link\b[^>]*href="[^"]*\/([^/"]+\.css)"[^>]*>/g)].map(([, name]) =>
			sheets.get(name!)!,
		);
		const inline = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css!);
		const there = marksOf([...linked, ...inline].join(' '));
		const drawn = marksOf(/<body[\s\S]*/.exec(html)?.[0] ?? '');
		expect(
			[...drawn].filter((mark) => styled.has(mark) && !there.has(mark)),
			path,
		).toEqual([]);
	}
});
