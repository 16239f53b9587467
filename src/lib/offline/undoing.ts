/** The button that undoes what was done just now, while something else is half written on the page. */
import { applyAction, deserialize } from '$app/forms';
import { formOf, isHalfWritten } from './written';

/** For so long (ms) an answer is waited for. */
const patience = 15_000;

/**
 * The browser would go on by itself, and what is half written would be gone. Sent from here, it is there again when one comes
 * back (begun.ts). What is not simply done the browser sends after all: it shows what is said of it, and twice is once.
 */
export function undoWithoutLosing(): void {
	document.addEventListener('submit', (event) => {
		const form = event.target as HTMLFormElement;
		if (event.defaultPrevented || formOf(form) !== 'undo' || !isHalfWritten()) return;
		event.preventDefault();
		// A slow network must not look like a press that went nowhere (app.scss).
		form.toggleAttribute('data-busy', true);
		void sent(form).then((result) => (result?.type === 'redirect' ? applyAction(result) : form.submit()));
	});
}

async function sent(form: HTMLFormElement) {
	const giveUp = new AbortController();
	const timer = setTimeout(() => giveUp.abort(), patience);
	try {
		const answer = await fetch(form.action, {
			method: 'POST',
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			body: new URLSearchParams([...new FormData(form)] as [string, string][]),
			signal: giveUp.signal,
		});
		return deserialize(await answer.text());
	} catch {
		return null;
	} finally {
		clearTimeout(timer);
	}
}
