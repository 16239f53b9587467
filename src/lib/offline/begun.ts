/**
 * What somebody has begun to write on a page of this tab and not sent: it stands there again when they come back, with what
 * they chose beside it. It is in the memory of the tab alone; nothing of it is kept on the phone.
 */
import { tick } from 'svelte';
import { chosenIn, drawnAt, formOf, isHidden, personOf, type Control } from './written';

type Value = string | boolean;
/** A field that was changed: what it says, what it was drawn with, and whether one writes there in words. */
interface Field {
	value: Value;
	drawn: Value;
	isText: boolean;
}
/** A form in which words are begun. */
interface Begun {
	person: string;
	fields: Map<string, Field>;
}
const begun = new Map<string, Begun>();
const drawn = new WeakMap<Control, Value>();
const knows = (control: Control, value: Value) => void (drawn.has(control) || drawn.set(control, value));

const isText = (control: Control) =>
	control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text');
const valueIn = (control: Control): Value => chosenIn(control) ?? control.value;
/** What the server drew it with. */
function defaultIn(control: Control): Value {
	if (control instanceof HTMLSelectElement) return control.options[drawnAt(control)]?.value ?? '';
	return chosenIn(control) === null ? control.defaultValue : (control as HTMLInputElement).defaultChecked;
}
/** Those in which one writes or chooses: each answer of several by itself, and of several of one name each by its id. */
const fieldsOf = (form: HTMLFormElement) =>
	new Map(
		([...form.elements] as Control[])
			.filter((control) => control.name && !isHidden(control))
			.map((control) => [
				chosenIn(control) === null ? control.id || control.name : `${control.name} ${control.value}`,
				control,
			]),
	);
const keyOf = (form: HTMLFormElement) => `${location.pathname} ${formOf(form)}`;

function note(form: HTMLFormElement) {
	const person = form.method === 'post' && personOf(form);
	if (!person) return;
	const fields = new Map<string, Field>();
	for (const [name, control] of fieldsOf(form)) {
		knows(control, defaultIn(control));
		const field = { value: valueIn(control), drawn: drawn.get(control)!, isText: isText(control) };
		if (field.value !== field.drawn) fields.set(name, field);
	}
	if ([...fields.values()].some(({ isText, value }) => isText && `${value}`.trim()))
		begun.set(keyOf(form), { person, fields });
	else begun.delete(keyOf(form));
}

/** From now on it is noticed. */
export function noticeBegun(): void {
	for (const says of ['input', 'change'])
		document.addEventListener(
			says,
			({ target }) => {
				const { form } = target as Control;
				if (form) note(form);
			},
			true,
		);
	document.addEventListener('reset', ({ target }) => void takeBegun(target as HTMLFormElement));
}

/**
 * What was begun in a form is not any more: it is on its way.
 * @returns what is to be called where it did not arrive, and waits nowhere
 */
export function takeBegun(form: HTMLFormElement): () => void {
	const key = keyOf(form);
	const taken = begun.get(key);
	begun.delete(key);
	return () => void (taken && !begun.has(key) && begun.set(key, taken));
}

let isFirst = true;
/**
 * Puts it back into the page in view, for the same person, where everything of it has its place: words beside something else
 * than what was chosen with them would say something else.
 * @returns the words that have no place any more; they are not begun from then on
 */
export async function bringBack(): Promise<string[]> {
	const lost: string[] = [];
	const forms = [...document.forms];
	for (const form of forms)
		for (const control of fieldsOf(form).values())
			// The first page is the server's, and somebody may have written in it by now.
			knows(control, isFirst ? defaultIn(control) : valueIn(control));
	isFirst = false;
	for (const form of forms) {
		const key = keyOf(form);
		const found = begun.get(key);
		if (!found || found.person !== personOf(form)) continue;
		if ([...fieldsOf(form).values()].some((control) => valueIn(control) !== drawn.get(control))) continue;
		const left = new Map(found.fields);
		const back = new Map<Control, Value>();
		for (let before = Infinity; left.size && left.size < before; await tick()) {
			before = left.size;
			// What is chosen may bring more to be filled in.
			for (const [name, control] of fieldsOf(form)) {
				const was = left.get(name);
				const now = valueIn(control);
				if (!was || (now !== was.drawn && now !== was.value) || !mayBe(control, was.value)) continue;
				left.delete(name);
				back.set(control, now);
				putBack(control, was.value);
			}
		}
		if (!left.size) continue;
		for (const [control, value] of back) putBack(control, value);
		begun.delete(key);
		for (const { isText, value } of found.fields.values()) if (isText && value) lost.push(`${value}`);
	}
	return lost;
}

/** A list has lost the line perhaps that was chosen. */
const mayBe = (control: Control, value: Value) =>
	!(control instanceof HTMLSelectElement) || [...control.options].some((line) => line.value === value);

function putBack(control: Control, value: Value) {
	if (valueIn(control) === value) return;
	if (typeof value === 'string') control.value = value;
	else (control as HTMLInputElement).checked = value;
	// Of several answers the one that is given says so.
	if (control.type === 'radio' && !value) return;
	for (const says of ['input', 'change']) control.dispatchEvent(new Event(says, { bubbles: true }));
	control.closest('details')?.setAttribute('open', '');
}
