import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { SaveOffer } from './commands.server';
import { freshnessOf } from './catalogue';
import { isStale } from './offers';

const today = '2027-03-01';

test.each([
	['2027-03-01', null, 'fresh'],
	['2026-05-01', null, 'fresh'],
	['2026-04-30', null, 'soon'],
	['2026-03-02', null, 'soon'],
	['2026-03-01', null, 'hidden'],
	['2026-03-01', '2027-01-01T10:00:00Z', 'retired'],
] as const)('checked %s, retired %s: %s', (verifiedOn, retiredAt, freshness) => {
	expect(freshnessOf({ verifiedOn, retiredAt }, today)).toBe(freshness);
	expect(isStale({ verifiedOn }, today)).toBe(verifiedOn === '2026-03-01');
});

describe('an offer to be saved', () => {
	const whole = {
		id: '01890a5d-ac96-774b-bcce-b302099a8057',
		drawnFrom: '0',
		title: 'Kor',
		description: 'Vi synger.',
		provider: 'Koret',
		kind: 'association',
		areas: ['leisure'],
		ageFrom: '',
		ageTo: '',
		place: 'Byen',
		contact: '00 00 00 01',
		price: ' ',
	};
	const messages = (changes: object) =>
		v.safeParse(SaveOffer, { ...whole, ...changes }).issues?.map(({ message }) => message);

	test('no age limits are for everybody, no price is none said', () => {
		expect(v.parse(SaveOffer, whole)).toMatchObject({ ageFrom: 0, ageTo: 120, price: null });
	});

	test.each([
		[{ title: ' ' }, 'office:error.titleMissing'],
		[{ kind: '' }, 'office:error.kindMissing'],
		[{ areas: [] }, 'office:error.areasMissing'],
		[{ ageFrom: '12', ageTo: '6' }, 'office:error.agesTurned'],
		[{ ageFrom: 'tolv' }, 'office:error.ageFromUnclear'],
		[{ ageTo: '121' }, 'office:error.ageToUnclear'],
		[{ contact: 'x'.repeat(201) }, 'office:error.contactTooLong'],
	])('%o', (changes, message) => {
		expect(messages(changes)).toEqual([message]);
	});
});
