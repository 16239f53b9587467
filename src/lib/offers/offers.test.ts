import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { searchOf } from './search.server';
import { seat } from '$lib/plan/sample';
import { Suggest } from './commands.server';
import { agesOf, askedFirst, mayTieTo, nextState, offerStates, standings } from './offers';

describe('the search in the address', () => {
	test('is read as it was typed', () => {
		expect(searchOf(new URLSearchParams('words=+fodbold+&area=leisure&age=11&town=Nørreby'))).toEqual({
			words: 'fodbold',
			area: 'leisure',
			age: 11,
			town: 'Nørreby',
			isShortened: false,
			unclearAge: '',
		});
	});

	test.each(['', 'age=', 'area=', 'area=space', 'unknown=1'])(
		'what makes no sense is left out: %s',
		(address) => {
			expect(searchOf(new URLSearchParams(address))).toEqual({
				words: '',
				area: null,
				age: null,
				town: '',
				isShortened: false,
				unclearAge: '',
			});
		},
	);

	test.each(['elleve', '-1', '121', '1.5', '1e1'])(
		'an age that is none comes back as it was typed: %s',
		(age) => {
			expect(searchOf(new URLSearchParams({ age }))).toMatchObject({ age: null, unclearAge: age });
		},
	);

	test('a word that is longer than all that is taken is cut between two letters', () => {
		const { words } = searchOf(new URLSearchParams({ words: '😀'.repeat(300) }));
		expect(words).toMatch(/^(😀)+$/u);
		expect(words.isWellFormed()).toBe(true);
	});

	test('more than is looked for is shortened to whole words, and it is said', () => {
		const asked = (words: string) => {
			const { words: shown, isShortened } = searchOf(new URLSearchParams({ words }));
			return [shown, isShortened];
		};
		const fodbold = (times: number) => Array.from({ length: times }, () => 'fodbold').join(' ');
		expect(asked(fodbold(12)), '95 letters').toEqual([fodbold(12), false]);
		expect(asked(fodbold(40))).toEqual([fodbold(12), true]);
		expect(asked(`${fodbold(12)} hest`), 'exactly 100').toEqual([`${fodbold(12)} hest`, false]);
		expect(asked(`${fodbold(12)} heste`), 'no half words').toEqual([fodbold(12), true]);
		expect(asked('a '.repeat(20))).toEqual([Array.from({ length: 16 }, () => 'a').join(' '), true]);
		expect(asked('ø'.repeat(300))).toEqual(['ø'.repeat(100), true]);
		expect(asked('gæld?!')).toEqual(['gæld?!', false]);
	});
});

test.each([
	[0, 120, 'offers:age.everybody'],
	[18, 120, 'offers:age.from'],
	[4, 99, 'offers:age.from'],
	[0, 6, 'offers:age.upTo'],
	[15, 15, 'offers:age.only'],
	[6, 14, 'offers:age.between'],
])('ages %i-%i in words', (ageFrom, ageTo, key) => {
	expect(agesOf({ ageFrom, ageTo })).toEqual({ key, from: ageFrom, to: ageTo });
});

test('every state but the last leads on, and no is no dead end', () => {
	const ends = offerStates.filter((state) => nextState(state) === null);
	expect(ends).toEqual(['finished']);
	expect(nextState('not_for_us')).toBe('interested');
});

test('what a family has stands in one part of its page', () => {
	expect(Object.values(standings).flat()).toEqual(offerStates);
});

test('a suggestion has a reason, and an empty goal is no goal', () => {
	const id = '01890a5d-ac96-774b-bcce-b302099a8057';
	const suggestion = { id, family: id, offer: id, goal: '', reason: ' Noah vil gerne ' };
	expect(v.parse(Suggest, suggestion)).toMatchObject({ goal: null, reason: 'Noah vil gerne' });
	const without = v.safeParse(Suggest, { ...suggestion, reason: '  ' });
	expect(without.issues?.[0].message).toBe('offers:error.reasonMissing');
});

test.each([
	['the whole family', null, ['amira', 'gerda', 'emil', 'noah']],
	['a parent', 'amira', ['amira']],
	['a relative', 'gerda', ['gerda']],
	['a child', 'emil', ['amira', 'emil']],
	['somebody who has left', 'finn', ['amira']],
])('an offer is tied to a goal about %s by whose it is', (_, aboutId, who) => {
	const members = [
		seat('amira', 'parent', 'adult'),
		seat('gerda', 'relative', 'adult'),
		seat('emil', 'child', 'young_person'),
		seat('noah', 'child', 'child'),
	];
	const may = members.filter(({ id }) => mayTieTo(id, { familyId: 'holm', aboutId }, members));
	expect(may.map(({ id }) => id)).toEqual(who);
});

test('what is still asked stands before what is under way, and what is over last, also what is for who has left', () => {
	const one = (state: (typeof offerStates)[number], hasLeft = false) => ({ state, hasLeft });
	const [left, over, going, asked] = [
		one('suggested', true),
		one('not_for_us'),
		one('signed_up'),
		one('suggested'),
	];
	expect(askedFirst([left, over, going, asked])).toEqual([asked, going, left, over]);
});
