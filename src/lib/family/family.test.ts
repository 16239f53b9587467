import { expect, test } from 'vitest';
import { adultsBeside, isYoungChild, roleWord } from './family';

test('what somebody is called and who answers together with a parent follow from relation and age', () => {
	expect(roleWord({ role: 'child', stage: 'young_person' })).toBe('young_person');
	expect(roleWord({ role: 'child', stage: 'adult' })).toBe('grown_child');
	expect(roleWord({ role: 'relative', stage: 'young_person' })).toBe('relative');
	expect(isYoungChild({ role: 'child', stage: 'child' })).toBe(true);
	expect(isYoungChild({ role: 'child', stage: 'young_person' })).toBe(false);
	expect(isYoungChild({ role: 'relative', stage: 'child' })).toBe(false);
});

test('a parent under 18 leaves it to the parents who are adults, where there are any', () => {
	const young = { id: 'young', role: 'parent', stage: 'young_person' } as const;
	const adult = { id: 'adult', role: 'parent', stage: 'adult' } as const;
	const aunt = { id: 'aunt', role: 'relative', stage: 'adult' } as const;
	const child = { id: 'child', role: 'child', stage: 'young_person' } as const;
	const home = [young, adult, aunt, child];
	expect(adultsBeside('young', home)).toEqual([adult]);
	expect(adultsBeside('young', [young, { ...young, id: 'other' }, aunt]), 'nobody else can').toEqual([]);
	for (const who of ['adult', 'aunt', 'child', 'stranger']) expect(adultsBeside(who, home), who).toEqual([]);
});
