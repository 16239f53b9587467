/** What a form does when it is sent: with a network the form action, without one what can be done instead. */
import { applyAction } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import type { Command, Entry } from './outbox';
import type { Outbox } from './outbox.svelte';

/** What a form knows of the command it sends. */
export interface Sends {
	/** The command's name, if it can wait for a network. */
	name: string | undefined;
	/** It makes something, under the id the form sends; otherwise the id is of something that is there. */
	makes: boolean;
	/** What was sent before on the way here; the command goes after it, so that it has the last word. */
	after: (() => Promise<unknown>) | undefined;
}

/**
 * How it went otherwise than with an answer of the command: not sent at all, kept on the phone, or refused on the way
 * (a message key). Null: it went the usual way.
 */
export type Otherwise = 'unsent' | 'kept' | `${string}:${string}` | null;

/** After so long (ms) without an answer, what can wait goes on waiting in the outbox; of the rest it is said. */
const patience = 15_000;
/** For so long (ms) a command waits for what goes before it. */
const patienceBefore = 3_000;

const entriesOf = (form: FormData): Entry[] =>
	[...form].flatMap(([name, value]): Entry[] => (typeof value === 'string' ? [[name, value]] : []));

/** Every error of ours says so with a message key; something on the way says it in words of its own. */
const keyOf = (error: unknown) => {
	const { message } = (error ?? {}) as { message?: unknown };
	return typeof message === 'string' && /^[a-z]+:[\w.]+$/.test(message)
		? (message as `${string}:${string}`)
		: null;
};

/**
 * Whether an answer is one of ours. Something on the way may answer in JSON too (a "type" and a "status" are common
 * there): what became of a command is said by ours alone.
 */
const isOurs = (result: ActionResult) =>
	result.type === 'error'
		? keyOf(result.error) !== null
		: ['success', 'failure', 'redirect'].includes(result.type) && typeof result.status === 'number';

/** Refused because somebody else is signed in by now. */
const isForAnother = (result: ActionResult) =>
	result.type === 'failure' && result.data?.refusal === 'common:error.otherPerson';

/** Said where nobody knows whether it arrived: without a network it did not. */
const unheard = () => (navigator.onLine ? 'common:error.unheard' : 'unsent');

/**
 * The submit function for Kit's `enhance`. A command that can wait is held on one's own phone while the form is on its
 * way, under the id the form sends, so that neither a closed page nor a lost answer loses it or makes it two.
 * @param went how it went otherwise
 * @param done called when the command went through and the page after it is drawn
 */
export function submitOf(
	outbox: Outbox,
	sends: () => Sends,
	went: (how: Otherwise) => void,
	done: () => void,
): SubmitFunction {
	let id: string | undefined;
	let holding: Promise<Command | null> | undefined;
	return async ({ formData, formElement, cancel, controller, action }) => {
		went(null);
		const { name, makes, after } = sends();
		// Held before anything is waited for: a closed page must not lose it, nor a second press make it two.
		holding ??= name
			? outbox.hold(name, entriesOf(formData), makes, id).finally(() => (holding = undefined))
			: undefined;
		const held = (await holding) ?? null;
		if (held) {
			id = held.id;
			if (makes) formData.set('id', id);
		}
		if (after && navigator.onLine) {
			await Promise.race([after(), new Promise((go) => setTimeout(go, patienceBefore))]);
		}
		const keep = async () => {
			went(held && (await outbox.settle(held, 'waiting')) ? 'kept' : unheard());
		};
		if (held && !navigator.onLine) {
			cancel();
			return keep();
		}
		const tooLate = setTimeout(() => {
			controller.abort();
			void keep();
		}, patience);
		return async ({ result, update }) => {
			clearTimeout(tooLate);
			if (!isOurs(result)) return keep();
			if (result.type === 'error') {
				// A fault of ours, too often, or not arrived in time: held, it is tried again.
				if (held && (result.status! >= 500 || [408, 429].includes(result.status!))) return keep();
				// Whoever is not signed in any more has it here, and on the phone.
				if (held) await outbox.settle(held, result.status === 401 ? 'waiting' : 'answered');
				// Drawing an error page would lose what was typed.
				return went(keyOf(result.error));
			}
			if (held && result.status >= 500) return keep();
			const signedOut = result.type === 'redirect' && result.location.startsWith('/sign-in');
			// What is not this person's own waits for its owner.
			const isForOther = isForAnother(result);
			if (held) await outbox.settle(held, signedOut || isForOther ? 'waiting' : 'answered');
			await update();
			if (result.type !== 'failure') {
				id = undefined;
				return done();
			}
			// Refused with words to put right, it goes again under the same id; unless that stands for something else.
			id = held && makes ? (result.data?.typed as { id?: string[] } | undefined)?.id?.[0] : undefined;
			// Kit gives an answer only to the page whose action it was.
			if (action.pathname !== location.pathname) await applyAction(result);
			// Refused because somebody else was faster: the page shows how things stand now. Where one writes, what was written
			// stays before one's eyes instead, for the page may have no such form any more; so it does for whom the page was
			// not drawn, and nothing of the other person comes under it.
			const isWritten = formElement.querySelector('textarea, [type=text]');
			if (result.status === 409 && !isWritten && !isForOther) await invalidateAll();
		};
	};
}
