import { expect, test } from 'vitest';
import type { MemberRole, Stage } from '$lib/family/age';
import { stillTheirs, whyNotAlone } from './leaving';

const one = (id: string, role: MemberRole, stage: Stage = 'adult', familyId = 'here') => ({
	id,
	role,
	stage,
	familyId,
});

test.each([
	['beside another parent', [one('me', 'parent'), one('b', 'parent'), one('c', 'child', 'child')], null],
	[
		'the only parent of a child',
		[one('me', 'parent'), one('b', 'relative'), one('c', 'child', 'child')],
		'only',
	],
	['beside a parent of 17', [one('me', 'parent'), one('b', 'parent', 'young_person')], 'only'],
	['among adults', [one('me', 'parent'), one('c', 'child')], null],
	['the last of all', [one('me', 'parent')], 'last'],
	[
		'a relative beside a parent',
		[one('me', 'relative'), one('b', 'parent'), one('c', 'child', 'child')],
		null,
	],
	[
		'the only adult beside a young parent',
		[one('me', 'relative'), one('b', 'parent', 'young_person')],
		'only',
	],
	['a grown child', [one('me', 'child'), one('b', 'parent')], null],
	['a grown child beside a smaller one', [one('me', 'child'), one('b', 'child', 'child')], 'only'],
	['a grown child among siblings', [one('me', 'child'), one('b', 'child'), one('c', 'child', 'child')], null],
	['a grown child, the last of all', [one('me', 'child')], 'last'],
	['who is 16', [one('me', 'parent', 'young_person'), one('b', 'parent')], 'young'],
	['a child', [one('me', 'child', 'child'), one('b', 'parent')], 'young'],
] as const)('%s', (_, everybody, why) => expect(whyNotAlone('me', everybody)).toBe(why));

test('who has a child in another home too goes on seeing what is about it', () => {
	const everybody = [
		one('me', 'parent'),
		one('noah', 'child', 'child'),
		one('emil', 'child', 'young_person'),
		one('me', 'parent', 'adult', 'there'),
		one('noah', 'child', 'child', 'there'),
		one('ida', 'child', 'child', 'there'),
	];
	const ids = (households: string[]) => stillTheirs('here', households, everybody).map(({ id }) => id);
	expect(ids(['here', 'there'])).toEqual(['noah']);
	expect(ids(['here'])).toEqual([]);
});
