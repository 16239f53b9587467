/**
 * A browser without scripts, as far as the house needs one: follows links, fills in and sends the forms that the server
 * has drawn, follows where that leads with its cookies, and tells what can be read. Without pictures, styles or folds: what
 * those claim stays with the end-to-end tests.
 */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { afterAll, beforeAll } from 'vitest';
import { signIn } from '../../bench/pages.ts';
import { freshData } from '../../e2e/prepare.ts';
import { startServer, type Server } from '../../e2e/server.ts';
import type { Persona } from '../../e2e/fixtures.ts';

type Node = Tree.ChildNode | Tree.Document;
type Element = Tree.Element;

const isElement = (node: Node): node is Element => 'tagName' in node;
const isOf = (element: Element, ...tags: string[]) => tags.includes(element.tagName);
const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;

/** All elements under a node, in the order of the page. */
const under = (node: Node): Element[] =>
	'childNodes' in node
		? node.childNodes.flatMap((child) => (isElement(child) ? [child, ...under(child)] : []))
		: [];

/** What is read of a node. */
function wordsOf(node: Node): string {
	const inside = (one: Node): string => {
		if (one.nodeName === '#text') return (one as Tree.TextNode).value;
		if (isElement(one) && isOf(one, 'script', 'style', 'template')) return '';
		return 'childNodes' in one ? one.childNodes.map(inside).join(' ') : '';
	};
	return inside(node)
		.replace(/[\u2066-\u2069]/g, '')
		.replace(/\s+/g, ' ')
		.replace(/ (?=[.,;:!?)])/g, '')
		.trim();
}

const isCard = (element: Element) => isOf(element, 'article', 'li', 'section');

/** What is done with a field: written into, or chosen by its words; a box is ticked or not. */
export type Filled = Record<string, string | boolean>;

/** @param within words of the card, row or part of the page in which it stands */
type Where = { within?: string };

/** One page as somebody has it in front of them. */
class Page {
	readonly #all: Element[];
	readonly #parents = new Map<Element, Element>();
	readonly #main: Element;

	readonly url: URL;
	readonly status: number;
	constructor(url: URL, status: number, html: string) {
		this.url = url;
		this.status = status;
		this.#all = under(parse(html));
		for (const parent of this.#all) {
			for (const child of parent.childNodes) if (isElement(child)) this.#parents.set(child, parent);
		}
		this.#main = this.#all.find((one) => isOf(one, 'main')) ?? this.#all[0]!;
	}

