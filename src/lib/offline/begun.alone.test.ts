/** What is begun on a page and not sent: whether it stands there again when somebody comes back. */
import { beforeEach, describe, expect, test, vi } from 'vitest';

/** As much of a field as is looked at. */
class Field extends EventTarget {
	type = 'text';
	form: Form;
	name: string;
	value: string;
	defaultValue: string;
	isShown = false;
	constructor(form: Form, name: string, drawn = '') {
		super();
		this.form = form;
		this.name = name;
		this.value = this.defaultValue = drawn;
		form.elements.push(this);
	}
	checked = false;
	defaultChecked = false;
	closest = () => ({ setAttribute: () => (this.isShown = true) });
}
interface Form {
	method: string;
	elements: Field[] & { namedItem: (name: string) => { value: string } };
}
const form = (name: string, person = 'amira', method = 'post'): Form => {
	const own: Record<string, string> = { _form: name, _person: person };
	return { method, elements: Object.assign([], { namedItem: (one: string) => ({ value: own[one]! }) }) };
};

const heard: Record<string, (event: { target: unknown; detail?: unknown }) => void> = {};
let forms: Form[] = [];
vi.stubGlobal('HTMLInputElement', Field);
vi.stubGlobal('HTMLTextAreaElement', class {});
class List extends Field {
	override type = 'select-one';
	options = ['', 'amira', 'emil'].map((value) => ({ value, defaultSelected: false }));
}
vi.stubGlobal('HTMLSelectElement', List);
vi.mock('svelte', () => ({ tick: () => Promise.resolve() }));
vi.stubGlobal('document', {
	addEventListener: (name: string, listener: (event: { target: unknown }) => void) =>
		(heard[name] = listener),
	get forms() {
		return forms;
	},
});
const { begunHere, noticeBegun } = await import('./begun');
const { bringBack } = await import('./bring-back');
noticeBegun();

const isOn = (address: string, ...these: Form[]) => {
	const { pathname, search } = new URL(address, 'http://house');
	vi.stubGlobal('location', { pathname, search });
	forms = these;
};
const write = (field: Field, value: string) => {
	field.value = value;
	heard['input']!({ target: field });
};
/** The field as it is when the page is opened again. */
async function again(name = 'add', { person = 'amira', drawn = '', at = '/plan' } = {}): Promise<Field> {
	const here = form(name, person);
	const field = new Field(here, 'title', drawn);
	isOn(at, here);
	await bringBack(begunHere());
	return field;
}

beforeEach(() => {
	const here = form('add');
	isOn('/plan', here);
	write(new Field(here, 'title'), 'Vi vil spise sammen');
});

test('it stands there again, in its fold, and is half written as before', async () => {
	let said = 0;
	const here = form('add');
	const field = new Field(here, 'title');
	field.addEventListener('input', () => (said += 1));
	isOn('/plan', here);
	await bringBack(begunHere());
	expect([field.value, field.isShown, said]).toEqual(['Vi vil spise sammen', true, 1]);
});

test('not on another page, in another form, nor for somebody else', async () => {
	expect((await again('add', { at: '/plan/1' })).value).toBe('');
	expect((await again('add', { at: '/plan?family=another' })).value).toBe('');
	expect((await again('add', { at: '/plan?more=40' })).value).toBe('Vi vil spise sammen');
	expect((await again('edit')).value).toBe('');
	expect((await again('add', { person: 'emil' })).value).toBe('');
	expect((await again()).value).toBe('Vi vil spise sammen');
});

test('where the field is drawn with something else by now, it is told once what was written', async () => {
	const here = form('add');
	const field = new Field(here, 'title', 'Rettet siden');
	isOn('/plan', here);
	expect(await bringBack(begunHere())).toEqual(['Vi vil spise sammen']);
	expect(await bringBack(begunHere())).toEqual([]);
	expect(field.value).toBe('Rettet siden');
});

describe('what was chosen beside it', () => {
	/** The goal form: words, whom it is about, and one of two answers. */
	function goal() {
		const here = form('goal');
		const words = new Field(here, 'title');
		const about = new List(here, 'about');
		const answers = ['yes', 'no'].map((value) => {
			const answer = new Field(here, 'sure');
			return Object.assign(answer, { type: 'radio', value, defaultValue: value });
		});
		answers[1]!.checked = answers[1]!.defaultChecked = true;
		isOn('/plan', here);
		return { here, words, about, yes: answers[0]!, no: answers[1]! };
	}
	const chosen = async () => {
		const { words, about, yes, no } = goal();
		about.value = 'amira';
		Object.assign(yes, { checked: true });
		Object.assign(no, { checked: false });
		write(words, 'Jeg vil sove bedre');
	};

	test('comes back with the words', async () => {
		await chosen();
		const { words, about, yes, no } = goal();
		const said: string[] = [];
		for (const field of [yes, no]) field.addEventListener('change', () => said.push(field.value));
		expect(await bringBack(begunHere())).toEqual([]);
		expect([words.value, about.value, yes.checked, no.checked]).toEqual([
			'Jeg vil sove bedre',
			'amira',
			true,
			false,
		]);
		expect(said, 'the answer that is given').toEqual(['yes']);
	});

	test('is there no more: nothing of it stands beside something else, and the words are told', async () => {
		await chosen();
		const { words, about, yes } = goal();
		about.options = about.options.filter(({ value }) => value !== 'amira');
		expect(await bringBack(begunHere())).toEqual(['Jeg vil sove bedre']);
		expect([words.value, about.value, yes.checked]).toEqual(['', '', false]);
	});
});

const taken = (here: Form) => {
	const detail = { notSent: () => {} };
	heard['going']!({ target: here, detail });
	return detail.notSent;
};
test('nor while the form is on its way, wherever one is when it arrives; what did not arrive is there', async () => {
	const here = form('add');
	const field = new Field(here, 'title');
	const notSent = taken(here);
	isOn('/meetings');
	expect((await again()).value).toBe('');
	notSent();
	expect((await again()).value).toBe('Vi vil spise sammen');
	const late = taken(here);
	write(field, 'Skrevet siden');
	late();
	expect((await again()).value).toBe('Skrevet siden');
});

test('nor once the form is emptied, or its field was', async () => {
	const here = form('add');
	const field = new Field(here, 'title');
	heard['reset']!({ target: here });
	expect((await again()).value).toBe('');
	write(field, 'Noget nyt');
	expect((await again()).value).toBe('Noget nyt');
	write(field, '  ');
	expect((await again()).value).toBe('');
});

test('what only looks for something, is hidden, or is of nobody is not noted', async () => {
	for (const [name, here] of [
		['find', form('find', 'amira', 'get')],
		['nobody', form('nobody', '')],
	] as const) {
		isOn('/plan', here);
		write(new Field(here, 'title'), 'Noget');
		expect((await again(name, { person: name === 'nobody' ? '' : 'amira' })).value).toBe('');
	}
	const here = form('hidden');
	const field = new Field(here, 'title');
	field.type = 'hidden';
	write(field, 'Noget');
	expect((await again('hidden')).value).toBe('');
});
