/**
 * One way in for writes. A form action is a command with a schema and a verb of a room:
 * valid input runs the verb and ends in a receipt on the next page; bad input comes back with everything typed and a
 * message key beside the field; a refusal of the database comes back in words.
 */
import { fail, redirect, type Action, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { setError, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import type * as v from 'valibot';
import { DatabaseError } from './database';
import { leaveReceipt, type Receipt } from './receipt';

type ObjectSchema = v.GenericSchema<Record<string, unknown>, Record<string, unknown>>;

export interface Done<Shown = undefined> {
	/** Shown on the next page. */
	receipt?: Receipt;
	/** Where to go; the page of the form when left out. */
	to?: string;
	/** Shown at once as the answer, instead of going on: for what may be seen once and is kept nowhere. */
	show?: Shown;
}

/** Who sends a command; the doors have let in nobody else. */
export function signedIn(event: { locals: App.Locals }) {
	const { person, session } = event.locals;
	if (!person || !session) redirect(303, '/sign-in');
	return person;
}

/** Message keys for what the database refuses, by constraint or SQLSTATE; rooms add their own. */
export type Refusals = Record<string, { field?: string; message: string }>;

const commonRefusals: Refusals = {
	'42501': { message: 'common:error.notAllowed' },
	'23505': { message: 'common:error.already' },
};

/** What people are told about a refusal of the database; undefined when it failed without one of the known reasons. */
export const refusalOf = (cause: DatabaseError, refusals: Refusals): Refusals[string] | undefined => {
	const known = { ...commonRefusals, ...refusals };
	return known[cause.constraint ?? ''] ?? known[cause.code];
};

/** Whether trying again cannot help: the values are wrong (SQLSTATE class 22) or break a rule (class 23). */
export const isFinal = ({ code }: DatabaseError) => /^2[23]/.test(code);

/**
 * Builds a form action. `refusals` says which field and which words belong to a refusal of the database.
 * `run` gets the form as it was sent too, for what somebody else than the schema reads (an identity provider).
 */
export function command<Schema extends ObjectSchema, Shown = undefined>(
	schema: Schema,
	run: (event: RequestEvent, input: v.InferOutput<Schema>, sent: FormData) => Promise<Done<Shown>>,
	refusals: Refusals = {},
) {
	return (async (event: RequestEvent) => {
		const sent = await event.request.formData();
		const form = await superValidate(sent, valibot(schema));
		if (!form.valid) return fail(400, { form, refusal: null });
		let done: Done<Shown>;
		try {
			done = await run(event, form.data as v.InferOutput<Schema>, sent);
		} catch (cause) {
			if (!(cause instanceof DatabaseError)) throw cause;
			const found = refusalOf(cause, refusals);
			if (found?.field) {
				setError(form, found.field as '', found.message);
				return fail(400, { form, refusal: null });
			}
			const refusal = found?.message ?? 'common:error.unavailable';
			return fail(found ? 409 : 503, { form, refusal });
		}
		if (done.show !== undefined) return { shown: done.show };
		goOn(event.cookies, done, event.url);
	}) satisfies Action;
}

/** Leaves the receipt and redirects, so that reloading the page sends nothing twice. */
function goOn(cookies: Cookies, { receipt, to }: Pick<Done, 'receipt' | 'to'>, url: URL): never {
	if (receipt) leaveReceipt(cookies, receipt);
	// Without the "?/action" part, but with what was searched or chosen on the page.
	const rest = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	redirect(303, to ?? url.pathname + (rest.size ? `?${rest}` : ''));
}