	get path() {
		return this.url.pathname + this.url.search;
	}
	#byId(ids = ''): string {
		return ids
			.split(' ')
			.map((id) => this.#all.find((one) => attribute(one, 'id') === id))
			.map((one) => (one ? wordsOf(one) : ''))
			.join(' ');
	}
	/** What somebody calls it who looks for it. */
	#nameOf(one: Element): string {
		return attribute(one, 'aria-label') ?? (this.#byId(attribute(one, 'aria-labelledby')) || wordsOf(one));
	}
	/** Wholly when words are given, in part with a pattern. */
	#isCalled(one: Element, name: string | RegExp): boolean {
		return typeof name === 'string' ? this.#nameOf(one) === name : name.test(this.#nameOf(one));
	}
	/** Everything that is read of the page's own part. */
	get words() {
		return wordsOf(this.#main);
	}
	get #heading() {
		return this.#all.find((one) => isOf(one, 'h1'))!;
	}
	get heading() {
		return wordsOf(this.#heading);
	}
	get headingLanguage() {
		return attribute(this.#heading, 'lang');
	}
	/** What was said of the last that was done: receipts, and what was wrong. */
	get receipt() {
		return this.#said('status');
	}
	get alert() {
		return this.#said('alert');
	}
	#said(role: string) {
		return this.#all
			.filter((one) => attribute(one, 'role') === role)
			.map(wordsOf)
			.join(' ');
	}

	/** The words of each card, row or part of the page in which these words stand, but of none around it. */
	cards(words: string): string[] {
		const has = this.#all.filter((one) => isCard(one) && wordsOf(one).includes(words));
		return has.filter((one) => !has.some((other) => this.#above(other).includes(one))).map(wordsOf);
	}
	/** From the nearest outwards. */
	#above(one: Element): Element[] {
		const parent = this.#parents.get(one);
		return parent ? [parent, ...this.#above(parent)] : [];
	}

	/** The names of all links and buttons. */
	get presses(): string[] {
		return this.#all.filter((one) => isOf(one, 'a', 'button')).map((one) => this.#nameOf(one));
	}
	/** Those that stand out: filled with colour. */
	get filled(): string[] {
		return this.#all
			.filter((one) => isOf(one, 'a', 'button') && attribute(one, 'class')?.split(' ').includes('main'))
			.map((one) => this.#nameOf(one));
	}
	#press(tag: 'a' | 'button', name: string | RegExp, { within = '' }: Where): Element {
		const isThere = (one: Element) => wordsOf(this.#above(one).find(isCard) ?? this.#main).includes(within);
		const found = this.#all.find((one) => isOf(one, tag) && this.#isCalled(one, name) && isThere(one));
		if (!found)
			throw new Error(`${this.path} has no “${String(name)}”; there is: ${this.presses.join(' · ')}`);
		return found;
	}
	/** Where a link leads. */
	link(name: string | RegExp, where: Where = {}): string {
		return new URL(attribute(this.#press('a', name, where), 'href')!, this.url).href;
	}

	/** The field with this label. */
	#field(label: string, among = this.#all): Element {
		for (const one of among.filter((each) => isOf(each, 'label'))) {
			const words = wordsOf(one);
			if (words !== label && !words.startsWith(`${label} `)) continue;
			const id = attribute(one, 'for');
			const field = id
				? among.find((each) => attribute(each, 'id') === id)
				: under(one).find((each) => isOf(each, 'input', 'select', 'textarea'));
			if (field) return field;
		}
		throw new Error(`${this.path} has no field “${label}”`);
	}
	/** What stands in a field, or whether it is ticked. */
	value(label: string): string | boolean {
		const field = this.#field(label);
		const type = attribute(field, 'type');
		if (type === 'checkbox' || type === 'radio') return attribute(field, 'checked') !== undefined;
		return valueOf(field);
	}
	/** The last day that a field takes. */
	latest(label: string): string {
		return attribute(this.#field(label), 'max')!;
	}
	/** What is said beside a field: a hint, or what is wrong. */
	beside(label: string): string {
		return this.#byId(attribute(this.#field(label), 'aria-describedby'));
	}

	/** What a browser would send when a button of a form is pressed after some of its fields were filled in. */
	sending(button: string | RegExp, filled: Filled, where: Where) {
		const pressed = this.#press('button', button, where);
		const form = this.#above(pressed).find((one) => isOf(one, 'form'));
		if (!form) throw new Error(`“${String(button)}” belongs to no form`);
		const inside = under(form);
		const written = new Map(
			Object.entries(filled).map(([label, value]) => [this.#field(label, inside), value] as const),
		);
		const groups = new Set(
			[...written]
				.filter(([field]) => attribute(field, 'type') === 'radio')
				.map(([field]) => attribute(field, 'name')),
		);
		const fields = new URLSearchParams();
		for (const field of inside) {
			const name = attribute(field, 'name');
			const mine = written.get(field);
			if (!name || attribute(field, 'disabled') !== undefined) continue;
			const type = attribute(field, 'type');
			if (isOf(field, 'select')) {
				const options = under(field).filter((one) => isOf(one, 'option'));
				const option = options.find((one) => wordsOf(one) === mine);
				if (typeof mine === 'string' && !option) {
					throw new Error(`“${mine}” cannot be chosen; there is: ${options.map(wordsOf).join(' · ')}`);
				}
				fields.append(name, option ? valueOfOption(option) : valueOf(field));
			} else if (type === 'checkbox' || type === 'radio') {
				const stood = attribute(field, 'checked') !== undefined && !groups.has(type === 'radio' ? name : '');
				if (mine ?? stood) fields.append(name, attribute(field, 'value') ?? 'on');
			} else if (isOf(field, 'input', 'textarea')) {
				fields.append(name, typeof mine === 'string' ? mine : valueOf(field));
			} else if (field === pressed) fields.append(name, attribute(field, 'value') ?? '');
		}
		const action = new URL(attribute(form, 'action') || this.url.href, this.url);
		return { action, isPost: attribute(form, 'method')?.toLowerCase() === 'post', fields };
	}
}

/** What stands in a field as it was drawn. */
function valueOf(field: Element): string {
	if (isOf(field, 'textarea')) return field.childNodes.map((one) => (one as Tree.TextNode).value).join('');
	if (!isOf(field, 'select')) return attribute(field, 'value') ?? '';
	const options = under(field).filter((one) => isOf(one, 'option'));
	const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0];
	return chosen ? valueOfOption(chosen) : '';
}
const valueOfOption = (option: Element) => attribute(option, 'value') ?? wordsOf(option);

/** Somebody's browser: its cookies, and the page that is open. */
export class Browser {
	readonly #cookies = new Map<string, string>();
	page!: Page;

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
		if (location) return this.#request(new URL(location, url));
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
	/** Fills in what is given by its label, and presses a button. */
	async press(button: string | RegExp, filled: Filled = {}, where: Where = {}): Promise<Page> {
		const { action, isPost, fields } = this.page.sending(button, filled, where);
		if (!isPost) action.search = fields.toString();
		await this.#request(action, isPost ? fields : undefined);
		return this.page;
	}
}

/** The link on the paper of an invitation. */
export const linkOn = ({ page }: Browser) => /https?:\/\/\S+\/invitation\/[A-Z2-9-]+/.exec(page.words)![0];

/** A server of a test file's own, and browsers of those who come in to it. @param name as no other file's */
export function withoutScripts(name: string) {
	let server: Server;
	beforeAll(async () => {
		server = await startServer(freshData(name));
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
