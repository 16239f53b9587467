/** What a form does when it is sent: with a network the form action, without one what can be done instead. */
import { applyAction } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';
import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { otherPerson } from '$lib/command/answer';
import { isOurs, keyOf } from './ours';
import type { Entry } from './outbox';
import type { Outbox, Settled } from './outbox.svelte';

/** What a form knows of the command it sends. */
export interface Sends {
	/** The command's name, if it can wait for a network. */
	name: string | undefined;
	/** It makes something, under the id the form sends; otherwise the id is of something that is there. */
	makes: boolean;
	/** What was sent before on the way here; the command goes after it, so that it has the last word. */
	after: (() => Promise<unknown>) | undefined;
}

/** Kept on the phone: there is no network; whoever it is of is signed out; or somebody else is here. */
export type Kept = 'kept' | 'keptOut' | 'keptForOwner';
/**
 * How it went otherwise than with an answer of the command: not sent at all, kept on the phone, or refused on the way
 * (a message key). Null: it went the usual way.
 */
export type Otherwise = 'unsent' | Kept | `${string}:${string}` | null;
export const keptOf = (how: Otherwise) => (how?.startsWith('kept') ? (how as Kept) : null);

type Answered = (given: {
	result: ActionResult;
	update: (options?: { reset?: boolean; invalidateAll?: boolean }) => Promise<void>;
}) => Promise<void>;

/** After so long (ms) without an answer, what can wait goes on waiting in the outbox; of the rest it is said. */
const patience = 15_000;
/** For so long (ms) a command waits for what goes before it. */
const patienceBefore = 3_000;

/** For so long (ms) a form waits for the page after it, which is given up on before (offline/in-time.ts). */
const patienceAfter = 30_000;
const over = (time: number) => new Promise((go) => setTimeout(go, time));

const entriesOf = (form: FormData): Entry[] =>
	[...form].flatMap(([name, value]): Entry[] => (typeof value === 'string' ? [[name, value]] : []));

/** Refused because somebody else is signed in by now: by the form's action, or by the door before it. */
const isForAnother = (result: ActionResult) =>
	result.type === 'failure'
		? result.data?.refusal === otherPerson
		: result.type === 'error' && keyOf(result.error) === otherPerson;

/** Not signed in any more: led to where one signs in, or told so. */
const isSignedOut = (result: ActionResult) =>
	result.type === 'redirect' ? result.location.startsWith('/sign-in') : result.status === 401;

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
	return async ({ formData, formElement, submitter, cancel, controller, action }) => {
		// A slow network must not look like a press that went nowhere (app.scss), nor a second press make it two.
		const busy = (is: boolean) => {
			formElement.toggleAttribute('data-busy', is);
			// What is written on meanwhile would not be sent, and go with what was.
			for (const field of formElement.querySelectorAll<HTMLTextAreaElement>('textarea, input')) {
				field.readOnly = is;
			}
		};
		const from = location.pathname;
		/** Whoever has gone on to another page is not led away from what they do there. */
		const isElsewhere = () => (navigating.to?.url ?? location).pathname !== from;
		if (formElement.hasAttribute('data-busy')) return cancel();
		busy(true);
		went(null);
		// What is on its way, and what is sent or waits, is not to be written still, wherever one goes meanwhile.
		const going = { notSent: () => {} };
		formElement.dispatchEvent(new CustomEvent('going', { bubbles: true, detail: going }));
		const { name, makes, after } = sends();
		const isFirst = !id;
		// Held before anything is waited for: a closed page must not lose it.
		const held = name
			? await outbox.hold(name, entriesOf(formData), makes, submitter?.innerText ?? '', id)
			: null;
		if (held) {
			id = held.id;
			if (makes) formData.set('id', id);
		}
		if (after && navigator.onLine) {
			await Promise.race([after(), over(patienceBefore)]);
		}
		const keep = async (how: Kept = 'kept', settled: Settled = 'waiting') => {
			busy(false);
			const isKept = held && (await outbox.settle(held, settled));
			if (!isKept) going.notSent();
			went(isKept ? how : unheard());
		};
		/** Nothing of it has arrived, unless an earlier attempt under this id did. */
		const unsent = isFirst ? 'unsent' : 'waiting';
		if (held && !navigator.onLine) {
			cancel();
			return keep('kept', unsent);
		}
		const tooLate = setTimeout(() => {
			controller.abort();
			void keep();
		}, patience);
		const answered: Answered = async ({ result, update }) => {
			clearTimeout(tooLate);
			if (!isOurs(result)) return keep();
			// It is sent when they are here again: here is where that is said, and not where it would be given back.
			if (held && isSignedOut(result)) return keep('keptOut', unsent);
			const isForOther = isForAnother(result);
			if (held && isForOther) return keep('keptForOwner', unsent);
			if (result.type === 'error') {
				// A fault of ours, too often, or not arrived in time: held, it is tried again.
				if (held && (result.status! >= 500 || [408, 429].includes(result.status!))) return keep();
				if (held) await outbox.settle(held, 'answered');
				going.notSent();
				// Drawing an error page would lose what was typed.
				return went(keyOf(result.error));
			}
			if (held && result.status >= 500) return keep();
			if (held) await outbox.settle(held, 'answered');
			// Refused because somebody else was faster: the page shows how things stand now. Where one writes, what was written
			// stays before one's eyes instead, for the page may have no such form any more; so it does for whom the page was
			// not drawn, and nothing of the other person comes under it. Before the answer, which Kit forgets with what is
			// loaded anew.
			const isWritten = () => formElement.querySelector('textarea, [type=text]');
			const isStale = result.type === 'failure' && result.status === 409 && !isWritten() && !isForOther;
			if (isStale) await invalidateAll();
			if (result.type === 'failure') going.notSent();
			// What is saved is, whenever the page after it comes.
			if (result.type !== 'failure' && isElsewhere() && !isSignedOut(result)) {
				// One that is on the way comes as it is now.
				if (!navigating.to) void invalidateAll();
			} else await Promise.race([update(), over(patienceAfter)]);
			if (result.type !== 'failure') {
				id = undefined;
				return done();
			}
			// Refused with words to put right, it goes again under the same id; unless that stands for something else.
			id = held && makes ? (result.data?.typed as { id?: string[] } | undefined)?.id?.[0] : undefined;
			// Kit gives an answer only to the page whose action it was.
			if (action.pathname !== location.pathname) await applyAction(result);
		};
		return (given) => answered(given).finally(() => busy(false));
	};
}
