/**
 * One page as a browser without scripts has it: what can be read on it, and what a form of it would send. Without
 * pictures, styles or folds: what those claim stays with the end-to-end tests.
 */
import { parse } from 'parse5';
import { attribute, isElement, isOf, under, valueOf, valueOfOption, wordsOf, type Element } from './tree.ts';

const isCard = (element: Element) => isOf(element, 'article', 'li', 'section');

/** What is done with a field: written into, or chosen by its words; a box is ticked or not. */
export type Filled = Record<string, string | boolean>;

/**
 * @param within words of the card, row or part of the page in which it stands
 * @param nth of several that are called so, counted from 0
 */
export type Where = { within?: string; nth?: number };

/** One page as somebody has it in front of them. */
export class Page {
	readonly #all: Element[];
	readonly #parents = new Map<Element, Element>();
	readonly #main: Element;

	readonly url: URL;
	readonly status: number;
	/** As it was sent. */
	readonly html: string;
	constructor(url: URL, status: number, html: string) {
		this.url = url;
		this.status = status;
		this.html = html;
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
	/** What the browser's tab says. */
	get title() {
		return wordsOf(this.#all.find((one) => isOf(one, 'title'))!);
	}
	/** In which direction it is read. */
	get direction() {
		return attribute(
			this.#all.find((one) => isOf(one, 'html'))!,
			'dir',
		);
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
	/** The words of each card, in the order of the page. */
	get articles(): string[] {
		return this.#all.filter((one) => isOf(one, 'article')).map(wordsOf);
	}
	/** The words of the part of the page with this heading. */
	part(heading: string): string {
		const found = this.#all.find((one) => isOf(one, 'section') && this.#nameOf(one) === heading);
		if (!found) throw new Error(`${this.path} has no part “${heading}”`);
		return wordsOf(found);
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
	/** Buttons that say of themselves that they are pressed. */
	get pressed(): string[] {
		return this.#all
			.filter((one) => attribute(one, 'aria-pressed') === 'true')
			.map((one) => this.#nameOf(one));
	}
	/** What the pictures show that say it. */
	get pictures(): string[] {
		return this.#all.filter((one) => attribute(one, 'role') === 'img').map((one) => this.#nameOf(one));
	}
	/** Those that stand out: filled with colour. */
	get filled(): string[] {
		return this.#all
			.filter((one) => isOf(one, 'a', 'button') && attribute(one, 'class')?.split(' ').includes('main'))
			.map((one) => this.#nameOf(one));
	}
	#press(tag: 'a' | 'button', name: string | RegExp, { within = '', nth = 0 }: Where): Element {
		const isThere = (one: Element) => wordsOf(this.#above(one).find(isCard) ?? this.#main).includes(within);
		const found = this.#all.filter((one) => isOf(one, tag) && this.#isCalled(one, name) && isThere(one))[nth];
		if (!found)
			throw new Error(`${this.path} has no “${String(name)}”; there is: ${this.presses.join(' · ')}`);
		return found;
	}
	/** Where a link leads. */
	link(name: string | RegExp, where: Where = {}): string {
		return new URL(attribute(this.#press('a', name, where), 'href')!, this.url).href;
	}

	/** Where the links lead that stand in the part of the page with this heading. */
	links(part: string): string[] {
		const there = this.#all.find((one) => isOf(one, 'section') && wordsOf(one).startsWith(part))!;
		return under(there)
			.filter((one) => isOf(one, 'a'))
			.map((one) => new URL(attribute(one, 'href')!, this.url).href);
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
	/** What a field gives to choose from. */
	choices(label: string): string[] {
		return under(this.#field(label))
			.filter((one) => isOf(one, 'option'))
			.map(wordsOf);
	}
	/** Whether a field is marked as filled in wrongly. */
	isWrong(label: string): boolean {
		return attribute(this.#field(label), 'aria-invalid') === 'true';
	}
	/** Whether a switch is on. */
	isOn(name: string | RegExp): boolean {
		return attribute(this.#press('button', name, {}), 'aria-checked') === 'true';
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
