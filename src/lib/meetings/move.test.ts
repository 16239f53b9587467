import * as v from 'valibot';
import { expect, test } from 'vitest';
import { MoveMeeting } from './commands.server';

// A Monday morning in winter, 9.30 in Denmark.
const schema = MoveMeeting(new Date('2026-11-23T08:30:00Z'));
const right = {
	id: '01900000-0000-7000-8000-000000000001',
	drawnFrom: '3',
	date: '2026-12-01',
	start: '14.30',
	end: '15.45',
	place: 'Biblioteket',
	link: '',
};
const messages = (wrong: Partial<typeof right>) => {
	const { issues = [] } = v.safeParse(schema, { ...right, ...wrong });
	return issues.map((issue) => [v.getDotPath(issue), issue.message]);
};

test('a time that will come, and a place', () => {
	expect(v.parse(schema, right)).toEqual({
		...right,
		drawnFrom: 3,
		start: '14:30',
		end: '15:45',
		link: null,
		home: [],
		shows: [],
		'was-shows': [],
	});
});

test.each([
	[{ date: '2026-11-22' }, 'date', 'datePast'],
	[{ date: '2027-02-31' }, 'date', 'dateUnclear'],
	[{ date: '' }, 'date', 'dateMissing'],
	[{ date: '2026-11-23', start: '09:15' }, 'start', 'startPast'],
	[{ date: '2027-03-28', start: '02:30', end: '04:00' }, 'start', 'startSkipped'],
	[{ end: '14:30' }, 'end', 'endBeforeStart'],
	[{ place: ' ' }, 'place', 'nowhere'],
	[{ link: 'http://video.example' }, 'link', 'linkNotHttps'],
])('%j is said beside %s', (wrong, field, message) => {
	expect(messages(wrong)).toContainEqual([
		field,
		expect.stringMatching(new RegExp(`^(meetings|calling):error\\.${message}$`)),
	]);
});
