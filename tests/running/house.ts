/** A server of a test file's own, and the demo's people going in and out of it as browsers without scripts do. */
import { afterAll, beforeAll } from 'vitest';
import { signIn } from '../bench/pages.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';
import { people } from '../people.ts';

/** What a person reads of a page. */
export const read = (html: string) => /<main[\s\S]*<\/main>/.exec(html)![0].replace(/<!--[\s\S]*?-->/g, '');

/** @param name of the server's data, as no other file's */
export function house(name: string) {
	let server: Server;
	const cookies = new Map<string, string>();
	beforeAll(async () => {
		server = await startServer(freshData(name));
		for (const persona of [
			'parent',
			'young-person',
			'child',
			'coordinator',
			'teacher',
			'job-adviser',
			'project-lead',
		]) {
			cookies.set(persona, await signIn(server.url, persona));
		}
	});
	afterAll(() => server.stop());

	const headersOf = (persona: string) => ({
		accept: 'text/html',
		'accept-language': 'da',
		cookie: cookies.get(persona) ?? '',
	});
	const get = (path: string, persona = '') =>
		fetch(server.url + path, { headers: headersOf(persona), redirect: 'manual' });
	const page = async (path: string, persona = '') => read(await (await get(path, persona)).text());
	const post = (path: string, persona: string, fields: Record<string, string>) =>
		fetch(server.url + path, {
			method: 'POST',
			headers: { ...headersOf(persona), origin: server.url },
			redirect: 'manual',
			body: new URLSearchParams({ _person: people[persona as keyof typeof people] ?? '', ...fields }),
		});
	return { get, page, post };
}
