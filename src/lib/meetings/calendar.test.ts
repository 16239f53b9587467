import { expect, test } from 'vitest';
import { toCalendar } from './calendar';

const now = new Date('2026-11-23T09:00:00Z');
const words = {
	app: 'Vores Plan',
	title: 'Møde · Vores Plan',
	text: 'Læs mere i Vores Plan: https://plan.example/meetings/1',
	link: 'https://plan.example/meetings/1',
};
const secret = {
	id: '01900000-0000-7000-8000-000000000001',
	startsAt: '2026-07-01T12:30:00+00:00',
	endsAt: '2026-07-01T13:45:00+00:00',
	cancelledAt: null,
	revision: 0,
	purpose: 'Noahs morgener',
	place: 'Hjemme hos Amira',
	link: 'https://video.example/hemmeligt',
	about: { id: '2', name: 'Noah Holm Bak' },
	attendees: [
		{
			id: '3',
			name: 'Mette Krogh',
			profession: 'Lærer',
			workplace: 'Nordby Skole',
			fromOtherHome: false,
			reason: 'Noahs lærer',
			answer: null,
		},
	],
};
/** The lines of the file, long ones unfolded. */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

test('says when, in UTC, and where to read the rest', () => {
	const lines = linesOf(toCalendar(secret, words, now));
	expect(lines).toContain('DTSTART:20260701T123000Z');
	expect(lines).toContain('DTEND:20260701T134500Z');
	expect(lines).toContain('DTSTAMP:20261123T090000Z');
	expect(lines).toContain('SUMMARY:Møde · Vores Plan');
	expect(lines).toContain('URL;VALUE=URI:https://plan.example/meetings/1');
});

test('holds no name, no child, no purpose, no place, nobody invited', () => {
	const file = toCalendar(secret, words, now);
	for (const word of [
		'Noah',
		'Mette',
		'Amira',
		'Lærer',
		'video.example',
		'ATTENDEE',
		'ORGANIZER',
		'LOCATION',
	]) {
		expect(file).not.toContain(word);
	}
});

test('a later file of the same meeting replaces it, also when it is moved or cancelled', () => {
	const uid = (file: string) => linesOf(file).find((line) => line.startsWith('UID:'));
	const first = toCalendar(secret, words, now);
	const later = toCalendar(
		{ ...secret, cancelledAt: '2026-06-30T08:00:00Z', revision: 2 },
		words,
		new Date('2026-12-01'),
	);
	expect(uid(first)).toBe(`UID:${secret.id}`);
	expect(uid(later)).toBe(uid(first));
	expect(linesOf(first)).toContain('SEQUENCE:0');
	expect(linesOf(later)).toContain('SEQUENCE:2');
	expect(linesOf(first)).toContain('STATUS:CONFIRMED');
	expect(linesOf(later)).toContain('STATUS:CANCELLED');
});
