/** Who has come and who waits, and what is asked of the family. */
import { expect, test } from 'vitest';
import { createTexts } from '$lib/i18n/i18n';
import { messagesOf } from '$lib/i18n/messages.server';
import { readFileSync } from 'node:fs';
import { inOneCard, told } from './told';
import { newcomer, nothing } from './told.samples';

const danish = await createTexts('da', messagesOf('da', ['agreed']));
const inDanish = (...of: Parameters<typeof told>[1]) => told(nothing, of, danish);

test('a child that has one more home is told apart from who has come', () => {
	const noah = { ...newcomer('Noah', 'relative'), kind: 'joined_elsewhere' as const };
	expect(inDanish(noah)).toEqual([
		{ key: 'home:joined.elsewhere', values: { names: 'Noah' }, href: '/team#arrived' },
	]);
});

test.each([
	['parent_elsewhere', 'home:joined.parentElsewhere'],
	['birth_corrected', 'home:joined.birth'],
] as const)('of a child it is told: %s', (kind, key) => {
	expect(inDanish({ ...newcomer('Noah', 'relative'), kind })).toEqual([
		{ key, values: { names: 'Noah' }, href: '/team#arrived' },
	]);
});

test('whose date of birth it is, is told as theirs', () => {
	const emil = { ...newcomer('Emil', 'relative', { isMe: true }), kind: 'birth_corrected' as const };
	expect(inDanish(emil, { ...emil, name: 'Noah', isMe: false })).toMatchObject([
		{ key: 'home:joined.birth', values: { names: 'Noah' } },
		{ key: 'home:joined.myBirth' },
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

test('of one who came it is said who saw to it, where a no can be said', () => {
	const pia = newcomer('Pia', null, { mayRefuse: true, byName: 'Thomas' });
	expect(inDanish(newcomer('Nina', 'relative', { mayRefuse: true, byName: 'Mette' }), pia)).toMatchObject([
		{ key: 'home:joined.familyBy', values: { names: 'Nina', by: 'Mette' } },
		{ key: 'home:joined.teamBy', values: { names: 'Pia', by: 'Thomas' } },
	]);
	expect(inDanish({ ...pia, byThemselves: true })).toMatchObject([{ key: 'home:joined.teamAsk' }]);
	expect(inDanish(pia, { ...pia, name: 'Ole' })).toMatchObject([
		{ key: 'home:joined.teamAsk', values: { names: 'Pia og Ole' } },
	]);
});

test('who waits is named, with who invited them, and comes before who came; each leads to where the answer is given', () => {
	const four = ['A', 'B', 'C', 'D'].map((name) => newcomer(name, 'relative'));
	const waiting = { of: 1, names: ['Nina'], by: 'Mette' };
	expect(told({ ...nothing, waiting }, four, danish)).toEqual([
		{ key: 'home:waiting.by', values: { names: 'Nina', by: 'Mette' }, href: '/team#waiting' },
		{ key: 'home:arrived', values: { names: 'A, B, C og D' }, href: '/team#arrived' },
	]);
	expect(told({ ...nothing, waiting: { ...waiting, by: null } }, [], danish)).toMatchObject([
		{ key: 'home:waiting.plain', values: { names: 'Nina' } },
	]);
	const many = { of: 12, names: ['A', 'B', 'C', 'D', 'E'], by: 'Mette' };
	expect(told({ ...nothing, waiting: many }, [], danish)).toMatchObject([
		{ key: 'home:waiting.plain', values: { names: 'A, B, C, D og 8 andre' } },
	]);
	expect(told(nothing, [], danish)).toEqual([]);
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
	expect(namesOf(left('Jonas'), left('Hanne'), left('Jonas', 'bak'))).toMatchObject([
		{ names: 'Jonas og Hanne' },
	]);
	// Of one it is said how they left, also of one whom both homes name.
	expect(inDanish(left('Jonas'), left('Jonas', 'bak'))).toMatchObject([{ key: 'home:gone.plain' }]);
	expect(namesOf(newcomer('Pia', null), newcomer('Pia', null, { familyId: 'bak' }))).toEqual([
		{ names: 'Pia' },
	]);
	const many = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => left(name));
	expect(namesOf(...many)).toMatchObject([{ names: 'A, B, C, D og 3 andre' }]);
	// The other home has no coordinator now.
	expect(
		told({ ...nothing, toChoose: ['bak'] }, [left('Jonas'), left('Jonas', 'bak')], danish).map(
			({ key }) => key,
		),
	).toEqual(['home:gone.plain', 'home:gone.choose']);
});

test('who has said yes to somebody is told that they have come, and not asked again', () => {
	const ida = newcomer('Ida', 'relative', { mayRefuse: true, byName: 'Thomas', iAgreed: true });
	expect(inDanish(ida)).toMatchObject([{ key: 'home:joined.family', values: { names: 'Ida' } }]);
	expect(inDanish(ida, newcomer('Ole', 'relative', { mayRefuse: true }))).toMatchObject([
		{ key: 'home:joined.familyAsk', values: { names: 'Ida og Ole' } },
	]);
});

test('in one card what is asked comes first, and all of it; of the rest so much that there are three', () => {
	const lines = ['left.self', 'joined.first', 'became', 'gone.self', 'agreed'].map((key) => ({
		key: `home:${key}`,
	}));
	const keys = (of: typeof lines) => inOneCard(of).lines.map(({ key }) => key.slice(5));
	expect(keys(lines)).toEqual(['joined.first', 'agreed', 'left.self']);
	expect(inOneCard(lines).isCut).toBe(true);
	expect(inOneCard(lines.slice(0, 3)).isCut).toBe(false);
	const asked = [
		'agreed',
		'waiting.by',
		'joined.birth',
		'cancelled',
		'cancelledBy',
		'cancelledMany',
		'left.me',
		'left.meChild',
	];
	expect(keys([{ key: 'home:became' }, ...asked.map((key) => ({ key: `home:${key}` }))])).toEqual(asked);
});

test('whatever is asked on Home comes first', () => {
	const words = JSON.parse(readFileSync('src/lib/i18n/locales/da/home.json', 'utf8')) as Record<
		string,
		object
	>;
	const asks = (of: object, path: string): string[] =>
		Object.entries(of).flatMap(([key, text]: [string, unknown]) =>
			typeof text === 'object'
				? asks(text!, `${path}${key}.`)
				: /\?$/.test(String(text))
					? [`${path}${key}`]
					: [],
		);
	const told = ['waiting', 'joined', 'gone', 'left'].flatMap((key) => asks(words[key]!, `home:${key}.`));
	for (const key of [...told, 'home:arrived', 'home:agreed'])
		expect(inOneCard([...Array(3).fill({ key: 'home:became' }), { key }]).lines[0], key).toEqual({ key });
});
