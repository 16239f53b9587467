/** A server of a test file's own, and the demo's people going in and out of it as browsers without scripts do. */
import { v7 } from 'uuid';
import { afterAll, beforeAll } from 'vitest';
import { signIn } from '../bench/pages.ts';
import { freshServer } from './fresh.ts';
import type { Server } from '../e2e/server.ts';
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

/** What the first form sends in which all this stands, when nothing in it is touched, as a browser sends it. */
export function fieldsOf(html: string, ...has: string[]): Record<string, string> {
	const form = [...html.matchAll(/<form\b[^]*?<\/form>/g)]
		.map(([whole]) => whole)
		.find((one) => has.every((words) => one.includes(words)));
	const fields: Record<string, string> = {};
	const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
	for (const [tag] of form!.matchAll(/<input\b[^>]*>/g)) {
		const name = attribute(tag, 'name');
		const isChoice = /type="(checkbox|radio)"/.test(tag);
		if (name && (!isChoice || /\schecked\b/.test(tag))) fields[name] = plain(attribute(tag, 'value') ?? '');
	}
	for (const [, tag, inside] of form!.matchAll(/<textarea\b([^>]*)>([^]*?)<\/textarea>/g))
		fields[attribute(tag!, 'name')!] = plain(inside!);
	for (const [, tag, inside] of form!.matchAll(/<select\b([^>]*)>([^]*?)<\/select>/g))
		fields[attribute(tag!, 'name')!] = /<option value="([^"]*)"[^>]*\sselected/.exec(inside!)?.[1] ?? '';
	return fields;
}

/** The form with which the receipt of an answer undoes what was done. */
export function undoOf(answer: Response) {
	const receipt = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('receipt='))!;
	return undoIn(receipt.slice('receipt='.length));
}
/** The same in the cookie of the receipt. */
export function undoIn(receipt: string): { action: string; fields: Record<string, string> } {
	const said = Buffer.from(receipt, 'base64url').toString();
	const { action, id } = JSON.parse(/"undo":(\{[^}]*\})/.exec(said)![1]!) as { action: string; id: string };
	return { action, fields: { _form: 'undo', id } };
}

/** What a part of a file asks the house of that file. */
export type House = ReturnType<typeof house>;

/** @param name of the server's data, as no other file's */
export function house(name: string) {
	let server: Server;
	const cookies = new Map<string, Promise<string>>();
	beforeAll(async () => {
		server = await freshServer(name);
	});
	afterAll(() => server.stop());

	/** One comes in when one asks for the first time. */
	function cookieOf(persona: string) {
		if (persona && !cookies.has(persona)) cookies.set(persona, signIn(server.url, persona));
		return cookies.get(persona) ?? '';
	}
	/** Who has opened an invitation has another session. */
	const comesAgain = (persona: string) => cookies.delete(persona);
	const headersOf = async (persona: string) => ({
		accept: 'text/html',
		'accept-language': 'da',
		cookie: await cookieOf(persona),
	});
	const get = async (path: string, persona = '') =>
		fetch(server.url + path, { headers: await headersOf(persona), redirect: 'manual' });
	const page = async (path: string, persona = '') => read(await (await get(path, persona)).text());
	/** @param accept what a browser without scripts asks for, unless told */
	const post = async (path: string, persona: string, fields: Record<string, string>, accept = 'text/html') =>
		fetch(server.url + path, {
			method: 'POST',
			headers: { ...(await headersOf(persona)), accept, origin: server.url },
			redirect: 'manual',
			body: new URLSearchParams({ _person: people[persona as keyof typeof people] ?? '', ...fields }),
		});
	/** Delivers what waited on a phone, and returns what the phone is answered. */
	async function deliver(persona: keyof typeof people, name: string, fields: Record<string, string>) {
		const now = new Date().toISOString();
		const command = { id: v7(), name, person: people[persona], madeAt: now, entries: Object.entries(fields) };
		const answer = await fetch(`${server.url}/api/outbox`, {
			method: 'POST',
			headers: { ...(await headersOf(persona)), 'content-type': 'application/json', origin: server.url },
			body: JSON.stringify({ sentAt: now, commands: [command] }),
		});
		return ((await answer.json()) as { answers: { state: string; words?: string }[] }).answers[0]!;
	}
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
			/** Those of each line of a list. */
			rows: [...html.matchAll(/<li[\s\S]*?<\/li>/g)].map(([row]) => wordsOf(row)),
		};
	}
	const statusOf = async (path: string, persona: string) => (await get(path, persona)).status;
	/** Refused in words, as the answer to a form that the page may not have any more. */
	async function refused(path: string, persona: string, fields: Record<string, string>) {
		const answer = await post(path, persona, { _form: 'sent', ...fields });
		return { status: answer.status, words: wordsOf(read(await answer.text())) };
	}
	return { get, page, post, deliver, seen, statusOf, refused, comesAgain };
}
