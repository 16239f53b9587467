/**
 * When and where a meeting is held, as it is written in a form: Danish clock time made into moments, and what must be
 * right about them. Pure: no Kit, no database; `now` is given. Apart from meetings.ts, so that pages that only show
 * meetings do not carry a calendar library.
 */
import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { isDay } from '$lib/i18n/day';
import { danishDay } from '$lib/i18n/format';
import { linkLimit, placeLimit } from './limits';

const timeZone = 'Europe/Copenhagen';

/**
 * The moment when clocks in Denmark show this.
 * The night summer time ends they show the hour from 2 to 3 twice: it is the first.
 * @param date YYYY-MM-DD
 * @param time HH:MM
 * @returns null for an hour that is skipped the night summer time begins
 */
export function instantOf(date: string, time: string): Temporal.Instant | null {
	const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
	const there = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
	return there.toPlainDateTime().equals(wall) ? there.toInstant() : null;
}

/**
 * From when to when, as ISO text in UTC.
 * @param date YYYY-MM-DD @param start HH:MM @param end HH:MM, all in Danish time
 * @throws {RangeError} when clocks never show one of them; `ProposeMeeting` has asked for another by then
 */
export function toInstants(date: string, start: string, end: string): { startsAt: string; endsAt: string } {
	const [from, to] = [instantOf(date, start), instantOf(date, end)];
	if (!from || !to) throw new RangeError('clocks skip this time');
	return { startsAt: from.toString(), endsAt: to.toString() };
}

/** A meeting's times as Danish clocks show them: the date, and from when to when. */
export function toClock({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Times {
	const wall = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
	const time = (at: string) => wall(at).toPlainTime().toString({ smallestUnit: 'minute' });
	return { date: wall(startsAt).toPlainDate().toString(), start: time(startsAt), end: time(endsAt) };
}

const text = v.optional(v.pipe(v.string(), v.trim()), '');
const orNull = v.transform((words: string) => words || null);
// A transformation is not reached with an error before it: then nothing is concluded from this field below.
const understood = v.transform((words: string) => words);

// Danes write 14.30; the phone's own clock gives 14:30.
const time = (missing: string) =>
	v.pipe(
		v.optional(v.pipe(v.string(), v.trim()), ''),
		v.minLength(1, missing),
		v.regex(/^([01]?\d|2[0-3])[.:][0-5]\d$/, 'meetings:error.timeUnclear'),
		v.transform((words) => words.replace('.', ':').padStart(5, '0')),
	);

/** The entries of a schema that says when and where, for `checkWhenAndWhere`. */
export const whenAndWhere = {
	date: v.pipe(
		text,
		v.minLength(1, 'meetings:error.dateMissing'),
		v.check(isDay, 'meetings:error.dateUnclear'),
		understood,
	),
	start: time('meetings:error.startMissing'),
	end: time('meetings:error.endMissing'),
	place: v.pipe(text, v.maxLength(placeLimit, 'meetings:error.placeTooLong'), orNull),
	link: v.pipe(
		text,
		v.maxLength(linkLimit, 'meetings:error.linkTooLong'),
		v.check((link) => !link || isHttps(link), 'meetings:error.linkNotHttps'),
		orNull,
	),
};

const isHttps = (link: string) => link.startsWith('https://') && URL.canParse(link);

type Fields = typeof whenAndWhere;
type Times = Pick<v.InferOutput<v.ObjectSchema<Fields, undefined>>, 'date' | 'start' | 'end'>;

const skipped = 'meetings:error.timeSkipped';
const isShown = (date: string, time: string) => instantOf(date, time) !== null;
const isAfter = (now: Date, date: string, time: string) =>
	(instantOf(date, time)?.epochMilliseconds ?? Infinity) > now.getTime();

/** Compares as moments, so that a night with 23 hours is no trap; what is skipped has its own message. */
function endsAfterItStarts({ date, start, end }: Times): boolean {
	const [from, to] = [instantOf(date, start), instantOf(date, end)];
	return !from || !to || Temporal.Instant.compare(from, to) < 0;
}

/**
 * The schema of a command that says when and where: not for a time that has gone, not for one that clocks skip, and
 * somewhere. `now` is the time of the request.
 */
export function checkWhenAndWhere<Entries extends v.ObjectEntries & Fields>(entries: Entries, now: Date) {
	const today = danishDay(now);
	const schema = v.pipe(
		// The checks name only these fields; TypeScript cannot follow their paths through a type parameter.
		v.object(entries as Fields),
		v.forward(
			v.partialCheck([['date']], ({ date }) => date >= today, 'meetings:error.datePast'),
			['date'],
		),
		v.forward(
			v.partialCheck([['date'], ['start']], ({ date, start }) => isShown(date, start), skipped),
			['start'],
		),
		v.forward(
			v.partialCheck(
				[['date'], ['start']],
				({ date, start }) => date !== today || isAfter(now, date, start),
				'meetings:error.startPast',
			),
			['start'],
		),
		v.forward(
			v.partialCheck([['date'], ['end']], ({ date, end }) => isShown(date, end), skipped),
			['end'],
		),
		v.forward(
			v.partialCheck([['date'], ['start'], ['end']], endsAfterItStarts, 'meetings:error.endBeforeStart'),
			['end'],
		),
		v.forward(
			v.partialCheck(
				[['place'], ['link']],
				({ place, link }) => place !== null || link !== null,
				'meetings:error.nowhere',
			),
			['place'],
		),
	);
	type All = v.ObjectSchema<Entries, undefined>;
	return schema as unknown as v.GenericSchema<v.InferInput<All>, v.InferOutput<All>>;
}
