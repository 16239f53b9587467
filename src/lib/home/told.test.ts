import { expect, test } from 'vitest';
import { createTexts } from '$lib/i18n/i18n';
import { messagesOf } from '$lib/i18n/messages.server';
import { told } from './told';

const danish = await createTexts('da', messagesOf('da', ['agreed']));

const newcomer = (name: string, memberRole: 'parent' | 'relative' | null, more = {}) => ({
	name,
	kind: memberRole ? ('joined' as const) : ('joined_team' as const),
	profession: memberRole ? null : 'Lærer',
	wasFirst: false,
	mayRefuse: false,
	byName: null,
	byThemselves: false,
	happenedAt: '2026-11-24T10:00:00Z',
	familyId: 'holm',
	...more,
});
const nothing = { waiting: 0, toAgree: [], toChoose: [] };
const inDanish = (...of: Parameters<typeof told>[1]) => told(nothing, of, danish);

test('a child that has one more home is told apart from who has come', () => {
	const noah = { ...newcomer('Noah', 'relative'), kind: 'joined_elsewhere' as const };
	expect(inDanish(noah)).toEqual([
		{ key: 'home:joined.elsewhere', values: { names: 'Noah' }, href: '/team#arrived' },
	]);
});

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
	expect(told({ ...nothing, waiting: 2 }, four, danish)).toEqual([
		{ key: 'home:waiting', values: { count: 2 }, href: '/team#waiting' },
		{ key: 'home:arrived', values: { count: 4 }, href: '/team#arrived' },
	]);
	expect(told(nothing, [], danish)).toEqual([]);
});

test('who is something else now, and who has left, are told too', () => {
	const became = (name: string) => ({
		...newcomer(name, null),
		kind: 'new_profession' as const,
		profession: 'Psykolog',
	});
	const href = '/team#arrived';
	expect(told(nothing, [became('Jonas')], danish)).toEqual([
		{ key: 'home:became', values: { names: 'Jonas', profession: 'psykolog' }, href },
	]);
	expect(
		told(
			nothing,
			[became('Jonas'), { ...newcomer('Pia', null), kind: 'left_team' }, became('Mette')],
			danish,
		),
	).toEqual([
		{ key: 'home:becameSeveral', values: { names: 'Jonas og Mette' }, href },
		{ key: 'home:gone.plain', values: { names: 'Pia', date: '24. november 2026' }, href },
	]);
});

test('of one who left it is said when and whose choice it was, and what to do when nobody coordinates', () => {
	const left = (name: string, more = {}) => ({
		...newcomer(name, null),
		kind: 'left_team' as const,
		...more,
	});
	const date = '24. november 2026';
	const href = '/team#arrived';
	expect(told(nothing, [left('Mette', { byName: 'Mette', byThemselves: true })], danish)).toEqual([
		{ key: 'home:gone.self', values: { names: 'Mette', date }, href },
	]);
	expect(
		told({ ...nothing, toChoose: ['bak', 'holm'] }, [left('Mette', { byName: 'Thomas' })], danish),
	).toEqual([
		{ key: 'home:gone.by', values: { names: 'Mette', date, by: 'Thomas' }, href },
		{ key: 'home:gone.choose', values: {}, href: '/team/coordinator?family=holm' },
	]);
	expect(told(nothing, [left('Mette'), left('Pia')], danish)).toEqual([
		{ key: 'home:gone.several', values: { names: 'Mette og Pia' }, href },
	]);
	// Nobody left: that there is no coordinator stands where the coordinator stands.
	expect(told({ ...nothing, toChoose: ['holm'] }, [], danish)).toEqual([]);
});

test('a plan that was agreed asks for a yes, and leads to what is agreed', () => {
	expect(told({ ...nothing, toAgree: ['v1'] }, [], danish)).toEqual([
		{ key: 'home:agreed', values: {}, href: '/plan/agreed/v1' },
	]);
	expect(told({ ...nothing, toAgree: ['v1', 'v2'] }, [], danish)).toEqual([
		{ key: 'home:agreed', values: {}, href: '/plan' },
	]);
});

test('a child of two homes is told once of whom both tell, and of many the first are named', () => {
	const left = (name: string, familyId = 'holm') => ({
		...newcomer(name, null, { familyId }),
		kind: 'left_team' as const,
	});
	const namesOf = (...of: Parameters<typeof told>[1]) => inDanish(...of).map(({ values }) => values);
	expect(namesOf(left('Jonas'), left('Hanne'), left('Jonas', 'bak'))).toEqual([{ names: 'Jonas og Hanne' }]);
	// Of one it is said how they left, also of one whom both homes name.
	expect(inDanish(left('Jonas'), left('Jonas', 'bak'))).toMatchObject([{ key: 'home:gone.plain' }]);
	expect(namesOf(newcomer('Pia', null), newcomer('Pia', null, { familyId: 'bak' }))).toEqual([
		{ names: 'Pia' },
	]);
	const many = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => left(name));
	expect(namesOf(...many)).toEqual([{ names: 'A, B, C, D og 3 andre' }]);
	// The other home has no coordinator now.
	expect(
		told({ ...nothing, toChoose: ['bak'] }, [left('Jonas'), left('Jonas', 'bak')], danish).map(
			({ key }) => key,
		),
	).toEqual(['home:gone.plain', 'home:gone.choose']);
});
