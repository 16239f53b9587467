/** What is sent to a server of a test's own, as pages and their scripts send it, and by whom. */
import { afterAll, beforeAll } from 'vitest';
import { signIn } from '../../bench/pages.ts';
import type { Server } from '../../e2e/server.ts';
import { formsOf, type Form } from '../../fuzz/forms.ts';

export const family = '00000000-0000-7000-8002-00000000000a';
export const amira = '00000000-0000-7000-8001-0000000000a1';
export const id = (tail: string) => `01990000-0000-7000-8000-0000000005${tail}`;

/** A goal somebody wrote, as its form sends it. */
export const goal = (tail: string, title: string) => ({
	_form: `add-${family}`,
	_person: amira,
	id: id(tail),
	family,
	title,
});
/** What a browser sends back of what it was given. */
export const cookiesOf = (answer: Response) =>
	answer.headers
		.getSetCookie()
		.map((one) => one.split(';')[0])
		.join('; ');
/** The form of this page that sends these words. */
export const sending = (html: string, words: string): Form =>
	formsOf(html, '/').find(({ fields }) => fields.some(([, value]) => value === words))!;

/** What a part of the file asks of its server. */
export type Sent = ReturnType<typeof sentTo>;

/** @param start its server */
export function sentTo(start: () => Promise<Server>) {
	let server: Server;
	let parent: string;
	beforeAll(async () => {
		server = await start();
		parent = await signIn(server.url, 'parent');
	});
	afterAll(() => server.stop());

	const get = (path: string, cookie = parent) =>
		fetch(server.url + path, { redirect: 'manual', headers: { accept: 'text/html', cookie } });
	const post = (path: string, fields: Record<string, string> | string, cookie = parent) =>
		fetch(server.url + path, {
			method: 'POST',
			redirect: 'manual',
			headers: { accept: 'text/html', cookie, origin: server.url },
			body: new URLSearchParams(fields),
		});
	/** As Kit's forms send it. */
	const postScripted = (path: string, fields: Record<string, string>, cookie: string) =>
		fetch(server.url + path, {
			method: 'POST',
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true', cookie, origin: server.url },
			body: new URLSearchParams(fields),
		});

	return {
		get,
		post,
		postScripted,
		/** Once it has started: its address, and the cookie of a parent who is signed in. */
		get url() {
			return server.url;
		},
		get parent() {
			return parent;
		},
	};
}
