import { expect, test } from 'vitest';
import { correctsBirthUntil, type Born } from './birth';
import { isYoungChild, roleWord } from './family';

const today = '2027-05-03';
const born = (
	id: string,
	role: Born['role'],
	bornOn: string | null,
	familyId = 'holm',
	parentsUntil: string | null = null,
	ownUntil: string | null = null,
	more: Partial<Born> = {},
): Born => ({
	id,
	name: id,
	familyId,
	role,
	stage: 'adult',
	bornOn,
	parentsUntil,
	ownUntil,
	myUntil: null,
	isOpen: false,
	...more,
});
const amira = { id: 'Amira', families: [{ id: 'holm', role: 'parent' as const }] };
const inger = { id: 'Inger', families: [{ id: 'holm', role: 'relative' as const }] };
/** A child at home and a relative in another family. */
const noah = {
	id: 'Noah',
	families: [
		{ id: 'møller', role: 'relative' as const },
		{ id: 'holm', role: 'child' as const },
	],
};
const emil = { id: 'Emil', families: [{ id: 'holm', role: 'child' as const }] };

test.each([
	['one’s own from 15', emil, born('Emil', 'child', '2012-05-03'), 'always'],
	['one’s own the day before', emil, born('Emil', 'child', '2012-05-04'), null],
	['one’s own that nobody knows, as a child', emil, born('Emil', 'child', null), null],
	['one’s own that nobody knows, as an adult', amira, born('Amira', 'parent', null), 'always'],
	['that of a child of the household', amira, born('Emil', 'child', '2012-05-04'), 'always'],
	['that of a child who is 15 today', amira, born('Emil', 'child', '2012-05-03'), null],
	['one a parent made 15 by a slip', amira, born('Emil', 'child', '2012-05-03', 'holm', today), today],
	['one a parent made 15 long ago', amira, born('Emil', 'child', '2012-05-03', 'holm', '2027-05-02'), null],
	[
		'one that the other home wrote, and I was shown since',
		amira,
		born('Emil', 'child', '2012-05-03', 'holm', '2027-05-02', null, { myUntil: '2027-05-09' }),
		'2027-05-09',
	],
	[
		'the same while both may, the later day',
		amira,
		born('Emil', 'child', '2012-05-03', 'holm', '2027-05-10', null, { myUntil: '2027-05-09' }),
		'2027-05-10',
	],
	[
		'one’s own by which one parent alone made one 15',
		emil,
		born('Emil', 'child', '2012-05-03', 'holm', today, null, { isOpen: true }),
		null,
	],
	['one’s own that a parent wrote', emil, born('Emil', 'child', '2012-05-03', 'holm', today), 'always'],
	['one’s own that a parent wrote, under 15', emil, born('Emil', 'child', '2012-05-04', 'holm', today), null],
	['that of a child of another household', amira, born('Noah', 'child', '2016-01-01', 'bak'), null],
	['that of another adult', amira, born('Inger', 'relative', null), null],
	['that of a sister or brother', emil, born('Noah', 'child', '2016-01-01'), null],
	[
		'one’s own that one made under 15 by a slip',
		emil,
		born('Emil', 'child', '2019-05-03', 'holm', null, today),
		today,
	],
	['the same long ago', emil, born('Emil', 'child', '2019-05-03', 'holm', null, '2027-05-02'), null],
	['a parent’s own at 13', amira, born('Amira', 'parent', '2014-05-03'), 'always'],
	['a relative’s own at 13', inger, born('Inger', 'relative', '2014-05-03'), 'always'],
	['a child’s own as a relative elsewhere', noah, born('Noah', 'relative', '2014-05-03', 'møller'), null],
	['the same at home', noah, born('Noah', 'child', '2014-05-03'), null],
	['the same that nobody knows', noah, born('Noah', 'relative', null, 'møller'), null],
	['the same at 15', noah, born('Noah', 'relative', '2012-05-03', 'møller'), 'always'],
	['the same that one may mend', noah, born('Noah', 'relative', '2014-05-03', 'møller', null, today), today],
] as const)('%s', (_, me, member, until) => {
	expect(correctsBirthUntil(member, me, today)).toBe(until);
});

test('what somebody is called and who answers together with a parent follow from relation and age', () => {
	expect(roleWord({ role: 'child', stage: 'young_person' })).toBe('young_person');
	expect(roleWord({ role: 'child', stage: 'adult' })).toBe('grown_child');
	expect(roleWord({ role: 'relative', stage: 'young_person' })).toBe('relative');
	expect(isYoungChild({ role: 'child', stage: 'child' })).toBe(true);
	expect(isYoungChild({ role: 'child', stage: 'young_person' })).toBe(false);
	expect(isYoungChild({ role: 'relative', stage: 'child' })).toBe(false);
});
