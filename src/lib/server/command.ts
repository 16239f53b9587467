/**
 * One object per command: its name, what may come in, the verb it runs, what the database may refuse in words, and the
 * receipt. A page's action (action.ts), the outbox (receive.server.ts) and the tests use the same object; all of them
 * are listed in src/commands.server.ts.
 */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import type * as v from 'valibot';
import { changedSince } from '$lib/command/answer';
import type { SignedIn } from './auth/session';
import type { Database } from './database';
import { DatabaseError } from './database-error';
import { readBy, typedOf, type Entries, type ObjectSchema } from './form';
import type { Receipt } from './receipt';

/** Who does it, and when. */
export interface Context {
	db: Database;
	person: SignedIn;
	/** The time of the request. */
	now: Date;
	/** When it was done by our clock (ISO 8601), when it had to wait for a network; null: now. */
	madeAt: string | null;
}

/** What those commands need too that somebody may send who is not signed in. */
export interface OpenContext extends Omit<Context, 'person'> {
	person: SignedIn | null;
	event: RequestEvent;
	/** The form as it was sent, for what somebody else than the schema reads (an identity provider). */
	sent: FormData;
}

/** Message keys for what the database refuses, by constraint, rule or SQLSTATE. */
export type Refusals = Record<string, { field?: string; message: string }>;

interface Definition<Schema extends ObjectSchema, Result, In> {
	/** "room.verb" */
	name: string;
	/** A function of the request's time where it matters: nothing is called for yesterday. */
	schema: Schema | ((now: Date) => Schema);
	run: (context: In, input: v.InferOutput<Schema>) => Promise<Result>;
	refusals?: Refusals;
	/** Said on the next page. */
	receipt?: string | ((input: v.InferOutput<Schema>, result: Result, context: In) => Receipt | null);
	/** It makes something of which there may well be two, so that the same sent again is asked about. */
	mayBeTwo?: boolean;
	/** It may wait on a phone without a network: a form does so that says `waits`. Any other comes as a form alone. */
	mayWait?: boolean;
	/** Does something also when its form is sent as it was drawn. */
	doesAnyway?: boolean;
	/** Of an open command: who is signed in matters, so that it is refused like any other when that is somebody else by now. */
	isAsDrawn?: boolean;
}

export interface Command<Schema extends ObjectSchema, Result, In = Context> {
	readonly name: string;
	/** Somebody may send it who is not signed in. Never through the outbox. */
	readonly isOpen: boolean;
	/** Makes something of which there may be two. */
	readonly mayBeTwo: boolean;
	/** Comes through the outbox too. */
	readonly mayWait: boolean;
	/** Does something also when its form is sent as it was drawn. */
	readonly doesAnyway: boolean;
	/** Done only where nobody else is signed in (or nobody) than when its form was drawn. */
	readonly isAsDrawn: boolean;
	readonly refusals: Refusals;
	schemaAt(now: Date): Schema;
	run(context: In, input: v.InferOutput<Schema>): Promise<Result>;
	receiptOf(input: v.InferOutput<Schema>, result: Result, context: In): Receipt | null;
}

/** Any command, as the list holds them. */
export type AnyCommand = Command<ObjectSchema, unknown, never>;

function made<Schema extends ObjectSchema, Result, In>(
	{
		name,
		schema,
		run,
		refusals = {},
		receipt,
		mayBeTwo = false,
		mayWait = false,
		doesAnyway = false,
		isAsDrawn = false,
	}: Definition<Schema, Result, In>,
	isOpen: boolean,
): Command<Schema, Result, In> {
	return {
		name,
		isOpen,
		mayBeTwo,
		mayWait: mayWait && !isOpen,
		doesAnyway,
		isAsDrawn: isAsDrawn || !isOpen,
		refusals,
		schemaAt: (now) => (typeof schema === 'function' ? schema(now) : schema),
		run,
		receiptOf: (input, result, context) => {
			if (typeof receipt === 'function') return receipt(input, result, context);
			return receipt === undefined ? null : { text: receipt };
		},
	};
}

