import { describe, expect, test } from 'vitest';
import type { MemberRole, Stage } from '$lib/family/age';
import {
	answerable,
	byDay,
	comingUp,
	endsNextDay,
	firstAhead,
	isOn,
	split,
	week,
	whoseOf,
	type Meeting,
} from './meetings';

const meeting = (id: string, startsAt: string, endsAt: string, more: Partial<Meeting> = {}): Meeting => ({
	id,
	familyId: 'holm',
	about: null,
	kind: 'network',
	purpose: 'Vi taler sammen',
	startsAt,
	endsAt,
	place: 'Skolen',
	link: null,
	isHome: false,
	isPlaceHidden: false,
	cancelledAt: null,
	canceller: null,
	heldAgain: null,
	movedFrom: null,
	placeMovedAt: null,
	revision: 0,
	attendees: [],
	...more,
});
const ids = (meetings: Meeting[]) => meetings.map(({ id }) => id);

const monday = meeting('monday', '2026-11-23T13:30:00Z', '2026-11-23T14:45:00Z');
const friday = meeting('friday', '2026-11-27T08:00:00Z', '2026-11-27T09:00:00Z');
const off = meeting('off', '2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z', {
	cancelledAt: '2026-11-20T08:00:00Z',
});
const before = meeting('before', '2026-09-01T08:00:00Z', '2026-09-01T09:00:00Z');
const longBefore = meeting('long before', '2026-05-01T08:00:00Z', '2026-05-01T09:00:00Z');
const all = [friday, before, off, monday, longBefore];

describe('ahead and over', () => {
	test('soonest first, latest first; one that is cancelled stays where it was', () => {
		const { upcoming, past } = split(all, new Date('2026-11-23T12:00:00Z'));
		expect(ids(upcoming)).toEqual(['monday', 'off', 'friday']);
		expect(ids(past)).toEqual(['before', 'long before']);
	});

	test('around the next one that is held: what is cancelled before it, and what comes later', () => {
		const from = (at: string, meetings: Meeting[]) => {
			const { cancelled, next, later } = comingUp(meetings, new Date(at));
			return [ids(cancelled), next?.id, ids(later)];
		};
		expect(from('2026-11-23T12:00:00Z', all)).toEqual([[], 'monday', ['off', 'friday']]);
		expect(from('2026-11-24T07:00:00Z', all)).toEqual([['off'], 'friday', []]);
		expect(from('2026-11-24T07:00:00Z', [off])).toEqual([['off'], undefined, []]);
		expect(from('2026-12-24T07:00:00Z', all)).toEqual([[], undefined, []]);
	});

	test('a meeting is ahead until it ends, and over the moment it does', () => {
		const at = (time: string) => ids(split([monday], new Date(`2026-11-23T${time}Z`)).upcoming);
		expect(at('14:44:59')).toEqual(['monday']);
		expect(at('14:45:00')).toEqual([]);
	});

	test('it is on from its first moment until its end, unless it is cancelled', () => {
		const on = (which: Meeting, at: string) => isOn(which, new Date(at));
		expect(on(monday, '2026-11-23T13:29:59Z')).toBe(false);
		expect(on(monday, '2026-11-23T13:30:00Z')).toBe(true);
		expect(on(monday, '2026-11-23T14:45:00Z')).toBe(false);
		expect(on(off, '2026-11-24T08:30:00Z')).toBe(false);
	});

	test('the next one is never a cancelled one', () => {
		expect(firstAhead(all, new Date('2026-11-23T15:00:00Z'))?.id).toBe('friday');
		expect(firstAhead(all, new Date('2026-12-23T15:00:00Z'))).toBeNull();
	});
});

