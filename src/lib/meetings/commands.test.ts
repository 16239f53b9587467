import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { entriesOf, readBy, typedOf } from '$lib/server/form';
import { askedOf, ProposeMeeting } from './commands.server';

const id = (tail: string) => `01900000-0000-7000-8000-00000000000${tail}`;
const now = new Date('2026-11-23T09:00:00Z');
const said = {
	id: id('1'),
	family: id('2'),
	purpose: 'Vi taler om lektier',
	date: '2026-12-01',
	start: '14:30',
	end: '15:45',
	place: 'Hjemme hos os',
	asked: [id('3')],
};

/** The first message of each field that has one. */
function errors(change: Record<string, unknown>, at = now): Record<string, string> {
	const result = v.safeParse(ProposeMeeting(at), { ...said, ...change });
	const found: Record<string, string> = {};
	for (const issue of result.issues ?? []) found[v.getDotPath(issue) ?? ''] ??= issue.message;
	return found;
}

describe('what a proposal must say', () => {
	test('a good one comes through, with what is left out filled in', () => {
		const meeting = v.parse(ProposeMeeting(now), { ...said, start: ' 9.05 ', about: '', link: '' });
		expect(meeting).toMatchObject({ start: '09:05', about: null, link: null, kind: 'other' });
	});

	test.each([
		['purpose', { purpose: '  ' }, 'purposeMissing'],
		['purpose', { purpose: 'o'.repeat(501) }, 'purposeTooLong'],
		['date', { date: '' }, 'dateMissing'],
		['date', { date: 'den 1. december' }, 'dateUnclear'],
		['date', { date: '12/13 2026' }, 'dateUnclear'],
		['date', { date: '2026-02-30' }, 'dateUnclear'],
		['date', { date: '0001-02-30' }, 'dateUnclear'],
		['date', { date: '0001-01-01' }, 'datePast'],
		['date', { date: '2026-11-22' }, 'datePast'],
		['date', { date: '2029-11-23' }, 'dateFar'],
		['date', { date: '9999-12-31' }, 'dateFar'],
		['start', { start: '' }, 'startMissing'],
		['start', { start: '25:00' }, 'startUnclear'],
		['start', { start: 'kl. halv tre' }, 'startUnclear'],
		['start', { date: '2026-11-23', start: '09:59' }, 'startPast'],
		['start', { date: '2027-03-28', start: '02:30' }, 'startSkipped'],
		['end', { end: undefined }, 'endMissing'],
		['end', { end: '14:30' }, 'endBeforeStart'],
		['end', { start: '23:00', end: '01:00' }, 'endBeforeStart'],
		['end', { date: '2027-03-28', start: '01:30', end: '02:30' }, 'endSkipped'],
		['place', { place: ' ' }, 'nowhere'],
		['place', { place: 'o'.repeat(301) }, 'placeTooLong'],
		['link', { link: 'http://video.example' }, 'linkNotHttps'],
		['link', { link: 'https://' }, 'linkNotHttps'],
		['link', { link: 'https://vores-plan.dk:x@evil.example/' }, 'linkNotHttps'],
		['link', { link: 'https://:vores-plan.dk@evil.example/' }, 'linkNotHttps'],
		['link', { link: 'javascript:alert(1)' }, 'linkNotHttps'],
		['link', { link: 'https://maps.app.goo.gl/x1' }, 'linkIsMap'],
		['link', { link: 'https://www.google.dk/maps/place/Birkevej+1' }, 'linkIsMap'],
		['link', { link: 'www.krak.dk/birkevej' }, 'linkIsMap'],
		['link', { link: 'https://www.openstreetmap.org' }, 'linkIsMap'],
		['asked', { asked: [] }, 'nobodyAsked'],
		['reasons', { people: [id('3')], reasons: ['o'.repeat(201)] }, 'reasonTooLong'],
	])('%s of %o is refused', (field, change, key) => {
		expect(errors(change)).toEqual({
			[field]: expect.stringMatching(new RegExp(`^(meetings|calling):error\\.${key}$`)) as string,
		});
	});

	test('days, times and links are understood as people write them', () => {
		const written = { date: '1/12-2026', start: 'kl. 9', end: 'Kl 10.15' };
		const read = { date: '2026-12-01', start: '09:00', end: '10:15' };
		expect(v.parse(ProposeMeeting(now), { ...said, ...written })).toMatchObject(read);
		for (const link of ['Https://video.example/1', 'HTTPS://video.example/1', 'video.example/1']) {
			expect(v.parse(ProposeMeeting(now), { ...said, link }).link).toBe('https://video.example/1');
		}
	});

	test('limits are inclusive, and a link is enough', () => {
		expect(errors({ date: '2029-11-22' })).toEqual({});
		expect(errors({ purpose: 'o'.repeat(500), place: 'o'.repeat(300) })).toEqual({});
		for (const link of [
			'https://video.example/1',
			'https://mapsvideo.example/krak.dk',
			'https://meet.google.com/maps-of-us',
		])
			expect(errors({ place: '', link })).toEqual({});
	});

	test('today is the day in Denmark, also when it is another day elsewhere', () => {
		const justAfterMidnight = new Date('2026-11-22T23:30:00Z');
		expect(errors({ date: '2026-11-22' }, justAfterMidnight)).toEqual({ date: 'calling:error.datePast' });
		expect(errors({ date: '2026-11-23' }, justAfterMidnight)).toEqual({});
	});

	test('everything that is wrong is said at once', () => {
		expect(errors({ purpose: '', date: '', start: '16:00', place: '', asked: [] })).toEqual({
			purpose: 'calling:error.purposeMissing',
			date: 'calling:error.dateMissing',
			place: 'meetings:error.nowhere',
			asked: 'calling:error.nobodyAsked',
		});
	});
});

test('each who is asked gets the reason beside them, and nobody is asked twice', () => {
	const meeting = v.parse(ProposeMeeting(now), {
		...said,
		asked: [id('4'), id('3'), id('4')],
		people: [id('3'), id('5'), id('4')],
		// A form gives an empty field as undefined.
		reasons: [undefined, 'ikke spurgt', ' Noahs lærer '],
	});
	expect(askedOf(meeting)).toEqual([
		{ person: id('4'), reason: 'Noahs lærer' },
		{ person: id('3'), reason: null },
	]);
});

test('in a form, a reason left empty is no reason and no mistake', () => {
	const form = new FormData();
	for (const [name, value] of Object.entries(said)) {
		for (const one of [value].flat()) form.append(name, one);
	}
	for (const [person, reason] of [
		[id('3'), ''],
		[id('4'), 'Noahs lærer'],
	] as const) {
		form.append('people', person);
		form.append('reasons', reason);
	}
	const read = readBy(ProposeMeeting(now), typedOf(entriesOf(form)));
	expect(read).toMatchObject({ input: { reasons: ['', 'Noahs lærer'], asked: [id('3')] } });
});
