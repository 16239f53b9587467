import { expect, test } from 'vitest';
import { mayCorrectBirth, type Born } from './birth';
import { isYoungChild, roleWord } from './family';

const today = '2027-05-03';
const born = (
	id: string,
	role: Born['role'],
	bornOn: string | null,
	familyId = 'holm',
	parentsUntil: string | null = null,
): Born => ({
	id,
	name: id,
	familyId,
	role,
	stage: 'adult',
	bornOn,
	parentsUntil,
});
const amira = { id: 'Amira', families: [{ id: 'holm', role: 'parent' as const }] };
const emil = { id: 'Emil', families: [{ id: 'holm', role: 'child' as const }] };

test.each([
	['one’s own from 15', emil, born('Emil', 'child', '2012-05-03'), true],
	['one’s own the day before', emil, born('Emil', 'child', '2012-05-04'), false],
	['one’s own that nobody knows, as a child', emil, born('Emil', 'child', null), false],
	['one’s own that nobody knows, as an adult', amira, born('Amira', 'parent', null), true],
	['that of a child of the household', amira, born('Emil', 'child', '2012-05-04'), true],
	['that of a child who is 15 today', amira, born('Emil', 'child', '2012-05-03'), false],
	['one a parent made 15 by a slip', amira, born('Emil', 'child', '2012-05-03', 'holm', today), true],
	['one a parent made 15 long ago', amira, born('Emil', 'child', '2012-05-03', 'holm', '2027-05-02'), false],
	['one’s own that a parent wrote', emil, born('Emil', 'child', '2012-05-03', 'holm', today), true],
	[
		'one’s own that a parent wrote, under 15',
		emil,
		born('Emil', 'child', '2012-05-04', 'holm', today),
		false,
	],
	['that of a child of another household', amira, born('Noah', 'child', '2016-01-01', 'bak'), false],
	['that of another adult', amira, born('Inger', 'relative', null), false],
	['that of a sister or brother', emil, born('Noah', 'child', '2016-01-01'), false],
] as const)('%s', (_, me, member, may) => {
	expect(mayCorrectBirth(member, me, today)).toBe(may);
});

test('what somebody is called and who answers together with a parent follow from relation and age', () => {
	expect(roleWord({ role: 'child', stage: 'young_person' })).toBe('young_person');
	expect(roleWord({ role: 'child', stage: 'adult' })).toBe('grown_child');
	expect(roleWord({ role: 'relative', stage: 'young_person' })).toBe('relative');
	expect(isYoungChild({ role: 'child', stage: 'child' })).toBe(true);
	expect(isYoungChild({ role: 'child', stage: 'young_person' })).toBe(false);
	expect(isYoungChild({ role: 'relative', stage: 'child' })).toBe(false);
});
