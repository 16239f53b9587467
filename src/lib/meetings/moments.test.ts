import { describe, expect, test } from 'vitest';
import { instantOf, toClock, toInstants } from './moments';

const inDanishTime = (moment: string) =>
	new Date(moment).toLocaleTimeString('da', { timeZone: 'Europe/Copenhagen', timeStyle: 'short' });
const minutes = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
	(Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;

describe('Danish clock time becomes moments', () => {
	test('in winter and in summer', () => {
		expect(toInstants('2026-12-01', '14:30', '15:45')).toEqual({
			startsAt: '2026-12-01T13:30:00Z',
			endsAt: '2026-12-01T14:45:00Z',
		});
		expect(toInstants('2026-07-01', '14:30', '15:45').startsAt).toBe('2026-07-01T12:30:00Z');
	});

	test('the night summer time begins is an hour shorter', () => {
		const meeting = toInstants('2027-03-28', '01:30', '03:30');
		expect(minutes(meeting)).toBe(60);
		expect(inDanishTime(meeting.endsAt)).toBe('03.30');
	});

	test('the hour that is skipped that night has no moment', () => {
		expect(instantOf('2027-03-28', '01:59')).not.toBeNull();
		expect(instantOf('2027-03-28', '02:00')).toBeNull();
		expect(instantOf('2027-03-28', '02:59')).toBeNull();
		expect(instantOf('2027-03-28', '03:00')).not.toBeNull();
		expect(() => toInstants('2027-03-28', '02:30', '04:00')).toThrow(RangeError);
	});

	test('the night it ends is an hour longer, and the doubled hour is the first', () => {
		expect(minutes(toInstants('2027-10-31', '01:30', '03:30'))).toBe(180);
		expect(toInstants('2027-10-31', '02:15', '02:45')).toEqual({
			startsAt: '2027-10-31T00:15:00Z',
			endsAt: '2027-10-31T00:45:00Z',
		});
	});
});

test.each([
	['2026-12-01', '14:30', '15:45'],
	['2027-07-01', '00:00', '23:59'],
])('the form begins with the time as clocks in Denmark show it: %s %s', (date, start, end) => {
	expect(toClock(toInstants(date, start, end))).toEqual({ date, start, end });
});
