/** Every page says in its tab what it is, and nobody's name or words: screens are shared, histories are kept. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { signIn } from '../bench/pages.ts';
import { pages } from '../e2e/pages.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer } from '../e2e/server.ts';

const seed = readFileSync(new URL('../../supabase/seed/10_people.sql', import.meta.url), 'utf8');
/** The first and last names of everybody in the demo, and what their families are called. */
const names = [...seed.matchAll(/\('\w\d', '([^']+)', -\d+\)/g)].flatMap(([, name]) => name!.split(' '));

test('no title is another page’s, and none holds a name', async () => {
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
			expect(title, path).toMatch(/^\S.* · Vores Plan$/);
			// The title and the words of what was searched for are apart.
			expect(title, path).not.toContain('fodbold');
			for (const name of names) expect(title, path).not.toContain(name);
			const page = path.split('?')[0]!.replace(/^\/invitation\/.*/, '/invitation/code');
			expect(seen.get(title) ?? page, `"${title}" is also the title of`).toBe(page);
			seen.set(title, page);
		}
	}
	await server.stop();
});
