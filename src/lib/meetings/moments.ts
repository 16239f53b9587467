/** Danish clock time made into moments. Pure, with a calendar library: for the server alone, pages are sent moments. */
import { Temporal } from 'temporal-polyfill';

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

/** A meeting's times as Danish clocks show them: the date YYYY-MM-DD, from when to when HH:MM. */
export function toClock({ startsAt, endsAt }: { startsAt: string; endsAt: string }) {
	const wall = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
	const time = (at: string) => wall(at).toPlainTime().toString({ smallestUnit: 'minute' });
	return { date: wall(startsAt).toPlainDate().toString(), start: time(startsAt), end: time(endsAt) };
}
