/**
 * What somebody has begun to write on a page of this tab and not sent: it stands there again when they come back. It is in
 * the memory of the tab alone; nothing of it is kept on the phone.
 */
import { formOf, personOf } from './written';

type Text = HTMLInputElement | HTMLTextAreaElement;

interface Begun {
	value: string;
	/** What the field was drawn with. */
	drawn: string;
	person: string;
}
const begun = new Map<string, Begun>();

const isText = (control: Element): control is Text =>
	control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text');
const keyOf = ({ form, name }: Text) => [location.pathname, formOf(form), name].join(' ');

/** From now on it is noticed. */
export function noticeBegun(): void {
	document.addEventListener(
		'input',
		({ target }) => {
			const control = target as Text;
			const person = control.form?.method === 'post' && isText(control) && personOf(control.form);
			if (!person) return;
			const { value, defaultValue: drawn } = control;
			if (value.trim() && value !== drawn) begun.set(keyOf(control), { value, drawn, person });
			else begun.delete(keyOf(control));
		},
		true,
	);
	// A form says so when it has been sent, or waits (outbox/submit.ts).
	for (const over of ['sent', 'reset']) {
		document.addEventListener(over, ({ target }) => {
			for (const control of (target as HTMLFormElement).elements) begun.delete(keyOf(control as Text));
		});
	}
}

/** Puts it back into the page in view, where its field is drawn as it was, for the same person. */
export function bringBack(): void {
	for (const form of document.forms) {
		for (const control of form.elements) {
			const found = isText(control) && begun.get(keyOf(control));
			if (!found || found.person !== personOf(form)) continue;
			const text = control as Text;
			if (text.value !== found.drawn || text.defaultValue !== found.drawn) continue;
			text.value = found.value;
			text.dispatchEvent(new Event('input', { bubbles: true }));
			text.closest('details')?.setAttribute('open', '');
		}
	}
}
