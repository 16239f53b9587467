/**
 * The form action of a command: valid input runs it and ends in a receipt on the next page; what is wrong comes back
 * with everything typed and a message key beside the field; a refusal of the database comes back in words.
 */
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { backAgain, justMade, otherPerson, type Answer } from '$lib/command/answer';
import { isUnchanged } from '$lib/command/edited';
import { attempt, signedIn, type AnyCommand, type Command, type Context, type OpenContext } from './command';
import {
	cleaned,
	entriesOf,
	formField,
	personField,
	typedOf,
	valueOf,
	type Entries,
	type ObjectSchema,
} from './form';
import { pageOf } from './doors';
import { givenBack, keptIn } from './kept';
import { forgetMade, madeBefore, rememberMade, wasJustMade } from './once';
import { leaveReceipt, notGivenBack, unchanged, type Receipt } from './receipt';

interface Options<Schema extends ObjectSchema, Result, Shown> {
	/** Where to go; the page of the form when left out. */
	to?: string | ((input: v.InferOutput<Schema>, result: Result, event: RequestEvent) => string);
	/** What the address says, whatever the form says; refuses who may not be here. */
	says?: (event: RequestEvent) => Promise<Record<string, string>> | Record<string, string>;
	/** What the page knows beyond the command's own receipt; `before` is the id of what was made in this form just before. */
	receipt?: (
		receipt: Receipt,
		input: v.InferOutput<Schema>,
		event: RequestEvent,
		before: string | null,
	) => Promise<Receipt> | Receipt;
	/** Shown at once as the answer, instead of going on: for what may be seen once and is kept nowhere. */
	show?: (result: Result, input: v.InferOutput<Schema>, event: RequestEvent) => Shown;
}

/** Builds the form action of a command. The command can be read off it (`.command`). */
export function actionOf<Schema extends ObjectSchema, Result, Shown = undefined>(
	command: Command<Schema, Result, Context> | Command<Schema, Result, OpenContext>,
	{ to, says, receipt: more, show }: Options<Schema, Result, Shown> = {},
) {
	const action = async (event: RequestEvent) => {
		const sent = await formOf(event.request);
		const { db, now, person } = event.locals;
		const kept = keptIn(sent);
		const back = person && givenBack(kept, person.id, event);
		if (back) return inItsForm(back.entries);
		// The form of the sign-in page is none of ours to run.
		if (kept) notGivenBack(event, pageOf(event.url));
		const written = entriesOf(sent);
		const answer = { form: valueOf(written, formField) ?? '', person: valueOf(written, personField) ?? null };
		const isHere = answer.person === ((command.isOpen ? person : signedIn(event))?.id ?? '');
		if (command.isAsDrawn && !isHere) {
			const refusal = person ? otherPerson : 'common:error.signedOut';
			return refuse(event, 409, { ...answer, typed: typedOf(written), errors: {}, refusal });
		}
		const entries = withWhatIsSaid(written, (await says?.(event)) ?? {});
		// An open command is the only one that takes nobody, and the only one that reads the request itself.
		const context = { db, now, madeAt: null, person: command.isOpen ? person : signedIn(event), event, sent };
		const made = command.mayBeTwo && { name: command.name, person: signedIn(event).id, entries };
		if (made && wasJustMade(event.cookies, made)) {
			return refuse(event, 409, { ...answer, typed: typedOf(entries), errors: {}, refusal: justMade });
		}
		const outcome = await attempt(command as Command<Schema, Result>, entries, context as Context);
		if ('refused' in outcome) {
			const { status, ...refused } = outcome.refused;
			return refuse(event, status, { ...answer, ...refused });
		}
		const before = made ? madeBefore(event.cookies, made) : null;
		if (made) rememberMade(event.cookies, made);
		else forgetMade(event.cookies);
		const { input, result } = outcome.done;
		if (show) return { shown: show(result, input, event) };
		const receipt = (command as Command<Schema, Result>).receiptOf(input, result, context as Context);
		const next = (typeof to === 'function' ? to(input, result, event) : to) ?? pageOf(event.url);
		if (receipt && !command.doesAnyway && isUnchanged(typedOf(entries))) {
			leaveReceipt(event.cookies, unchanged, event.url, next);
		} else if (receipt) {
			leaveReceipt(event.cookies, (await more?.(receipt, input, event, before)) ?? receipt, event.url, next);
		}
		redirect(303, next);
	};
	return Object.assign(action, { command: command as unknown as AnyCommand });
}

function refuse({ locals }: RequestEvent, status: number, answer: Answer) {
	locals.refusal = { status, message: answer.refusal ?? 'common:checkTheFields' };
	return fail(status, answer);
}

/** What was sent when the session was over stands in its form again, for whoever wrote it to look at and send. */
const inItsForm = (entries: Entries) =>
	fail(200, {
		form: valueOf(entries, formField) ?? '',
		person: valueOf(entries, personField) ?? null,
		typed: typedOf(entries),
		errors: {},
		refusal: backAgain,
	} satisfies Answer);

/** The form of a request. @throws 400 when it is none */
export const formOf = (request: Request): Promise<FormData> =>
	request.formData().catch(() => error(400, 'common:error.broken'));

const withWhatIsSaid = (entries: Entries, said: Record<string, string>): Entries => [
	...entries.filter(([name]) => !Object.hasOwn(said, name)),
	...cleaned(Object.entries(said)),
];

/** For an undo: of what it is, its receipt says in the address. */
export const saysInAddress =
	(name: string) =>
	({ url }: RequestEvent): Record<string, string> => {
		const said = url.searchParams.get(name);
		return said === null ? {} : { [name]: said };
	};
