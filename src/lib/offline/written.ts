/** What is half written: what somebody has typed or chosen in the forms of the page in view, and not sent. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const touched = new Set<Control>();
let isTouched = false;

/** Whether something was typed, chosen or pressed in a form of the page in view. */
export const isAtWork = (): boolean => isTouched || isHalfWritten();
/** With another page. */
export const nobodyAtWork = () => void (isTouched = false);
/** What is chosen rather than typed; null for the rest. */
export const chosenIn = (control: Control): boolean | null =>
	control instanceof HTMLInputElement && /checkbox|radio/.test(control.type) ? control.checked : null;
/** Nobody writes there. */
export const isHidden = ({ type }: Control) => /hidden|submit/.test(type);
const isFilledIn = (control: Control) => chosenIn(control) ?? control.value.trim() !== '';

/** The line of a list that the page was drawn with. */
export const drawnAt = ({ options }: HTMLSelectElement) =>
	Math.max(
		[...options].findIndex(({ defaultSelected }) => defaultSelected),
		0,
	);
/** Whether something else is typed or chosen there than the page was drawn with. */
function isChanged(control: Element): boolean {
	if (control instanceof HTMLSelectElement) return control.selectedIndex !== drawnAt(control);
	if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
	return (
		control instanceof HTMLInputElement &&
		(control.checked !== control.defaultChecked || control.value !== control.defaultValue)
	);
}

/** What a page was drawn with after a form of it was not taken (command/answer.ts). */
type Refused = { form?: string; typed?: Record<string, string[]> } | null | undefined;

/**
 * From now on it is noticed; so is what somebody typed before this was here, on a phone that is slow.
 * @param refused before this was here: what was written stands in its form as if the page had been drawn so
 */
export function noticeWriting(refused?: Refused): void {
	for (const form of document.forms) {
		if (form.method !== 'post') continue;
		const typed = refused?.form === formOf(form) && refused?.typed;
		for (const control of form.elements as Iterable<Element> as Iterable<Control>) {
			const isBack = typed && typed[control.name] && !isHidden(control);
			if (isBack || isChanged(control)) touched.add(control);
		}
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
 * Draws the page anew, and leaves what is half written as it stands, unless it is of somebody else than the page is by
 * then.
 * @returns what had no place on the page any more
 */
export async function withoutLosing(draw: () => Promise<unknown>): Promise<string[]> {
	// What was emptied or chosen no longer stays so too.
	const before = touchedHere().map((control) => ({
		control,
		value: control.value,
		chosen: chosenIn(control),
		of: formOf(control.form),
		person: personOf(control.form),
	}));
	await draw();
	const lost: string[] = [];
	for (const { control, value, chosen, of, person } of before) {
		const place = control.isConnected ? control : sameAs(control, of);
		if (place && personOf(place.form) !== person) place.form?.reset();
		else if (place && (chosen === null ? place.value !== value : chosenIn(place) !== chosen)) {
			if (chosen === null) place.value = value;
			else (place as HTMLInputElement).checked = chosen;
			place.dispatchEvent(new Event('input', { bubbles: true }));
		} else if (!place && /\p{L}/u.test(value) && /text/.test(control.type)) lost.push(value);
	}
	return lost;
}

/** What a form says in a field that nobody sees (command/ForWhom.svelte). */
const saidIn = (form: HTMLFormElement | null | undefined, name: string) =>
	(form?.elements.namedItem(name) as Control | null | undefined)?.value;
export const formOf = (form: HTMLFormElement | null) => saidIn(form, '_form');
export const personOf = (form: HTMLFormElement | null | undefined) => saidIn(form, '_person');

/** Puts back into a form what was typed and chosen there, as if it were just now. @param of as `_form` says */
export function writtenAgain(of: string, typed: Map<string, string[]>): void {
	const form = [...document.forms].find((one) => formOf(one) === of);
	for (const control of [...(form?.elements ?? [])] as Control[]) {
		const values = typed.get(control.name);
		if (!values || isHidden(control)) continue;
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
