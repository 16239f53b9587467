/** What is half written: what somebody has typed or chosen in the forms of the page in view, and not sent. */
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const touched = new Set<Control>();
let isTouched = false;

/** Whether something was typed, chosen or pressed in a form of the page in view. */
export const isAtWork = (): boolean => isTouched;
/** With another page. */
export const nobodyAtWork = () => void (isTouched = false);
/** What is chosen rather than typed; null for the rest. */
const chosenIn = (control: Control): boolean | null =>
	control instanceof HTMLInputElement && /checkbox|radio/.test(control.type) ? control.checked : null;
const isFilledIn = (control: Control) => chosenIn(control) ?? control.value.trim() !== '';

/** Whether something else is typed or chosen there than the page was drawn with. */
const isChanged = (control: Element): control is HTMLInputElement | HTMLTextAreaElement =>
	(control instanceof HTMLInputElement && control.checked !== control.defaultChecked) ||
	((control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) &&
		control.value !== control.defaultValue);

/** From now on it is noticed; so is what somebody typed before this was here, on a phone that is slow. */
export function noticeWriting(): void {
	for (const form of document.forms) {
		if (form.method !== 'post') continue;
		for (const control of form.elements) if (isChanged(control)) touched.add(control);
	}
	isTouched ||= touched.size > 0;
	document.addEventListener(
		'input',
		({ target }) => {
			const control = target as Control;
			isTouched ||= !!control.form;
			if (control.form?.method === 'post') touched.add(control);
		},
		true,
	);
	document.addEventListener('click', ({ target }) => (isTouched ||= !!(target as Element).closest('form')));
	// A form that was sent is emptied.
	document.addEventListener('reset', ({ target }) => {
		for (const control of touched) if (control.form === target) touched.delete(control);
	});
}

function touchedHere(): Control[] {
	for (const control of touched) if (!control.isConnected) touched.delete(control);
	return [...touched];
}

/** @param form only in this one; on the whole page when left out */
export const isHalfWritten = (form?: HTMLFormElement | null): boolean =>
	touchedHere().some((control) => (!form || control.form === form) && isFilledIn(control));

/**
 * Draws the page anew, and leaves what is half written as it stands.
 * @returns what had no place on the page any more
 */
export async function withoutLosing(draw: () => Promise<unknown>): Promise<string[]> {
	// What was emptied or chosen no longer stays so too.
	const before = touchedHere().map((control) => ({
		control,
		value: control.value,
		chosen: chosenIn(control),
		of: formOf(control.form),
	}));
	await draw();
	const lost: string[] = [];
	for (const { control, value, chosen, of } of before) {
		const place = control.isConnected ? control : sameAs(control, of);
		if (place && (chosen === null ? place.value !== value : chosenIn(place) !== chosen)) {
			if (chosen === null) place.value = value;
			else (place as HTMLInputElement).checked = chosen;
			place.dispatchEvent(new Event('input', { bubbles: true }));
		} else if (!place && /\p{L}/u.test(value) && /text/.test(control.type)) lost.push(value);
	}
	return lost;
}

const formOf = (form: HTMLFormElement | null) =>
	(form?.elements.namedItem('_form') as Control | null | undefined)?.value;

/** Puts back into a form what was typed and chosen there, as if it were just now. @param of as `_form` says */
export function writtenAgain(of: string, typed: Map<string, string[]>): void {
	const form = [...document.forms].find((one) => formOf(one) === of);
	for (const control of [...(form?.elements ?? [])] as Control[]) {
		const values = typed.get(control.name);
		if (!values || /hidden|submit/.test(control.type)) continue;
		if (chosenIn(control) === null) control.value = values[0]!;
		else (control as HTMLInputElement).checked = values.includes(control.value);
		control.dispatchEvent(new Event('input', { bubbles: true }));
	}
	const first = form?.querySelector<HTMLElement>('textarea, [type=text]') ?? form?.querySelector('button');
	first?.focus();
}

/** The same field of the same form, drawn anew; of those of one name, the one that gives the same answer. */
function sameAs(control: Control, of: string | undefined): Control | undefined {
	const form = [...document.forms].find((one) => formOf(one) === of);
	const all = [...(form?.elements ?? [])] as Control[];
	const same = all.filter(
		({ name, type, value }) =>
			name === control.name &&
			type === control.type &&
			(chosenIn(control) === null || value === control.value),
	);
	return same.length === 1 ? same[0] : undefined;
}
