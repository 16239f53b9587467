import { expect, test } from 'vitest';
import { told, type Clash } from './occupied';

const meeting = { startsAt: '2026-10-25T00:30:00Z', endsAt: '2026-10-25T01:30:00Z' };
const known: Clash = { person: 'a', meeting };
const hidden = (person: string): Clash => ({ person, meeting: null });

test('that somebody is occupied is said where nothing more may be known', () => {
	expect(told([known, hidden('b')])).toEqual([known, hidden('b')]);
	expect(told([hidden('a'), known])).toEqual([known]);
	expect(told([known, { ...known }, hidden('b')])).toHaveLength(3);
	expect(told([])).toEqual([]);
});
