/**
 * A meeting for somebody's own calendar. Calendars are shared, synchronised and shown on lock screens, so it says
 * when, and where to read the rest: no names, no child, no purpose, no place, nobody invited.
 */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Meeting } from './meetings';

export interface CalendarWords {
	/** The product's name. */
	app: string;
	title: string;
	text: string;
	/** The address of the meeting's page. */
	link: string;
}

/** An iCalendar file (RFC 5545), times in UTC. The same meeting keeps its UID, so that a later file replaces it. */
export function toCalendar(
	meeting: Pick<Meeting, 'id' | 'startsAt' | 'endsAt' | 'cancelledAt' | 'revision'>,
	{ app, title, text, link }: CalendarWords,
	now: Date,
): string {
	const calendar = ical({ prodId: { company: app, product: app }, method: ICalCalendarMethod.PUBLISH });
	calendar.createEvent({
		id: meeting.id,
		start: new Date(meeting.startsAt),
		end: new Date(meeting.endsAt),
		stamp: now,
		summary: title,
		description: text,
		url: link,
		status: meeting.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
		sequence: meeting.revision,
	});
	return calendar.toString();
}
