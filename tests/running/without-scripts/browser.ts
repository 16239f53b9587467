/**
 * A browser without scripts, as far as the house needs one: follows links, fills in and sends the forms that the server
 * has drawn, and follows where that leads with its cookies.
 */
import { afterAll, beforeAll } from 'vitest';
import { signIn } from '../../bench/pages.ts';
import type { Persona } from '../../e2e/fixtures.ts';
import { freshServer } from '../fresh.ts';
import type { Server } from '../../e2e/server.ts';
import { Page, type Filled, type Where } from './page.ts';

/** Somebody's browser: its cookies, and the page that is open. */
export class Browser {
	readonly #cookies = new Map<string, string>();
	page!: Page;
	/** What came with the page. */
	headers!: Headers;

	readonly #origin: string;
	/** @param cookies as a browser sends them */
	constructor(origin: string, cookies = '') {
		this.#origin = origin;
		for (const [, name, value] of cookies.matchAll(/([^=;\s]+)=([^;]*)/g)) this.#cookies.set(name!, value!);
	}

	async #request(url: URL, body?: URLSearchParams): Promise<void> {
		const answer = await fetch(url, {
			method: body ? 'POST' : 'GET',
			redirect: 'manual',
			headers: {
				accept: 'text/html',
				'accept-language': 'da',
				cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; '),
				...(body && { origin: this.#origin }),
			},
			body,
		});
		for (const set of answer.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
			if (/;\s*max-age=0/i.test(set)) this.#cookies.delete(name!);
			else this.#cookies.set(name!, value!);
		}
		const location = answer.headers.get('location');
		// What was sent goes on to where a 307 leads.
		if (location) return this.#request(new URL(location, url), answer.status === 307 ? body : undefined);
		this.headers = answer.headers;
		this.page = new Page(url, answer.status, await answer.text());
	}

	async open(path: string): Promise<Page> {
		await this.#request(new URL(path, this.page?.url ?? this.#origin));
		return this.page;
	}
	/** Follows a link. */
	follow(name: string | RegExp, where: Where = {}): Promise<Page> {
		return this.open(this.page.link(name, where));
	}
	/** Sends an action what no form of the page sends. */
	async sends(action: string, fields: Record<string, string>): Promise<Page> {
		await this.#request(new URL(action, this.page.url), new URLSearchParams(fields));
		return this.page;
	}
	/** Has a page open again as it was drawn: Back, or another tab. */
	back(to: Page): this {
		this.page = to;
		return this;
	}
	/** Fills in what is given by its label, and presses a button. */
	async press(button: string | RegExp, filled: Filled = {}, where: Where = {}): Promise<Page> {
		const { action, isPost, fields } = this.page.sending(button, filled, where);
		if (!isPost) action.search = fields.toString();
		await this.#request(action, isPost ? fields : undefined);
		return this.page;
	}
	/** Loses the cookies that are called so. */
	lose(name: RegExp): void {
		for (const one of this.#cookies.keys()) if (name.test(one)) this.#cookies.delete(one);
	}
}

/** The link on the paper of an invitation. */
export const linkOn = ({ page }: Browser) => /https?:\/\/\S+\/invitation\/[A-Z2-9-]+/.exec(page.words)![0];

/** What a part of a file asks the house of that file. */
export type WithoutScripts = ReturnType<typeof withoutScripts>;

/** A server of a test file's own, and browsers of those who come in to it. @param name as no other file's */
export function withoutScripts(name: string) {
	let server: Server;
	beforeAll(async () => {
		server = await freshServer(name);
	});
	afterAll(() => server.stop());
	/** Somebody who has not come in. */
	const somebody = () => new Browser(server.url);
	async function as(persona: Persona, at = '/', language = 'da'): Promise<Browser> {
		const cookies = `language=${language}; ${await signIn(server.url, persona)}`;
		const browser = new Browser(server.url, cookies);
		await browser.open(at);
		return browser;
	}
	return { as, somebody };
}
