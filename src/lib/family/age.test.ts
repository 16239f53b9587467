import { expect, test } from 'vitest';
import { danishDay } from '$lib/i18n/format';
import { ageOn, speaksAloneOn, stageOn } from './age';

test.each([
	['2014-05-03', '2027-05-02', 12],
	['2014-05-03', '2027-05-03', 13],
	['2012-02-29', '2025-02-28', 12],
	['2012-02-29', '2025-03-01', 13],
	['2012-12-31', '2025-01-01', 12],
])('born on %s one is on %s %i years old', (born, day, age) => {
	expect(ageOn(born, day)).toBe(age);
});

test.each([
	['child', '2014-05-03', '2027-05-02', 'child'],
	['child', '2014-05-03', '2027-05-03', 'young_person'],
	['child', '2009-05-03', '2027-05-02', 'young_person'],
	['child', '2009-05-03', '2027-05-03', 'adult'],
	['child', '2016-02-29', '2029-02-28', 'child'],
	['child', '2016-02-29', '2029-03-01', 'young_person'],
	['child', '2008-02-29', '2026-02-28', 'young_person'],
	['child', '2008-02-29', '2026-03-01', 'adult'],
	['relative', '2010-05-03', '2027-05-03', 'young_person'],
	['parent', '1985-05-03', '2027-05-03', 'adult'],
	['child', null, '2027-05-03', 'young_person'],
	['relative', null, '2027-05-03', 'adult'],
] as const)('a %s born on %s is on %s: %s', (role, born, day, stage) => {
	expect(stageOn(role, born, day)).toBe(stage);
});

test.each([
	// The nights when the clocks change, and an evening when the day in Denmark is tomorrow's.
	['2014-03-28', '2027-03-27T22:59:59Z', 12],
	['2014-03-28', '2027-03-27T23:00:00Z', 13],
	['2014-10-31', '2027-10-30T21:59:59Z', 12],
	['2014-10-31', '2027-10-30T22:00:00Z', 13],
	['2014-11-01', '2027-10-31T22:59:59Z', 12],
	['2014-11-01', '2027-10-31T23:00:00Z', 13],
	['2014-01-02', '2027-01-01T23:30:00Z', 13],
])('born on %s one is at %s %i years old', (born, moment, age) => {
	expect(ageOn(born, danishDay(new Date(moment)))).toBe(age);
});

test.each([
	['child', '2011-11-27', false],
	['child', '2011-11-26', true],
	['relative', '2012-01-01', false],
	['child', null, false],
	['relative', null, true],
] as const)('a %s born on %s speaks alone, from the day of 15: %s', (role, born, alone) => {
	expect(speaksAloneOn(role, born, '2026-11-26')).toBe(alone);
});
