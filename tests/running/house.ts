/** A server of a test file's own, and the demo's people going in and out of it as browsers without scripts do. */
import { afterAll, beforeAll } from 'vitest';
import { signIn } from '../bench/pages.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';
import { plain } from '../fuzz/forms.ts';
import { people } from '../people.ts';

/** What a person reads of a page. */
export const read = (html: string) => /<main[\s\S]*<\/main>/.exec(html)![0].replace(/<!--[\s\S]*?-->/g, '');

/** The words of a page or a part of it. */
export const wordsOf = (html: string) =>
	plain(html.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, ' ').replaceAll('&nbsp;', ' '))
		.replace(/\s+/g, ' ')
		.trim();

/** What can be pressed on a page: the words of its links and buttons. */
export const pressesOf = (html: string): string[] =>
	[...html.matchAll(/<(a|button)\b([^>]*)>([\s\S]*?)<\/\1>/g)].map(
		([, , attributes, inside]) => /aria-label="([^"]*)"/.exec(attributes!)?.[1] ?? wordsOf(inside!),
	);

/** @param name of the server's data, as no other file's */
export function house(name: string) {
	let server: Server;
	const cookies = new Map<string, string>();
	beforeAll(async () => {
		server = await startServer(freshData(name));
		for (const persona of Object.keys(people)) cookies.set(persona, await signIn(server.url, persona));
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
	/** @param accept what a browser without scripts asks for, unless told */
	const post = (path: string, persona: string, fields: Record<string, string>, accept = 'text/html') =>
		fetch(server.url + path, {
			method: 'POST',
			headers: { ...headersOf(persona), accept, origin: server.url },
			redirect: 'manual',
			body: new URLSearchParams({ _person: people[persona as keyof typeof people] ?? '', ...fields }),
		});
	/** The page as it is read, or where it leads. */
	async function seen(path: string, persona: string) {
		const answer = await get(path, persona);
		const html = answer.status === 303 ? '' : read(await answer.text());
		return {
			status: answer.status,
			leadsTo: answer.headers.get('location'),
			words: wordsOf(html),
			presses: pressesOf(html),
			/** Each article's words. */
			cards: [...html.matchAll(/<article[\s\S]*?<\/article>/g)].map(([card]) => wordsOf(card)),
		};
	}
	const statusOf = async (path: string, persona: string) => (await get(path, persona)).status;
	/** Refused in words, as the answer to a form that the page may not have any more. */
	async function refused(path: string, persona: string, fields: Record<string, string>) {
		const answer = await post(path, persona, { _form: 'sent', ...fields });
		return { status: answer.status, words: wordsOf(read(await answer.text())) };
	}
	return { get, page, post, seen, statusOf, refused };
}
