import { expect, test } from 'vitest';
import {
	asksForYes,
	isSettled,
	changedParts,
	fromTeam,
	isAtMeeting,
	planAt,
	sayingYes,
	yesOf,
	type Difference,
	type Version,
} from './agreed';

const version: Version = {
	id: 'v1',
	familyId: 'holm',
	number: 1,
	agreedAt: '2026-11-12T15:30:00+00:00',
	agreedBy: { id: 'amira', name: 'Amira' },
	meeting: { id: 'm1', startsAt: '2026-11-12T13:30:00+00:00', endsAt: '2026-11-12T14:45:00+00:00' },
	present: [
		{ id: 'emil', name: 'Emil', voice: 'family' },
		{ id: 'mette', name: 'Mette', voice: 'team' },
	],
	yes: [{ id: 'emil', name: 'Emil', saidAt: '2026-11-13T15:30:00+00:00' }],
};

test('at the meeting is on its day in Denmark; later is after it', () => {
	expect(isAtMeeting(version)).toBe(true);
	expect(isAtMeeting({ ...version, agreedAt: '2026-11-12T22:59:00+00:00' })).toBe(true);
	expect(isAtMeeting({ ...version, agreedAt: '2026-11-12T23:00:00+00:00' })).toBe(false);
	expect(isAtMeeting({ ...version, meeting: null })).toBe(false);
});

test('the parent who agreed says yes first, also when they have been erased', () => {
	expect(sayingYes(version).map(({ name }) => name)).toEqual(['Amira', 'Emil']);
	expect(sayingYes({ ...version, agreedBy: null })[0]).toEqual({
		id: null,
		name: null,
		saidAt: version.agreedAt,
	});
	expect(['amira', 'emil', 'mette'].map((id) => yesOf(version, id))).toEqual([
		version.agreedAt,
		version.yes[0]!.saidAt,
		null,
	]);
	expect(fromTeam(version).map(({ name }) => name)).toEqual(['Mette']);
});

test('a plan is settled while nothing is different from what was agreed, and nothing done since', () => {
	expect(isSettled(undefined)).toBe(false);
	expect(isSettled({ version, changed: 0, walked: 0 })).toBe(true);
	expect(isSettled({ version, changed: 1, walked: 0 })).toBe(false);
	expect(isSettled({ version, changed: 0, walked: 1 })).toBe(false);
});

test('what is said in another way, part by part', () => {
	const then = { words: 'Ro', sign: null, dueOn: '2026-12-01', area: 'health' } as const;
	const changed = (now: Partial<Difference['now']>) => changedParts({ then, now: { ...then, ...now } });
	expect(changed({})).toEqual([]);
	expect(changed({ words: 'Mere ro' })).toEqual(['words']);
	expect(changed({ sign: 'Vi sover', dueOn: null, area: null })).toEqual(['sign', 'dueOn', 'area']);
});

test('a plan may be agreed from the moment a meeting begins, for 30 days', () => {
	const meeting = { startsAt: '2026-11-01T10:00:00Z', cancelledAt: null };
	const at = (now: string, more = {}) => planAt({ ...meeting, ...more }, null, new Date(now));
	expect(at('2026-11-01T09:59:59Z')).toBe(null);
	expect(at('2026-11-01T10:00:00Z')).toBe('may_be_agreed');
	expect(at('2026-12-01T09:59:59Z')).toBe('may_be_agreed');
	expect(at('2026-12-01T10:00:00Z')).toBe(null);
	expect(at('2026-11-02T10:00:00Z', { cancelledAt: '2026-10-30T10:00:00Z' })).toBe(null);
	// 23.30 in Denmark is the same day; half an hour later it is not.
	const there = (agreedAt: string) => planAt(meeting, { id: 'last', agreedAt }, new Date('2027-11-01'));
	expect(there('2026-11-01T22:30:00Z')).toEqual({ agreed: 'last', later: null });
	expect(there('2026-11-01T23:00:00Z')).toEqual({ agreed: 'last', later: '2026-11-01T23:00:00Z' });
});

test('a yes is asked for of whoever may give it, once, to the newest version of an open plan', () => {
	const asked = { me: 'pia', newest: 'v1', isOpen: true, speaksAlone: true };
	expect(asksForYes(version, asked)).toBe(true);
	for (const not of [{ me: 'emil' }, { newest: 'v2' }, { isOpen: false }, { speaksAlone: false }]) {
		expect(asksForYes(version, { ...asked, ...not }), JSON.stringify(not)).toBe(false);
	}
});
