/** After somebody is erased the house stands: every page of everybody else answers, and none shows the name. */
import { expect, test } from 'vitest';
import { signIn } from '../bench/pages.ts';
import { pages } from '../e2e/pages.ts';
import { freshServer } from './fresh.ts';

// Who is erased together meets in few places: a parent reads on as what the coordinator was, and the team as whose.
for (const erased of [
	['parent', 'teacher'],
	['child', 'coordinator', 'project-lead'],
]) {
	test(`without the demo's ${erased.join(' and ')}`, async () => {
		const server = await freshServer(`without ${erased.join()}`);
		try {
			const gone = (await server.asOwner(
				`select id, name, private.erase_person(id) from public.person
				where id in (select person_id from public.identity where subject = any ($1))`,
				[erased],
			)) as { id: string; name: string }[];
			expect(gone).toHaveLength(erased.length);
			for (const { persona, paths } of pages) {
				if (!persona || erased.includes(persona)) continue;
				const cookie = await signIn(server.url, persona);
				const look = async (path: string) => {
					const answer = await fetch(server.url + path, { headers: { cookie }, redirect: 'manual' });
					const told = `${persona} at ${path}`;
					// An address with an id may lead to what went with the erased.
					expect(
						/-7000-/.test(path) ? [200, 303, 403, 404] : [200, 303],
						`${told}\n${server.lastWords()}`,
					).toContain(answer.status);
					const text = await answer.text();
					for (const { id, name } of gone) {
						expect(text.includes(name), told).toBe(false);
						expect(!path.includes(id) && text.includes(id), told).toBe(false);
					}
					return text;
				};
				await Promise.all(paths.map(look));
				if (erased.includes('coordinator') && persona === 'parent') {
					// Who read is no name any more; that somebody did, as what, is still said.
					const log = await look('/sharing/log');
					expect(log).toContain('En, der ikke er med i planen mere');
					expect(log).toContain('jeres koordinator');
				}
			}
		} finally {
			await server.stop();
		}
	});
}
