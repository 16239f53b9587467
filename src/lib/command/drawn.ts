/** Which forms of commands stand on the page, so that a refusal is also said when its form does not stand there any more. */
import { getContext, onDestroy, setContext } from 'svelte';

const key = Symbol('drawn forms');

/** Called by the root layout. */
export const provideDrawnForms = (): ReadonlySet<string> => setContext(key, new Set<string>());

/** Called by a form that says itself what became of it. */
export function drawsForm(name: () => string): void {
	const drawn = getContext<Set<string> | undefined>(key);
	const first = name();
	drawn?.add(first);
	onDestroy(() => drawn?.delete(first));
}
