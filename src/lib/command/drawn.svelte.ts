/** Which forms of commands stand on the page, so that a refusal is also said when its form does not stand there any more. */
import { getContext, onDestroy, setContext } from 'svelte';

interface Form {
	name: string;
}
class DrawnForms {
	/** A form may go after it was asked whether it stands there. */
	forms = $state.raw<Form[]>([]);
}

const key = Symbol('drawn forms');

/** Called by the root layout. */
export const provideDrawnForms = () => setContext(key, new DrawnForms());

/** Called by a form that says itself what became of it. */
export function drawsForm(name: () => string): void {
	const drawn = getContext<DrawnForms>(key);
	const form = { name: name() };
	drawn.forms = [...drawn.forms, form];
	onDestroy(() => (drawn.forms = drawn.forms.filter((one) => one !== form)));
}
