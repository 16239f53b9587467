/** A server that is asked wrongly, and what a person reads of its answer. */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect } from 'vitest';
import { signIn } from '../bench/pages.ts';
import { freshServer } from './fresh.ts';
import type { Server } from '../e2e/server.ts';
import { people } from '../people.ts';

/** What a part of a file asks the server of that file. */
export type Refusing = ReturnType<typeof refusing>;

/** @param name of the server's data, as no other file's */
export function refusing(name: string) {
	let server: Server;
	/** The cookies of who is signed in. */
	const cookies = { parent: '', coordinator: '' };
	beforeAll(async () => {
		server = await freshServer(name);
		cookies.parent = await signIn(server.url, 'parent');
		cookies.coordinator = await signIn(server.url, 'coordinator');
	});
	afterAll(() => server.stop());

	const get = (path: string, cookie = cookies.parent, headers = {}) =>
		fetch(server.url + path, { redirect: 'manual', headers: { accept: 'text/html', cookie, ...headers } });
	const post = (
		path: string,
		body: BodyInit,
		headers: Record<string, string | undefined> = {},
		cookie = cookies.parent,
	) =>
		fetch(server.url + path, {
			method: 'POST',
			redirect: 'manual',
			headers: Object.entries({ accept: 'text/html', cookie, origin: server.url, ...headers }).filter(
				(one): one is [string, string] => one[1] !== undefined,
			),
			// What a form of ours says besides.
			body:
				body instanceof URLSearchParams && !body.has('_person')
					? new URLSearchParams([...body, ['_person', people.parent]])
					: body,
		});

	/** What a server answers to these bytes, whatever they are. */
	const answerTo = (bytes: string) =>
		new Promise<string>((resolve, reject) => {
			const { hostname, port } = new URL(server.url);
			const socket = connect(Number(port), hostname, () => socket.write(bytes));
			let answer = '';
			socket.setEncoding('utf8').on('data', (part) => (answer += String(part)));
			socket.on('error', reject).on('end', () => {
				socket.destroy();
				resolve(answer);
			});
		});
	const enter = (persona: string) => signIn(server.url, persona);
	return { cookies, enter, get, post, answerTo };
}

/** What a person reads. */
export async function said(answer: Response): Promise<string> {
	const html = await answer.text();
	expect(answer.headers.get('content-type')).toContain('text/html');
	// No key of ours and no English of a library.
	expect(html.replace(/<script[\s\S]*?<\/script>/g, '')).not.toMatch(
		/\b(common|staff|plan):error|Forbidden|not allowed/,
	);
	return html;
}
