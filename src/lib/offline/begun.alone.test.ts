/** What is begun on a page and not sent: whether it stands there again when somebody comes back. */
import { beforeEach, expect, test, vi } from 'vitest';

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

const heard: Record<string, (event: { target: unknown }) => void> = {};
let forms: Form[] = [];
vi.stubGlobal('HTMLInputElement', Field);
vi.stubGlobal('HTMLTextAreaElement', class {});
vi.stubGlobal('document', {
	addEventListener: (name: string, listener: (event: { target: unknown }) => void) =>
		(heard[name] = listener),
	get forms() {
		return forms;
	},
});
const { bringBack, noticeBegun, takeBegun } = await import('./begun');
noticeBegun();

const isOn = (pathname: string, ...these: Form[]) => {
	vi.stubGlobal('location', { pathname });
	forms = these;
};
const write = (field: Field, value: string) => {
	field.value = value;
	heard['input']!({ target: field });
};
/** The field as it is when the page is opened again. */
function again(name = 'add', { person = 'amira', drawn = '', at = '/plan' } = {}): Field {
	const here = form(name, person);
	const field = new Field(here, 'title', drawn);
	isOn(at, here);
	bringBack();
	return field;
}

beforeEach(() => {
	const here = form('add');
	isOn('/plan', here);
	write(new Field(here, 'title'), 'Vi vil spise sammen');
});

test('it stands there again, in its fold, and is half written as before', () => {
	let said = 0;
	const here = form('add');
	const field = new Field(here, 'title');
	field.addEventListener('input', () => (said += 1));
	isOn('/plan', here);
	bringBack();
	expect([field.value, field.isShown, said]).toEqual(['Vi vil spise sammen', true, 1]);
});

test('not on another page, in another form, for somebody else, nor where the field is drawn with something else', () => {
	expect(again('add', { at: '/plan/1' }).value).toBe('');
	expect(again('edit').value).toBe('');
	expect(again('add', { person: 'emil' }).value).toBe('');
	expect(again('add', { drawn: 'Ret mig' }).value).toBe('Ret mig');
	expect(again().value).toBe('Vi vil spise sammen');
});

const taken = (here: Form) => takeBegun(here as unknown as HTMLFormElement);
test('nor while the form is on its way, wherever one is when it arrives; what did not arrive is there', () => {
	const here = form('add');
	const field = new Field(here, 'title');
	const notSent = taken(here);
	isOn('/meetings');
	expect(again().value).toBe('');
	notSent();
	expect(again().value).toBe('Vi vil spise sammen');
	const late = taken(here);
	write(field, 'Skrevet siden');
	late();
	expect(again().value).toBe('Skrevet siden');
});

test('nor once the form is emptied, or its field was', () => {
	const here = form('add');
	const field = new Field(here, 'title');
	heard['reset']!({ target: here });
	expect(again().value).toBe('');
	write(field, 'Noget nyt');
	expect(again().value).toBe('Noget nyt');
	write(field, '  ');
	expect(again().value).toBe('');
});

test('what only looks for something, is hidden, or is of nobody is not noted', () => {
	for (const [name, here] of [
		['find', form('find', 'amira', 'get')],
		['nobody', form('nobody', '')],
	] as const) {
		isOn('/plan', here);
		write(new Field(here, 'title'), 'Noget');
		expect(again(name, { person: name === 'nobody' ? '' : 'amira' }).value).toBe('');
	}
	const here = form('hidden');
	const field = new Field(here, 'title');
	field.type = 'hidden';
	write(field, 'Noget');
	expect(again('hidden').value).toBe('');
});
