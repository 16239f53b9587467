/**
 * What somebody has begun to write on a page of this tab and not sent: it stands there again when they come back, with what
 * they chose beside it. It is in the memory of the tab alone; nothing of it is kept on the phone.
 */
import { whenNotSent, type Going } from '$lib/outbox/going';
import { chosenIn, drawnAt, formOf, isHidden, personOf, type Control } from './written';

export type Value = string | boolean;
/** A field that was changed: what it says, what it was drawn with, and whether one writes there in words. */
export interface Field {
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
/** What a field of the page in view was drawn with. */
export const drawnIn = (control: Control) => drawn.get(control);

const isText = (control: Control) =>
	control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text');
export const valueIn = (control: Control): Value => chosenIn(control) ?? control.value;
/** What the server drew it with. */
function defaultIn(control: Control): Value {
	if (control instanceof HTMLSelectElement) return control.options[drawnAt(control)]?.value ?? '';
	return chosenIn(control) === null ? control.defaultValue : (control as HTMLInputElement).defaultChecked;
}
/** Those in which one writes or chooses: each answer of several by itself, and of several of one name each by its id. */
export const fieldsOf = (form: HTMLFormElement) =>
	new Map(
		([...form.elements] as Control[])
			.filter((control) => control.name && !isHidden(control))
			.map((control) => [
				chosenIn(control) === null ? control.id || control.name : `${control.name} ${control.value}`,
				control,
			]),
	);
/** What is written for one family does not stand in the form of another. */
const keyOf = (form: HTMLFormElement) => {
	const { pathname, search } = location;
	return [pathname, new URLSearchParams(search).get('family'), formOf(form)].join(' ');
};

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
	// A form says so when it is pressed (outbox/submit.ts).
	document.addEventListener('going', (event) => {
		whenNotSent(event as Going, takeBegun(event.target as HTMLFormElement));
	});
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
/** Of a page that has just been drawn. @returns the forms of it in which something is begun */
export function begunHere(): { form: HTMLFormElement; fields: Map<string, Field> }[] {
	const here = [];
	for (const form of document.forms) {
		for (const control of fieldsOf(form).values())
			// The first page is the server's, and somebody may have written in it by now.
			knows(control, isFirst ? defaultIn(control) : valueIn(control));
		const found = begun.get(keyOf(form));
		if (found && found.person === personOf(form)) here.push({ form, fields: found.fields });
	}
	isFirst = false;
	return here;
}
