import { expect, test } from 'vitest';
import { createTexts } from '$lib/i18n/i18n';
import { messagesOf } from '$lib/i18n/messages.server';
import type { Version } from './agreed';
import { lineOf } from './agreed-line.server';
import { agreedWords } from './agreed-words';

const meeting = { id: 'm1', startsAt: '2026-11-12T13:30:00+00:00', endsAt: '2026-11-12T14:45:00+00:00' };
const version = (...team: (string | null)[]): Version => ({
	id: 'v1',
	familyId: 'holm',
	number: 1,
	agreedAt: '2026-11-12T15:30:00+00:00',
	agreedBy: { id: 'amira', name: 'Amira' },
	meeting: null,
	present: [
		{ id: 'emil', name: 'Emil', voice: 'family' },
		...team.map((name) => ({ id: name, name, voice: 'team' as const })),
	],
	yes: [],
});
const { t } = await createTexts('da', messagesOf('da', ['agreed', 'common']));

test.each<[Version, string]>([
	[{ ...version(), present: [] }, 'Aftalt den 12. november 2026.'],
	[version(), 'Aftalt den 12. november 2026. Emil var med.'],
	[
		{ ...version(), present: [{ id: 'amira', name: 'Amira', voice: 'family' }] },
		'Aftalt den 12. november 2026.',
	],
	[version('Mette'), 'Aftalt den 12. november 2026. Emil og Mette var med.'],
	[
		version('Mette', 'Jonas', 'Pia', 'Hanne'),
		'Aftalt den 12. november 2026. Emil, Mette, Jonas, Pia og 1 anden var med.',
	],
	[
		version('Mette', null, 'Pia', 'Hanne', 'Bent'),
		'Aftalt den 12. november 2026. Emil, Mette, En, der ikke er med i planen mere, Pia og 2 andre var med.',
	],
	// The family stands first, however they came.
	[
		{ ...version(), present: [{ id: 'mette', name: 'Mette', voice: 'team' }, ...version().present] },
		'Aftalt den 12. november 2026. Emil og Mette var med.',
	],
	[{ ...version(), meeting }, 'Aftalt den 12. november 2026 på mødet. Emil var med.'],
	[
		{ ...version('Mette'), meeting, agreedAt: '2026-11-14T15:30:00+00:00' },
		'Aftalt den 14. november 2026, efter mødet torsdag den 12. november. Emil og Mette var med.',
	],
])('%#: when it was agreed, and with whom', (agreed, words) =>
	expect(agreedWords(agreed, t, 'da', undefined)).toBe(words),
);

test('who was there is not told of themselves in the third person, and stands first', () => {
	expect(agreedWords(version('Mette'), t, 'da', 'emil')).toContain('Du og Mette var med.');
	expect(agreedWords(version('Mette'), t, 'da', 'Mette')).toContain('Du og Emil var med.');
});

test.each([
	[0, 0, 'Intet er ændret siden'],
	[1, 0, '1 ting er anderledes nu'],
	[0, 2, '2 ting er klaret siden'],
	[3, 1, '3 ting er anderledes nu · 1 ting er klaret siden'],
])('%i changed and %i walked are said as %s', async (changed, walked, since) => {
	const agreed = { version: version('Mette'), changed, walked };
	expect(await lineOf(agreed, 'da', { isOurs: true })).toEqual({
		version: 'v1',
		says: 'Aftalt den 12. november 2026. Emil og Mette var med.',
		since,
		asks: null,
	});
	expect(await lineOf(agreed, 'da', { isOurs: true, asks: true })).toMatchObject({
		asks: { title: 'Er du også enig?', action: 'Læs planen, og sig ja' },
	});
});

test('what was never agreed is said as it is read: by the family, or by others', async () => {
	const nothing = { version: null, since: null, asks: null };
	expect(await lineOf(undefined, 'da', { isOurs: true, asks: true })).toEqual({
		...nothing,
		says: t('agreed:none'),
	});
	expect(await lineOf(undefined, 'da', { isOurs: false })).toEqual({
		...nothing,
		says: t('agreed:noneTheirs'),
	});
});
