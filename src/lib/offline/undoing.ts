/** The button that undoes what was done just now, while something else is half written on the page. */
import { applyAction, deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';
import { isOurs, keyOf } from '../outbox/ours';
import { formOf, isHalfWritten } from './written';

/** For so long (ms) an answer is waited for. */
const patience = 15_000;

/**
 * The browser would go on by itself, and what is half written would be gone. Sent from here it stays: what is said of it is
 * said on the page, where the button is still. Pressed again, twice is once.
 */
export function undoWithoutLosing(): void {
	document.addEventListener('submit', (event) => {
		const form = event.target as HTMLFormElement;
		if (event.defaultPrevented || formOf(form) !== 'undo' || !isHalfWritten()) return;
		event.preventDefault();
		// A slow network must not look like a press that went nowhere (app.scss).
		form.toggleAttribute('data-busy', true);
		void sent(form)
			.then(applyAction)
			.finally(() => form.toggleAttribute('data-busy', false));
	});
}

const saying = (refusal: string): ActionResult => ({
	type: 'failure',
	status: 503,
	data: { form: 'undo', refusal },
});

/** How it went, or why that is not known, as an answer that leaves the page as it is. */
async function sent(form: HTMLFormElement): Promise<ActionResult> {
	const giveUp = new AbortController();
	const timer = setTimeout(() => giveUp.abort(), patience);
	const unheard = saying(navigator.onLine ? 'common:error.unheard' : 'common:offline.notSent');
	try {
		const answer = await fetch(form.action, {
			method: 'POST',
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			body: new URLSearchParams([...new FormData(form)] as [string, string][]),
			signal: giveUp.signal,
		});
		const result = deserialize(await answer.text());
		if (!isOurs(result)) return unheard;
		return result.type === 'error' ? saying(keyOf(result.error)!) : result;
	} catch {
		return unheard;
	} finally {
		clearTimeout(timer);
	}
}
