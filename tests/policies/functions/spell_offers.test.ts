/** Spelling help for the catalogue: it knows the words of the offers the person may see, and no others. */
import { expect, on } from '../stage.ts';

const spell = (words: string) => `select spell_offers('${words}') as words`;

on('anybody who is signed in', async ({ allowed }) => {
	expect(await allowed(spell('fotbold'))).toHaveLength(14);
});

on('a word of the catalogue for one that resembles it', async ({ as }) => {
	expect(await as('parent', spell('fotbold'))).toEqual([{ words: 'fodbold' }]);
	expect(await as('parent', spell('fodbold'))).toEqual([{ words: null }]);
});

on('no word of an offer that has stopped, is stale, or is of another municipality', async ({ as }) => {
	for (const words of ['nedlakt', 'gammell', 'sydbyy']) {
		expect(await as('stranger-parent', spell(words)), words).toEqual([{ words: null }]);
	}
	expect(await as('stranger-coordinator', spell('sydbyy'))).toEqual([{ words: 'sydby' }]);
});

on('who sees no offers gets no help', async ({ as }) => {
	expect(await as('former-nurse', spell('fotbold'))).toEqual([{ words: null }]);
});