/** A command of somebody who is signed in. */
export const command = <Schema extends ObjectSchema, Result>(
	definition: Definition<Schema, Result, Context>,
) => made(definition, false);

/** A command that needs nobody to be signed in: choosing a language, saying yes to an invitation. */
export const openCommand = <Schema extends ObjectSchema, Result>(
	definition: Definition<Schema, Result, OpenContext>,
) => made(definition, true);

/** Who sends a command; the doors have let in nobody else. */
export function signedIn(event: { locals: App.Locals }) {
	const { person, session } = event.locals;
	if (!person || !session) redirect(303, '/sign-in');
	return person;
}

/** Said when an id was used before for something else (`addOnce`): sent again, it goes under a new one. */
export const madeAlready = 'made_already';
/** The same was made under this id before, and is over since: taken back, removed, left. */
const overSince = 'over_since';
/** What is said of that. */
export const isOver = 'common:error.overSince';

const commonRefusals: Refusals = {
	[madeAlready]: { message: 'common:error.madeAlready' },
	[overSince]: { message: isOver },
	// What a form edits was changed after the form was drawn from it (private.counts_changes).
	changed_since: { message: changedSince },
	// Only what waited on a phone.
	said_otherwise_since: { message: 'outbox:refusal.saidSince' },
	'42501': { message: 'common:error.notAllowed' },
	'23503': { message: 'common:error.notAllowed' },
	'23505': { message: 'common:error.already' },
};

/** What people are told about a refusal of the database; undefined when it failed without one of the known reasons. */
export function refusalOf(cause: DatabaseError, refusals: Refusals): Refusals[string] | undefined {
	const known = { ...commonRefusals, ...refusals };
	const named = cause.names.find((name) => Object.hasOwn(known, name));
	if (named !== undefined) return known[named];
	if (isUsedUp(cause)) return known[madeAlready];
	if (Object.hasOwn(known, cause.code)) return known[cause.code];
	return isFinal(cause) ? { message: 'common:error.unclear' } : undefined;
}

/** Whether trying again cannot help: the values are wrong (SQLSTATE class 22) or break a rule (class 23). */
const isFinal = ({ code }: DatabaseError) => /^2[23]/.test(code);

/** Whether the id of what was to be made was used before and makes nothing more: by addOnce, or by the table itself. */
const isUsedUp = ({ code, names }: DatabaseError) =>
	names.some((name) => name === madeAlready || name === overSince) ||
	(code === '23505' && names.some((name) => name.endsWith('_pkey')));

/** Why a command did not go through. */
export interface Refused {
	/** The answer's status: 400 for what must be put right, 409 for a refusal, 503 for what may work later. */
	status: 400 | 409 | 503;
	errors: Record<string, string>;
	refusal: string | null;
	/** What was typed; with a new id where the old one was used for something else. */
	typed: Record<string, string[]>;
}
export type Outcome<Schema extends ObjectSchema, Result> =
	{ done: { input: v.InferOutput<Schema>; result: Result } } | { refused: Refused };

/** Reads what was sent and runs the command. What goes wrong without a known reason is thrown. */
export async function attempt<Schema extends ObjectSchema, Result, In extends { now: Date }>(
	command: Command<Schema, Result, In>,
	entries: Entries,
	context: In,
): Promise<Outcome<Schema, Result>> {
	const typed = typedOf(entries);
	const read = readBy(command.schemaAt(context.now), typed);
	if (!('input' in read)) return { refused: { status: 400, typed, ...read } };
	try {
		return { done: { input: read.input, result: await command.run(context, read.input) } };
	} catch (cause) {
		if (!(cause instanceof DatabaseError)) throw cause;
		const found = refusalOf(cause, command.refusals);
		if (found?.field) {
			return { refused: { status: 400, typed, errors: { [found.field]: found.message }, refusal: null } };
		}
		const again = isUsedUp(cause) ? { ...typed, id: [newId()] } : typed;
		const refusal = found?.message ?? 'common:error.unavailable';
		return { refused: { status: found ? 409 : 503, typed: again, errors: {}, refusal } };
	}
}
