/** Words as the catalogue spells them: only words of offers the person may see, and that hold. */
import { expect, on } from '../stage.ts';

const spell = (words: string) => `select spell_offers('${words}') as words`;

on('anybody who is signed in', async ({ allowed }) => {
	expect(await allowed(spell('lekteicafé'))).toHaveLength(14);
});

on('a word nobody wrote becomes the one that resembles it', async ({ as }) => {
	expect(await as('parent', spell('lektiecavé i Nordby'))).toEqual([{ words: 'lektiecafé nordby' }]);
	expect(await as('parent', spell('lektiecafe i Nordby'))).toEqual([{ words: null }]);
	expect(await as('parent', spell(''))).toEqual([{ words: null }]);
});

on('no word leaks out of offers one cannot find', async ({ as }) => {
	const [retired] = await as('parent', spell('nedlakt'));
	expect(retired).toEqual({ words: null });
	expect(await as('parent', spell('sydbye'))).toEqual([{ words: null }]);
	expect(await as('former-partner', spell('lektiecavé'))).toEqual([{ words: null }]);
});