describe('days are days in Denmark', () => {
	const late = meeting('late', '2026-11-23T22:30:00Z', '2026-11-24T00:30:00Z');
	const afterMidnight = meeting('after midnight', '2026-11-23T23:30:00Z', '2026-11-24T00:30:00Z');

	test('meetings stand under the day they begin on', () => {
		expect(byDay([monday, late, afterMidnight]).map(({ day, meetings }) => [day, ids(meetings)])).toEqual([
			['2026-11-23', ['monday', 'late']],
			['2026-11-24', ['after midnight']],
		]);
	});

	test('across midnight is said; ending at midnight is the same evening', () => {
		expect(endsNextDay(late)).toBe(true);
		expect(endsNextDay(monday)).toBe(false);
		expect(endsNextDay(meeting('till 24', '2026-11-23T21:00:00Z', '2026-11-23T23:00:00Z'))).toBe(false);
	});
});

describe('the week picture', () => {
	test('is Monday to Sunday with what is held, whichever day it is', () => {
		for (const today of ['2026-11-23', '2026-11-26', '2026-11-29']) {
			const days = week(all, today);
			expect(days.map(({ day }) => day.slice(8))).toEqual(['23', '24', '25', '26', '27', '28', '29']);
			expect(days.map(({ meetings }) => meetings)).toEqual([1, 0, 0, 0, 1, 0, 0]);
			expect(days.filter(({ isToday }) => isToday).map(({ day }) => day)).toEqual([today]);
		}
	});

	test('has seven days also when the clocks change and over New Year', () => {
		expect(week([], '2027-03-28').map(({ day }) => day)).toContain('2027-03-22');
		expect(new Set(week([], '2027-10-31').map(({ day }) => day)).size).toBe(7);
		expect(week([], '2027-01-01')[0]?.day).toBe('2026-12-28');
	});
});

describe('whose meeting it is', () => {
	const families = [{ id: 'holm', name: 'Familien Holm' }];
	const noah = { id: 'noah', name: 'Noah' };

	test('is said only where somebody has several families', () => {
		expect(whoseOf(monday, families, [])).toEqual({ kind: 'own', family: undefined });
		expect(whoseOf(monday, [...families, { id: 'bak', name: 'Familien Bak' }], [])).toEqual({
			kind: 'own',
			family: 'Familien Holm',
		});
	});

	test('tells a shared child’s other home from being asked to come', () => {
		const aboutNoah = { ...monday, familyId: 'bak', about: noah };
		expect(whoseOf(aboutNoah, families, [noah])).toEqual({ kind: 'other_home', child: 'Noah' });
		expect(whoseOf(aboutNoah, families, [])).toEqual({ kind: 'invited' });
	});
});

describe('for whom one can answer', () => {
	const member = (id: string, role: MemberRole, stage: Stage, familyId = 'holm') => ({
		id,
		name: id,
		role,
		stage,
		familyId,
	});
	const members = [
		member('Amira', 'parent', 'adult'),
		member('Emil', 'child', 'young_person'),
		member('Noah', 'child', 'child'),
	];
	const asked = (...people: string[]) => ({
		...monday,
		attendees: people.map((id) => ({
			id,
			name: id,
			profession: null,
			workplace: null,
			fromOtherHome: false,
			seesHome: false,
			reason: null,
			answer: null,
		})),
	});
	const names = (found: ReturnType<typeof answerable>) =>
		found.map(({ attendee, child }) => [attendee.id, child]);

	test('a parent for herself first, then for the children of the household who are asked; the young answer alone', () => {
		const found = answerable(asked('Emil', 'Jonas', 'Noah', 'Amira'), 'Amira', ['holm'], members);
		expect(names(found)).toEqual([
			['Amira', undefined],
			['Noah', 'Noah'],
		]);
	});

	test('nobody else for others, and not in the other home', () => {
		expect(names(answerable(asked('Emil', 'Noah'), 'Emil', [], members))).toEqual([['Emil', undefined]]);
		const ofBak = [member('Jesper', 'parent', 'adult', 'bak'), member('Noah', 'child', 'child', 'bak')];
		expect(answerable(asked('Noah'), 'Jesper', ['bak'], ofBak)).toEqual([]);
	});
});
