import { expect, test } from 'vitest';
import { isYoungChild, roleWord } from './family';

test('what somebody is called and who answers together with a parent follow from relation and age', () => {
	expect(roleWord({ role: 'child', stage: 'young_person' })).toBe('young_person');
	expect(roleWord({ role: 'child', stage: 'adult' })).toBe('grown_child');
	expect(roleWord({ role: 'relative', stage: 'young_person' })).toBe('relative');
	expect(isYoungChild({ role: 'child', stage: 'child' })).toBe(true);
	expect(isYoungChild({ role: 'child', stage: 'young_person' })).toBe(false);
	expect(isYoungChild({ role: 'relative', stage: 'child' })).toBe(false);
});
