/** What a form does when it is sent: with a network the form action, without one what can be done instead. */
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

/** After so long (ms) without an answer, what can wait goes on waiting in the outbox. */
const patience = 15_000;
/** For so long (ms) a command waits for what goes before it. */
const patienceBefore = 3_000;

const entriesOf = (form: FormData): Entry[] =>
	[...form].flatMap(([name, value]): Entry[] => (typeof value === 'string' ? [[name, value]] : []));

/** Something on the way may answer in JSON of its own: that a command went through is said by ours alone. */
const isAnswer = (result: ActionResult): result is Exclude<ActionResult, { type: 'error' }> =>
	Boolean(result.type) && result.type !== 'error';

const messageOf = (error: unknown): `${string}:${string}` => {
	const { message } = (error ?? {}) as { message?: string };
	return message?.includes(':') ? (message as `${string}:${string}`) : 'common:error.unexpected';
};

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
	const drawn = async (result: ActionResult, update: () => Promise<void>) => {
		await update();
		if (result.type !== 'failure') done();
		// Refused because somebody else was faster: the page shows how things stand now.
		else if (result.status === 409) await invalidateAll();
	};
	let id: string | undefined;
	let holding: Promise<Command | null> | undefined;
	return async ({ formData, cancel, controller }) => {
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
		if (!held) {
			return async ({ result, update }) => {
				// Drawing an error page would lose what was typed. Without a status it never reached a server.
				if (isAnswer(result)) await drawn(result, update);
				else went(result.type && !result.status ? 'unsent' : messageOf(result.error));
			};
		}
		const keep = async () => {
			went((await outbox.settle(held, 'waiting')) ? 'kept' : 'unsent');
		};
		if (!navigator.onLine) {
			cancel();
			return keep();
		}
		const tooLate = setTimeout(() => {
			controller.abort();
			void keep();
		}, patience);
		return async ({ result, update }) => {
			clearTimeout(tooLate);
			const signedOut = result.type === 'redirect' && result.location.startsWith('/sign-in');
			// Every answer of ours has a status; what has none is from somewhere on the way, or from nowhere.
			if (((result as { status?: number }).status ?? 500) >= 500) return keep();
			if (result.type === 'error') {
				// Too often, or not allowed any more: it goes on waiting only where trying again can help.
				if (result.status === 429) return keep();
				await outbox.settle(held, 'answered');
				return went(messageOf(result.error));
			}
			await outbox.settle(held, signedOut ? 'waiting' : 'answered');
			// Refused with words to put right, it goes again under the same id; unless that stands for something else.
			const again =
				result.type === 'failure' ? (result.data?.typed as { id?: string[] } | undefined) : undefined;
			id = makes ? again?.id?.[0] : undefined;
			await drawn(result, update);
		};
	};
}
