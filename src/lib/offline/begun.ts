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
	document.addEventListener('reset', ({ target }) => void takeBegun(target as HTMLFormElement));
}

/**
 * What was begun in a form is not any more: it is on its way.
 * @returns what is to be called where it did not arrive, and waits nowhere
 */
export function takeBegun({ elements }: HTMLFormElement): () => void {
	const taken = new Map<string, Begun>();
	for (const control of elements) {
		const key = keyOf(control as Text);
		const found = begun.get(key);
		if (!found) continue;
		taken.set(key, found);
		begun.delete(key);
	}
	return () => {
		for (const [key, found] of taken) if (!begun.has(key)) begun.set(key, found);
	};
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
