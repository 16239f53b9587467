/** Every page says in its tab what it is, and nobody's name or words: screens are shared, histories are kept. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { signIn } from '../bench/pages.ts';
import { pages } from '../e2e/pages.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer } from '../e2e/server.ts';

const seed = readFileSync(new URL('../../supabase/seed/10_people.sql', import.meta.url), 'utf8');
/** The first and last names of everybody in the demo, and what their families are called. */
const names = [...seed.matchAll(/\('\w\d', '([^']+)', -\d+\)/g)].flatMap(([, name]) => name!.split(' '));

/** Pages that are there only after something has happened; who makes it happen tries them. */
const elsewhere = [
	// Once a family has asked: tests/e2e/staff.test.ts.
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

test('every page of the house stands in the list that titles, axe, tokens, erasure and the fuzzer walk', () => {
	const walked = pages.flatMap(({ paths }) => paths.map(routeOf));
	expect(routes.length).toBeGreaterThan(50);
	expect(
		routes.map(({ route }) => route).filter((route) => ![...walked, ...elsewhere].includes(route)),
	).toEqual([]);
});

/** What the root layout says for every page, and whether a page says something else by the same name. */
async function shadowedOn(url: string, cookie: string) {
	const answer = await fetch(`${url.replace(/\/$/, '')}/__data.json`, { headers: { cookie } });
	// What is refused at the door has no layout to hide.
	if (!answer.headers.get('content-type')?.includes('json')) return [];
	const { nodes = [] } = JSON.parse((await answer.text()).split('\n')[0]!) as {
		nodes?: ({ data?: [Record<string, number>] } | null)[];
	};
	const [root = [], ...others] = nodes.map((node) => Object.keys(node?.data?.[0] ?? {}));
	// A title with something of the page in it is the page's own.
	return others.flat().filter((name) => root.includes(name) && name !== 'title');
}

test('no title is another page’s, and none holds a name; and no page hides what the layout says', async () => {
	const server = await startServer(freshData('titles'));
	expect(names).toContain('Amira');
	for (const { persona, paths } of pages) {
		const cookie = persona ? await signIn(server.url, persona) : '';
		const seen = new Map<string, string>();
		for (const path of paths) {
			const answer = await fetch(server.url + path, {
				headers: { cookie, 'accept-language': 'da' },
				redirect: 'manual',
			});
			const html = await answer.text();
			const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '';
			// ForWhom reads `person` from there: a form for somebody else would be refused.
			expect(await shadowedOn(server.url + path.split('?')[0]!, cookie), path).toEqual([]);
			expect(title, path).toMatch(/^\S.* · Vores Plan$/);
			// The title and the words of what was searched for are apart.
			expect(title, path).not.toContain('fodbold');
			for (const name of names) expect(title, path).not.toContain(name);
			const page = routeOf(path);
			expect(seen.get(title) ?? page, `"${title}" is also the title of`).toBe(page);
			seen.set(title, page);
		}
	}
	await server.stop();
});
