import { expect, test } from 'vitest';
import { told } from './told';

const newcomer = (name: string, memberRole: 'parent' | 'relative' | null, more = {}) => ({
	name,
	kind: memberRole ? ('joined' as const) : ('joined_team' as const),
	profession: memberRole ? null : 'Lærer',
	wasFirst: false,
	mayRefuse: false,
	...more,
});
const inDanish = (...of: ReturnType<typeof newcomer>[]) => told(0, of, 'da');

test('family and team are told apart, and who may say no is asked', () => {
	expect(
		inDanish(newcomer('Nina', 'relative', { mayRefuse: true }), newcomer('Pia', null), newcomer('Ole', null)),
	).toEqual([
		{ key: 'home:joined.familyAsk', values: { names: 'Nina' }, href: '/team#arrived' },
		{ key: 'home:joined.team', values: { names: 'Pia og Ole' }, href: '/team#arrived' },
	]);
});

test('the first of the family was there before, and has not just come', () => {
	expect(inDanish(newcomer('Amira', 'parent', { wasFirst: true, mayRefuse: false }))).toEqual([
		{ key: 'home:joined.first', values: { names: 'Amira' }, href: '/team#arrived' },
	]);
});

test('more than three are counted, and who waits comes before them; each leads to where the answer is given', () => {
	const four = ['A', 'B', 'C', 'D'].map((name) => newcomer(name, 'relative'));
	expect(told(2, four, 'da')).toEqual([
		{ key: 'home:waiting', values: { count: 2 }, href: '/team#waiting' },
		{ key: 'home:arrived', values: { count: 4 }, href: '/team#arrived' },
	]);
	expect(told(0, [], 'da')).toEqual([]);
});

test('who is something else now, and who has left, are told too', () => {
	const became = (name: string) => ({
		...newcomer(name, null),
		kind: 'new_profession' as const,
		profession: 'Psykolog',
	});
	const href = '/team#arrived';
	expect(told(0, [became('Jonas')], 'da')).toEqual([
		{ key: 'home:became', values: { names: 'Jonas', profession: 'psykolog' }, href },
	]);
	expect(
		told(0, [became('Jonas'), { ...newcomer('Pia', null), kind: 'left_team' }, became('Mette')], 'da'),
	).toEqual([
		{ key: 'home:becameSeveral', values: { names: 'Jonas og Mette' }, href },
		{ key: 'home:gone', values: { names: 'Pia' }, href },
	]);
});
