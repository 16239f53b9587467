/** Calling a meeting, and what those asked do with it. */
import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { danishDay } from '$lib/i18n/format';
import { id, words } from '$lib/server/fields';
import { linkLimit, placeLimit, pointLimit, purposeLimit, reasonLimit } from './limits';
import { answers, kinds } from './meetings';
import { instantOf } from './moments';

/** `meetings.answer`: whether somebody comes. */
export const AnswerMeeting = v.object({ meeting: id, person: id, answer: v.picklist(answers) });

/** `meetings.addPoint`: something to talk about. */
export const AddPoint = v.object({
	id,
	meeting: id,
	family: id,
	wording: words(pointLimit, 'meetings:error.pointMissing', 'meetings:error.pointTooLong'),
});

/** Commands that need only the meeting, or only the point. */
export const OneMeeting = v.object({ id });
export const OnePoint = v.object({ id });

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
