/** What is half written: what somebody has typed or chosen in the forms of the page in view, and not sent. */
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const touched = new Set<Control>();
let isTouched = false;

/** Whether something was typed, chosen or pressed in a form of the page in view. */
export const isAtWork = (): boolean => isTouched;
/** With another page. */
export const nobodyAtWork = () => void (isTouched = false);
const isFilledIn = (control: Control) =>
	control instanceof HTMLInputElement && /checkbox|radio/.test(control.type)
		? control.checked
		: control.value.trim() !== '';

/** From now on it is noticed. */
export function noticeWriting(): void {
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

function halfWritten(): Control[] {
	for (const control of touched) if (!control.isConnected) touched.delete(control);
	return [...touched].filter(isFilledIn);
}

export const isHalfWritten = (): boolean => halfWritten().length > 0;

/**
 * Draws the page anew, and leaves what is half written as it stands.
 * @returns what had no place on the page any more
 */
export async function withoutLosing(draw: () => Promise<unknown>): Promise<string[]> {
	const before = halfWritten().map((control) => ({
		control,
		value: control.value,
		of: (control.form?.elements.namedItem('_form') as Control | null)?.value,
	}));
	await draw();
	const lost: string[] = [];
	for (const { control, value, of } of before) {
		const place = control.isConnected ? control : sameAs(control, of);
		if (place && place.value !== value) {
			place.value = value;
			place.dispatchEvent(new Event('input', { bubbles: true }));
		} else if (!place && /\p{L}/u.test(value) && /text/.test(control.type)) lost.push(value);
	}
	return lost;
}

/** The same field of the same form, drawn anew. */
function sameAs({ name, type }: Control, of: string | undefined): Control | undefined {
	const form = [...document.forms].find(
		({ elements }) => (elements.namedItem('_form') as Control | null)?.value === of,
	);
	const found = form?.elements.namedItem(name);
	return found && 'type' in found && found.type === type && !/checkbox|radio/.test(type)
		? (found as Control)
		: undefined;
}
