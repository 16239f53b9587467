/** What the fields of commands are made of. Messages are keys, "room:key". */
import * as v from 'valibot';
import { isDay, isoDay } from '$lib/i18n/day';
import { danishDay } from '$lib/i18n/format';

export const id = v.pipe(v.string(), v.uuid());

/** A letter, a number or a sign somebody can see: a name of nothing but spaces, of whatever width, is none. */
const visible = /(?![\u115f\u1160\u2800\u3164\uffa0])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Words nobody could see are none. */
export const seen = v.transform((text: string) => (visible.test(text) ? text : ''));

/** Words that must be there, at most so many characters. */
export const words = (limit: number, missing: string, tooLong: string) =>
	v.pipe(v.string(missing), v.trim(), v.regex(visible, missing), v.maxLength(limit, tooLong));

/** Words that may be left out; then they are null. */
export const optionalWords = (limit: number, tooLong: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		seen,
		v.maxLength(limit, tooLong),
		v.transform((text) => text || null),
	);

/** Where somebody writes one line, a line end that was pasted, or sent past the form, is a space. */
export const inOneLine = v.transform((text: string) =>
	text
		.split(/[\n\v\f\r\u0085\u2028\u2029]/)
		.map((one) => one.trim())
		.filter(Boolean)
		.join(' '),
);

/** A name, or other words in one line, that must be there. */
export const line = (limit: number, missing: string, tooLong: string) =>
	v.pipe(v.string(missing), inOneLine, words(limit, missing, tooLong));

/** A line that may be left out; then it is null. */
export const optionalLine = (limit: number, tooLong: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		inOneLine,
		seen,
		v.maxLength(limit, tooLong),
		v.transform((text) => text || null),
	);

/** A moment as programs write it; "+01" without minutes is one to valibot, and none to JavaScript. */
export const moment = (unclear?: string) =>
	v.pipe(
		v.string(),
		v.isoTimestamp(unclear),
		v.check((said) => Number.isFinite(Date.parse(said)), unclear),
	);

/** Null when it is left out or empty, as forms send it. */
export const orNull = <Schema extends v.GenericSchema>(schema: Schema) =>
	v.optional(
		v.union([
			v.pipe(
				v.literal(''),
				v.transform(() => null),
			),
			v.null(),
			schema,
		]),
		null,
	);

/** A day there is, as YYYY-MM-DD: date fields send it so, and where there are none, people write it in their way. */
export const day = (unclear: string) =>
	v.pipe(v.string(unclear), v.transform(isoDay), v.check(isDay, unclear));

/**
 * A day that has been, from the first one that makes sense until today (both YYYY-MM-DD). The database says the same;
 * said here too, it is said together with what else is wrong in the form.
 */
export const dayThatWas = (
	{ unclear, from, longAgo, toCome }: { unclear: string; from: string; longAgo: string; toCome: string },
	today: string,
) =>
	v.pipe(
		day(unclear),
		v.check((said) => said >= from, longAgo),
		v.check((said) => said <= today, toCome),
	);

/** A day somebody was born on. */
export const dayOfBirth = (now: Date) =>
	dayThatWas(
		{
			unclear: 'common:error.birthUnclear',
			from: '1900-01-01',
			longAgo: 'common:error.birthLongAgo',
			toCome: 'common:error.birthToCome',
		},
		danishDay(now),
	);

/** A whole number as a form sends it, from the smallest to the largest. */
export const wholeNumber = (from: number, to: number, unclear: string) =>
	v.pipe(
		v.string(unclear),
		v.trim(),
		v.regex(/^\d{1,9}$/, unclear),
		v.transform(Number),
		v.minValue(from, unclear),
		v.maxValue(to, unclear),
	);

/** When that was said or done of which a page speaks, as the database wrote it. */
export const since = v.pipe(
	v.string('common:error.unclear'),
	v.regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d(:\d\d)?)$/, 'common:error.unclear'),
);

/** The same of what nobody may have said yet: then it is null. */
export const saidAt = orNull(since);

/** The revision of what a form was drawn from: when it is another one by now, the database refuses (`changed_since`). */
export const drawnFrom = wholeNumber(0, 1_000_000, 'common:error.unclear');
