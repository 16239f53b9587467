/** Reads what a form sent. Text is made clean here, at the door, once. */
import * as v from 'valibot';

export type ObjectSchema = v.GenericSchema<Record<string, unknown>, Record<string, unknown>>;

/** The fields of a form, in order, names as often as they were sent. */
export type Entries = readonly (readonly [name: string, value: string])[];

/** The form's own fields: which form of the page it is, and for whom it was drawn. */
export const formField = '_form';
export const personField = '_person';
export const isOwn = (name: string) => name === formField || name === personField;
/** A name that no answer can carry back to the page, and no field of ours has. */
const isNone = (name: string) => name === '__proto__';

/** Signs nobody sees that turn the words around them another way, also words of others beside them. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** More signs over and under one letter than any language has: they would stand in the lines of others. */
const heaped = /(?<=[\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu;
/** More of them, and of those that stand beside, than any word has: to compose n of them takes n times n steps. */
const endless = /(?<=\p{M}{30})\p{M}+/gu;

/** What stands where bytes were no text: which letter it was nobody can tell any more, so it is not kept. */
const unreadable = '\ufffd';

/**
 * Text as it is kept: without NUL and lone halves of characters, which no database takes, and without what turns other
 * words around or is heaped upon a letter; characters composed, and lines ended, in one way, so that the same words are
 * the same.
 */
export const clean = (text: string): string =>
	text
		.replace(/\0|\p{Surrogate}/gu, '')
		.replace(turning, '')
		.replace(/\r\n?/g, '\n')
		.replace(endless, '')
		.normalize('NFC')
		.replace(heaped, '');

/** The fields of a form. Files are none of ours and are left out. */
export const entriesOf = (form: FormData): Entries =>
	cleaned([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));

/** Entries that came another way than in a form (the outbox), as a form would have brought them. */
export const cleaned = (entries: Entries): Entries =>
	entries.map(([name, value]) => [clean(name), clean(value)] as const);

/** The first value of a field of this name. */
export const valueOf = (entries: Entries, name: string): string | undefined =>
	entries.find(([one]) => one === name)?.[1];

/** Everything typed and chosen, by field. */
export function typedOf(entries: Entries): Record<string, string[]> {
	const typed: Record<string, string[]> = Object.create(null);
	for (const [name, value] of entries) if (!isOwn(name) && !isNone(name)) (typed[name] ??= []).push(value);
	return { ...typed };
}

/** Whether a field takes a list. */
function isList(schema: unknown): boolean {
	const { type, wrapped, options } = schema as { type?: string; wrapped?: unknown; options?: unknown };
	if (type === 'array') return true;
	if (wrapped) return isList(wrapped);
	return type === 'union' && Array.isArray(options) && options.some(isList);
}

/** What the schema reads: a list where it asks for one, otherwise the first value, undefined where nothing was sent. */
function objectOf(schema: ObjectSchema, typed: Record<string, string[]>): Record<string, unknown> {
	const fields = Object.entries((schema as unknown as v.ObjectSchema<v.ObjectEntries, undefined>).entries);
	return Object.fromEntries(
		fields.map(([name, field]) => {
			const sent = Object.hasOwn(typed, name) ? typed[name]! : [];
			return [name, isList(field) ? sent : sent[0]];
		}),
	);
}

/**
 * The fields of a schema in the order in which one meets them on the page: a form sends what it has as it is drawn. What
 * it says nothing of (boxes without a tick) stands after the field that is before it in the schema.
 */
function asDrawn(schema: ObjectSchema, typed: Record<string, string[]>): string[] {
	const fields = Object.keys((schema as unknown as v.ObjectSchema<v.ObjectEntries, undefined>).entries);
	const order = Object.keys(typed).filter((name) => fields.includes(name));
	fields.forEach((name, index) => {
		if (!order.includes(name)) order.splice(index ? order.indexOf(fields[index - 1]!) + 1 : 0, 0, name);
	});
	return order;
}

/** Whether a message is a key, "room:key", and not valibot's own English. */
const isKey = (message: string) => /^[a-z]+:[\w.]+$/.test(message);

export type Reading<Schema extends ObjectSchema> =
	{ input: v.InferOutput<Schema> } | { errors: Record<string, string>; refusal: string | null };

/**
 * Reads entries by a schema. What is wrong is said beside its field; what no person typed (an id that is none) is
 * said of the whole form.
 */
export function readBy<Schema extends ObjectSchema>(
	schema: Schema,
	typed: Record<string, string[]>,
): Reading<Schema> {
	const given = objectOf(schema, typed);
	const parsed = v.safeParse(schema, given);
	const lost = Object.keys(given).filter((field) => String(given[field]).includes(unreadable));
	if (parsed.success && !lost.length) return { input: parsed.output };
	const found: Record<string, string> = {};
	let refusal: string | null = null;
	for (const issue of parsed.issues ?? []) {
		const field = issue.path?.[0]?.key;
		if (typeof field === 'string' && isKey(issue.message)) found[field] ??= issue.message;
		else refusal = 'common:error.unclear';
	}
	// Of what no person typed it is said of the form, above.
	if (!refusal) for (const field of lost) found[field] ??= 'common:error.unreadable';
	const errors: Record<string, string> = {};
	for (const field of asDrawn(schema, typed)) if (found[field]) errors[field] = found[field];
	return { errors, refusal };
}
