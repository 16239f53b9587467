/** Which forms of commands stand on the page, so that a refusal is also said when its form does not stand there any more. */
import { getContext, onDestroy, setContext } from 'svelte';

class DrawnForms {
	// Not state itself: forms that come and go in one turn would each change what the turn began with.
	#names: string[] = [];
	/** A form may go after it was asked whether it stands there. */
	#changed = $state.raw({});

	has(name: string): boolean {
		return !!this.#changed && this.#names.includes(name);
	}
	add(name: string): void {
		this.#names.push(name);
		this.#changed = {};
	}
	remove(name: string): void {
		this.#names.splice(this.#names.indexOf(name), 1);
		this.#changed = {};
	}
}

const key = Symbol('drawn forms');

/** Called by the root layout. */
export const provideDrawnForms = () => setContext(key, new DrawnForms());

/** Called by a form that says itself what became of it. */
export function drawsForm(name: () => string): void {
	const drawn = getContext<DrawnForms>(key);
	const drawnAs = name();
	drawn.add(drawnAs);
	onDestroy(() => drawn.remove(drawnAs));
}
