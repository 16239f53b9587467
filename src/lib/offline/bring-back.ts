/** Puts what was begun (begun.ts) back into its forms; fetched when there is something. */
import { tick } from 'svelte';
import { drawnIn, fieldsOf, takeBegun, valueIn, type begunHere, type Field, type Value } from './begun';
import type { Control } from './written';

/**
 * Where everything of it has its place: words beside something else than what was chosen with them would say something else.
 * @returns the words that have no place any more; they are not begun from then on
 */
export async function bringBack(here: ReturnType<typeof begunHere>): Promise<string[]> {
	const lost: string[] = [];
	for (const { form, fields } of here) {
		// Somebody writes there already.
		if ([...fieldsOf(form).values()].some((control) => valueIn(control) !== drawnIn(control))) continue;
		const left = new Map(fields);
		const back = new Map<Control, Value>();
		for (let before = Infinity; left.size && left.size < before; await tick()) {
			before = left.size;
			// What is chosen may bring more to be filled in.
			for (const [name, control] of fieldsOf(form)) {
				const was = left.get(name);
				if (!was || !hasPlace(control, was)) continue;
				left.delete(name);
				back.set(control, valueIn(control));
				putBack(control, was.value);
			}
		}
		if (!left.size) continue;
		for (const [control, value] of back) putBack(control, value);
		takeBegun(form);
		for (const { isText, value } of fields.values()) if (isText && value) lost.push(`${value}`);
	}
	return lost;
}

/** Drawn as it was then; a list may have lost the line that was chosen. */
const hasPlace = (control: Control, { drawn, value }: Field) =>
	[drawn, value].includes(valueIn(control)) &&
	(!(control instanceof HTMLSelectElement) || [...control.options].some((line) => line.value === value));

function putBack(control: Control, value: Value) {
	if (valueIn(control) === value) return;
	if (typeof value === 'string') control.value = value;
	else (control as HTMLInputElement).checked = value;
	// Of several answers the one that is given says so.
	if (control.type === 'radio' && !value) return;
	for (const says of ['input', 'change']) control.dispatchEvent(new Event(says, { bubbles: true }));
	control.closest('details')?.setAttribute('open', '');
}
