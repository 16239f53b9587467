/**
 * Calling a meeting: what a parent or a coordinator says, and Danish clock time made into moments.
 * Pure: no Kit, no database; `now` is given. Apart from meetings.ts, so that pages that only show meetings do not
 * carry a calendar library.
 */
import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { danishDay } from '$lib/i18n/format';
import { linkLimit, placeLimit, purposeLimit, reasonLimit } from './limits';
import { kinds } from './meetings';

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

const id = v.pipe(v.string(), v.uuid());
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

const said = v.object({
	/** Made with the form, so that the same command twice is one meeting. */
	id,
	family: id,
	kind: v.optional(v.picklist(kinds), 'other'),
	/** The member it is about; null: the whole family. */
	about: v.pipe(text, v.union([v.literal(''), id]), orNull),
	purpose: v.pipe(
		text,
		v.minLength(1, 'meetings:error.purposeMissing'),
		v.maxLength(purposeLimit, 'meetings:error.purposeTooLong'),
	),
	date: v.pipe(
		text,
		v.minLength(1, 'meetings:error.dateMissing'),
		v.isoDate('meetings:error.dateUnclear'),
		v.check((day) => isDay(day), 'meetings:error.dateUnclear'),
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
	/** Who is asked to come. */
	asked: v.pipe(v.optional(v.array(id), []), v.minLength(1, 'meetings:error.nobodyAsked')),
	/** Everybody who could be asked, and beside each in the same order why they would come. */
	people: v.optional(v.array(id), []),
	reasons: v.optional(
		v.pipe(
			v.array(text),
			v.everyItem((reason) => reason.length <= reasonLimit, 'meetings:error.reasonTooLong'),
		),
		[],
	),
});

function isDay(day: string): boolean {
	try {
		// Stops 30 February, which the pattern lets through.
		return Temporal.PlainDate.from(day, { overflow: 'reject' }).year >= 2000;
	} catch {
		return false;
	}
}

const isHttps = (link: string) => link.startsWith('https://') && URL.canParse(link);

type Times = Pick<v.InferOutput<typeof said>, 'date' | 'start' | 'end'>;

const skipped = 'meetings:error.timeSkipped';
const isShown = (date: string, time: string) => instantOf(date, time) !== null;
const isAfter = (now: Date, date: string, time: string) =>
	(instantOf(date, time)?.epochMilliseconds ?? Infinity) > now.getTime();

/** Compares as moments, so that a night with 23 hours is no trap; what is skipped has its own message. */
function endsAfterItStarts({ date, start, end }: Times): boolean {
	const [from, to] = [instantOf(date, start), instantOf(date, end)];
	return !from || !to || Temporal.Instant.compare(from, to) < 0;
}

/** `meetings.propose`. `now` is the time of the request: a meeting is not called for a time that has gone. */
export const ProposeMeeting = (now: Date) => {
	const today = danishDay(now);
	return v.pipe(
		said,
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
};

/** What the verb takes. */
export type Proposal = v.InferOutput<ReturnType<typeof ProposeMeeting>>;

/** Who is asked, each with why; nobody twice. */
export const askedOf = ({ asked, people, reasons }: Proposal) =>
	[...new Set(asked)].map((person) => ({
		person,
		reason: reasons[people.indexOf(person)] || null,
	}));
