import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { createTexts } from '$lib/i18n/i18n';
import { messagesOf } from '$lib/i18n/messages.server';
import { inOneCard, told } from './told';

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
	isMe: false,
	reason: null,
	iAgreed: false,
	...more,
});
const nobody = { of: 0, names: [], by: null };
const nothing = { waiting: nobody, toAgree: [], toChoose: [] };
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
		{ key: 'home:gone.plain', values: { names: 'Mette og Pia', date }, href },
	]);
	// Nobody left: that there is no coordinator stands where the coordinator stands.
	expect(told({ ...nothing, toChoose: ['holm'] }, [], danish)).toEqual([]);
});

test('of several who left at once it is said of each how, when and by whom; of many ways only that they are gone', () => {
	const left = (name: string, more = {}) => ({
		...newcomer(name, null),
		kind: 'left_team' as const,
		...more,
	});
	const date = '24. november 2026';
	const [byThomas, self] = [{ byName: 'Thomas' }, { byThemselves: true }];
	const said = [left('Mette', byThomas), left('Pia', self), left('Jonas', byThomas)];
	expect(inDanish(...said)).toMatchObject([
		{ key: 'home:gone.by', values: { names: 'Mette og Jonas', date, by: 'Thomas' } },
		{ key: 'home:gone.self', values: { names: 'Pia', date } },
	]);
	// Whom both homes name is named once, though the other home knows less.
	expect(inDanish(...said, left('Mette', { familyId: 'bak' }))).toHaveLength(2);
	const days = [11, 12].map((day) => left(`D${day}`, { happenedAt: `2026-11-${day}T10:00:00Z` }));
	expect(inDanish(...said, ...days)).toMatchObject([{ key: 'home:gone.several' }]);
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

test('who was taken out of another family is told so first', () => {
	const waiting = { of: 1, names: ['Nina'], by: null };
	expect(
		told({ ...nothing, waiting, outOf: ['Familien Holm', 'Familien Bak', 'Familien Holm'] }, [], danish),
	).toMatchObject([
		{ key: 'home:left.me', values: { family: 'Familien Holm' }, href: '/me' },
		{ key: 'home:left.me', values: { family: 'Familien Bak' }, href: '/me' },
		{ key: 'home:waiting.plain' },
	]);
});

test('of one who left the family it is said how, and who took them out', () => {
	const ole = { ...newcomer('Ole', 'relative'), kind: 'left' as const };
	const by = { ...ole, byName: 'Pia' };
	const date = '24. november 2026';
	expect(inDanish({ ...by, byThemselves: true })).toEqual([
		{ key: 'home:left.self', values: { names: 'Ole', date }, href: '/team#arrived' },
	]);
	expect(inDanish(by)).toMatchObject([{ key: 'home:left.by', values: { names: 'Ole', date, by: 'Pia' } }]);
	expect(inDanish({ ...by, reason: 'decided' })).toMatchObject([{ key: 'home:left.office' }]);
	expect(inDanish(ole)).toMatchObject([{ key: 'home:left.plain', values: { names: 'Ole', date } }]);
	expect(inDanish(by, { ...by, name: 'Ida' })).toMatchObject([
		{ key: 'home:left.by', values: { names: 'Ole og Ida', date, by: 'Pia' } },
	]);
	expect(inDanish(by, { ...by, name: 'Ida', reason: 'decided' }).map(({ key }) => key)).toEqual([
		'home:left.by',
		'home:left.office',
	]);
});

test('of several families it is said of which somebody is gone', () => {
	const left = (name: string, familyId: string) => ({
		...newcomer(name, null, { familyId }),
		kind: 'left_team' as const,
	});
	const whose = (ids: string[]) => ids.join('+');
	expect(told({ ...nothing, whose }, [left('Jonas', 'bak'), left('Hanne', 'bak')], danish)).toMatchObject([
		{ key: 'home:gone.plain', whose: 'bak' },
	]);
	expect(told({ ...nothing, whose }, [left('Jonas', 'bak'), left('Jonas', 'holm')], danish)).toMatchObject([
		{ key: 'home:gone.plain', whose: 'bak+holm' },
	]);
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
	const asked = ['agreed', 'waiting.by', 'joined.birth', 'cancelled', 'left.me'];
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
