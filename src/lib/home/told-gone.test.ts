/** Who has left, and who is something else now. */
import { expect, test } from 'vitest';
import { createTexts } from '$lib/i18n/i18n';
import { messagesOf } from '$lib/i18n/messages.server';
import { told } from './told';
import { newcomer, nothing } from './told.samples';

const danish = await createTexts('da', messagesOf('da', ['agreed']));
/** Somebody who has left the team. */
const left = (name: string, more = {}) => ({ ...newcomer(name, null), kind: 'left_team' as const, ...more });
const inDanish = (...of: Parameters<typeof told>[1]) => told(nothing, of, danish);

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
	const leftOf = (name: string, familyId: string) => ({
		...newcomer(name, null, { familyId }),
		kind: 'left_team' as const,
	});
	const whose = (ids: string[]) => ids.join('+');
	expect(told({ ...nothing, whose }, [leftOf('Jonas', 'bak'), leftOf('Hanne', 'bak')], danish)).toMatchObject(
		[{ key: 'home:gone.plain', whose: 'bak' }],
	);
	expect(
		told({ ...nothing, whose }, [leftOf('Jonas', 'bak'), leftOf('Jonas', 'holm')], danish),
	).toMatchObject([{ key: 'home:gone.plain', whose: 'bak+holm' }]);
});

test('a child that is out of another home is told of as in the log, and who stood for it', () => {
	const of = (kind: 'left_elsewhere' | 'parent_left_elsewhere', more = {}) => ({
		...newcomer('Noah', 'relative'),
		kind,
		elsewhere: 'Familien Holm',
		...more,
	});
	const values = { names: 'Noah', date: '24. november 2026', elsewhere: 'Familien Holm' };
	expect(inDanish(of('left_elsewhere'))).toEqual([
		{ key: 'home:leftElsewhere.plain', values, href: '/team#arrived' },
	]);
	expect(
		inDanish(of('left_elsewhere', { byName: 'Thomas' }), of('parent_left_elsewhere', { byName: 'Pia' })),
	).toMatchObject([
		{ key: 'home:leftElsewhere.by', values: { ...values, by: 'Thomas' } },
		{ key: 'home:parentLeftElsewhere.by', values: { ...values, by: 'Pia' } },
	]);
	expect(inDanish(of('left_elsewhere', { byThemselves: true }))).toMatchObject([
		{ key: 'home:leftElsewhere.self', values },
	]);
	// Of two other homes each is said.
	expect(inDanish(of('left_elsewhere'), of('left_elsewhere', { elsewhere: 'Familien Dal' }))).toMatchObject([
		{ values },
		{ values: { elsewhere: 'Familien Dal' } },
	]);
});

test('a child that is out reads whom at home it can ask, and not why', () => {
	const said = (asks: string[]) =>
		told({ ...nothing, outAsChild: { of: ['Familien Holm'], asks } }, [], danish);
	expect(said(['Jesper', 'Ida'])).toEqual([
		{
			key: 'home:left.meChild',
			values: { family: 'Familien Holm', app: 'Vores Plan', names: 'Jesper og Ida' },
			href: '/me',
		},
	]);
	expect(said([])).toMatchObject([{ key: 'home:left.meChildAlone' }]);
});
