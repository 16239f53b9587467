import { beforeEach, expect, test, vi } from 'vitest';

/** As much of a browser's form as is looked at. */
class Input extends EventTarget {
	isConnected = true;
	checked = false;
	form!: {
		method: string;
		elements: Input[] & { namedItem: (name: string) => unknown };
		own: Record<string, string>;
		reset: () => void;
	};
	name!: string;
	type!: string;
	value!: string;
	defaultValue = '';
	defaultChecked = false;
	constructor(of: string, name: string, value = '', type = 'text', person = 'amira') {
		super();
		Object.assign(this, { name, value, type });
		const own: Record<string, string> = { _form: of, _person: person };
		const namedItem = (one: string) => ({ value: own[one] });
		const reset = () => this.form.elements.forEach((one) => (one.value = one.defaultValue));
		this.form = { method: 'post', elements: Object.assign([this], { namedItem }), own, reset };
	}
	/** Beside another in its form. */
	beside(other: Input): this {
		this.form = other.form;
		other.form.elements.push(this);
		return this;
	}
}

class List extends Input {
	options = [{ defaultSelected: false }, { defaultSelected: false }, { defaultSelected: false }];
	selectedIndex = 0;
}

type Heard = (event: { target: unknown }) => void;
const heard: Record<string, Heard> = {};
let forms: Input['form'][] = [];
vi.stubGlobal('HTMLInputElement', Input);
vi.stubGlobal('HTMLTextAreaElement', class {});
vi.stubGlobal('HTMLSelectElement', List);
vi.stubGlobal('document', {
	addEventListener: (name: string, listener: Heard) => (heard[name] = listener),
	get forms() {
		return forms;
	},
});
const { isAtWork, isHalfWritten, nobodyAtWork, noticeWriting, withoutLosing, writtenAgain } =
	await import('./written');
noticeWriting();
const type = (input: Input, value: string) => {
	input.value = value;
	heard['input']!({ target: input });
	return input;
};

beforeEach(() => (forms = []));

test('what was typed before anybody noticed is half written too, and what the page was drawn with is not', () => {
	const drawn = new Input('goal', 'title', 'Mere ro');
	drawn.defaultValue = 'Mere ro';
	forms = [drawn.form];
	noticeWriting();
	expect(isHalfWritten()).toBe(false);
	const note = new Input('note', 'words', 'Det går');
	forms.push(note.form);
	noticeWriting();
	expect(isHalfWritten(note.form as never)).toBe(true);
	expect(isHalfWritten(drawn.form as never)).toBe(false);
	note.isConnected = false;
});

test('so is what came back in its form, drawn with it, and nothing else on that page', () => {
	const drawn = (of: string, name: string, value: string, type = 'text') =>
		Object.assign(new Input(of, name, value, type), { defaultValue: value });
	const title = drawn('goal', 'title', 'Mors egne ord');
	const id = drawn('goal', 'id', '0199', 'hidden').beside(title);
	const known = drawn('goal', 'sign', 'as it was').beside(title);
	const other = drawn('name', 'title', 'Amira');
	forms = [title.form, other.form];
	noticeWriting({ form: 'goal', typed: { title: ['Mors egne ord'], id: ['0199'] } });
	nobodyAtWork();
	expect([isHalfWritten(title.form as never), isHalfWritten(other.form as never)]).toEqual([true, false]);
	expect(isAtWork()).toBe(true);
	title.isConnected = false;
	expect([isHalfWritten(), isAtWork()]).toEqual([false, false]);
	id.isConnected = known.isConnected = other.isConnected = false;
});

test('so is what was chosen of a list, and not what it was drawn with', () => {
	const [first, drawn] = [new List('a', 'who', 'a', 'select-one'), new List('b', 'who', 'b', 'select-one')];
	drawn.options[1] = { defaultSelected: true };
	drawn.selectedIndex = 1;
	forms = [first.form, drawn.form];
	noticeWriting();
	expect(isHalfWritten()).toBe(false);
	first.selectedIndex = drawn.selectedIndex = 2;
	noticeWriting();
	expect([isHalfWritten(first.form as never), isHalfWritten(drawn.form as never)]).toEqual([true, true]);
	first.isConnected = drawn.isConnected = false;
});

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
test('drawn anew for somebody else, nothing of what was half written stays, and nothing is handed back', async () => {
	const [stays, anew] = ['a', 'b'].map((of) => type(new Input(of, 'words'), `ord ${of}`));
	const instead = new Input('b', 'words', '', 'text', 'emil');
	const lost = await withoutLosing(async () => {
		stays!.form.own['_person'] = 'emil';
		anew!.isConnected = false;
		forms = [stays!.form, instead.form];
	});
	expect([stays!.value, instead.value, lost]).toEqual(['', '', []]);
	stays!.isConnected = false;
});
test('drawn anew, what is chosen stays chosen, what is chosen no longer stays so, and what is emptied stays empty', async () => {
	const scale = () => {
		const three = new Input('note', 'score', '3', 'radio');
		return [three, new Input('note', 'score', '7', 'radio').beside(three)] as const;
	};
	const [stays, anew] = [scale()[1], scale()[1]];
	const tick = new Input('who', 'invited', 'jonas', 'checkbox');
	const emptied = type(new Input('words', 'words', 'Det gik'), '');
	for (const one of [stays, anew]) type(one, '7').checked = true;
	type(tick, 'jonas');
	const [three, seven] = scale();
	const ticked = new Input('who', 'invited', 'jonas', 'checkbox');
	const other = new Input('who', 'invited', 'line', 'checkbox').beside(ticked);
	const filled = new Input('words', 'words', 'Det gik');
	await withoutLosing(async () => {
		stays.checked = false;
		anew.isConnected = tick.isConnected = emptied.isConnected = false;
		three.checked = ticked.checked = other.checked = true;
		forms = [three.form, ticked.form, filled.form];
	});
	expect([stays.checked, seven.checked]).toEqual([true, true]);
	expect([ticked.checked, other.checked, filled.value]).toEqual([false, true, '']);
});

test('what was typed and chosen before is put back into its form, and what is hidden is left', () => {
	const note = new Input('note', 'words', '', 'textarea');
	const [seven, eight] = ['7', '8'].map((value) => new Input('note', 'score', value, 'radio').beside(note));
	const id = new Input('note', 'id', 'new', 'hidden').beside(note);
	forms = [Object.assign(note.form, { querySelector: () => null })];
	writtenAgain(
		'note',
		new Map([
			['words', ['Det går']],
			['score', ['8']],
			['id', ['old']],
		]),
	);
	expect([note.value, seven!.checked, eight!.checked, id.value]).toEqual(['Det går', false, true, 'new']);
});
