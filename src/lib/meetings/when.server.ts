/** When and where a meeting is held, as it is written in a form, and what must be right about it. */
import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { danishDay } from '$lib/i18n/format';
import { day, optionalLine } from '$lib/server/fields';
import { linkLimit, mostYearsAhead, placeLimit } from './limits';
import { instantOf } from './moments';

const text = v.optional(v.pipe(v.string(), v.trim()), '');
// A transformation is not reached with an error before it: then nothing is concluded from this field below.
const understood = v.transform((words: string) => words);

// Danes write 14.30, kl. 14 or 14; the phone's own clock gives 14:30.
const clockTime = /^(?:kl\.? ?)?([01]?\d|2[0-3])(?:[.:]([0-5]\d))?$/i;
const time = (missing: string, unclear: string) =>
	v.pipe(
		v.optional(v.pipe(v.string(), v.trim()), ''),
		v.minLength(1, missing),
		v.regex(clockTime, unclear),
		v.transform((words) => {
			const [, hour, minute = '00'] = clockTime.exec(words)!;
			return `${hour!.padStart(2, '0')}:${minute}`;
		}),
	);

/** As people write it: with a capital, as phones begin a line, or from where the address itself begins. */
const asLink = (written: string) =>
	written.replace(/^https:\/\//i, 'https://').replace(/^(?=[\w-]+(\.[\w-]+)+(\/|$))/, 'https://');

/** The entries of a schema that says when and where, for `checkWhenAndWhere`. */
export const whenAndWhere = {
	date: v.pipe(
		text,
		v.minLength(1, 'calling:error.dateMissing'),
		day('calling:error.dateUnclear'),
		understood,
	),
	start: time('calling:error.startMissing', 'calling:error.startUnclear'),
	end: time('calling:error.endMissing', 'calling:error.endUnclear'),
	place: optionalLine(placeLimit, 'calling:error.placeTooLong'),
	/** Whether the place is a home. */
	home: v.optional(v.array(v.literal('yes')), []),
	link: v.pipe(
		text,
		v.transform(asLink),
		v.maxLength(linkLimit, 'calling:error.linkTooLong'),
		v.check((link) => !link || isHttps(link), 'meetings:error.linkNotHttps'),
		v.check((link) => !isMap(link), 'calling:error.linkIsMap'),
		v.transform((link) => link || null),
	),
};

/** Without a name or a password before the address, which make one host look like another. */
function isHttps(link: string): boolean {
	if (!link.startsWith('https://') || !URL.canParse(link)) return false;
	const { username, password } = new URL(link);
	return !username && !password;
}

/**
 * A map is an address, and belongs where addresses are hidden: who is asked sees the link although the place is a home.
 * The usual maps; that everybody sees the link is said at the field.
 */
const maps =
	/^https:\/\/((maps|kort)\.|([\w-]+\.)*(openstreetmap\.org|osm\.org|krak\.dk|waze\.com|what3words\.com|w3w\.co|rejseplanen\.dk)(\/|$)|[\w.-]+\/maps?(\/|\?|$))/i;
const isMap = (link: string) => maps.test(link);

type Fields = typeof whenAndWhere;
type Times = Pick<v.InferOutput<v.ObjectSchema<Fields, undefined>>, 'date' | 'start' | 'end'>;

const yearsLater = (day: string, years: number) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
const isShown = (date: string, time: string) => instantOf(date, time) !== null;
const isAfter = (now: Date, date: string, time: string) =>
	(instantOf(date, time)?.epochMilliseconds ?? Infinity) > now.getTime();

/** Compares as moments, so that a night with 23 hours is no trap; what is skipped has its own message. */
function endsAfterItStarts({ date, start, end }: Times): boolean {
	const [from, to] = [instantOf(date, start), instantOf(date, end)];
	return !from || !to || Temporal.Instant.compare(from, to) < 0;
}

/**
 * The schema of a command that says when and where: not for a time that has gone or is years away, not for one that
 * clocks skip, and somewhere. `now` is the time of the request.
 */
export function checkWhenAndWhere<Entries extends v.ObjectEntries & Fields>(entries: Entries, now: Date) {
	const today = danishDay(now);
	const tooFar = yearsLater(today, mostYearsAhead);
	const schema = v.pipe(
		// The checks name only these fields; TypeScript cannot follow their paths through a type parameter.
		v.object(entries as Fields),
		v.forward(
			v.partialCheck([['date']], ({ date }) => date >= today, 'calling:error.datePast'),
			['date'],
		),
		v.forward(
			v.partialCheck([['date']], ({ date }) => date < tooFar, 'meetings:error.dateFar'),
			['date'],
		),
		v.forward(
			v.partialCheck(
				[['date'], ['start']],
				({ date, start }) => isShown(date, start),
				'calling:error.startSkipped',
			),
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
			v.partialCheck([['date'], ['end']], ({ date, end }) => isShown(date, end), 'calling:error.endSkipped'),
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
