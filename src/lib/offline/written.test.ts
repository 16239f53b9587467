import { beforeEach, expect, test, vi } from 'vitest';

/** As much of a browser's form as is looked at. */
class Input extends EventTarget {
	isConnected = true;
	checked = false;
	form!: { method: string; elements: { namedItem: (name: string) => unknown } };
	name!: string;
	type!: string;
	value!: string;
	constructor(of: string, name: string, value = '', type = 'text') {
		super();
		Object.assign(this, { name, value, type });
		const fields: Record<string, unknown> = { _form: { value: of }, [name]: this };
		this.form = { method: 'post', elements: { namedItem: (one) => fields[one] ?? null } };
	}
}

type Heard = (event: { target: unknown }) => void;
const heard: Record<string, Heard> = {};
let forms: Input['form'][] = [];
vi.stubGlobal('HTMLInputElement', Input);
vi.stubGlobal('document', {
	addEventListener: (name: string, listener: Heard) => (heard[name] = listener),
	get forms() {
		return forms;
	},
});
const { isHalfWritten, noticeWriting, withoutLosing } = await import('./written');
noticeWriting();
const type = (input: Input, value: string) => {
	input.value = value;
	heard['input']!({ target: input });
	return input;
};

beforeEach(() => (forms = []));

test('what was typed and is not sent is half written', () => {
	const note = new Input('note', 'words');
	expect(isHalfWritten()).toBe(false);
	type(note, 'Det går');
	expect(isHalfWritten()).toBe(true);
	type(note, ' ');
	expect(isHalfWritten()).toBe(false);
	type(note, 'Det går');
	// Sent, the form is emptied.
	heard['reset']!({ target: note.form });
	expect(isHalfWritten()).toBe(false);
});
test('what is chosen is too; what has gone with its page, or only looks for something, is not', () => {
	const choice = type(new Input('answer', 'yes', '1', 'radio'), '1');
	expect(isHalfWritten()).toBe(false);
	choice.checked = true;
	expect(isHalfWritten()).toBe(true);
	choice.isConnected = false;
	const search = new Input('search', 'q');
	search.form.method = 'get';
	type(search, 'svømning');
	expect(isHalfWritten()).toBe(false);
});
test('drawn anew, words stay in their field, also where that is a new one; without a place they are handed back', async () => {
	const [stays, anew, gone] = ['a', 'b', 'c'].map((of) => type(new Input(of, 'words'), `ord ${of}`));
	const instead = new Input('b', 'words');
	const lost = await withoutLosing(async () => {
		stays!.value = 'of the server';
		anew!.isConnected = gone!.isConnected = false;
		forms = [stays!.form, instead.form];
	});
	expect([stays!.value, instead.value, lost]).toEqual(['ord a', 'ord b', ['ord c']]);
});
