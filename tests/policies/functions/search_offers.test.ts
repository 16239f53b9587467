/** The catalogue searched: what is found is what row security shows the person anyway. */
import { expect, idOf, on } from '../stage.ts';

const search = (words: string, more = '') => `select id from search_offers('${words}'${more})`;
const found = (...names: string[]) => names.map((name) => ({ id: idOf(name) }));

on('anybody who is signed in', async ({ allowed }) => {
	expect(await allowed(search('lektier'))).toHaveLength(14);
});

on(
	"families find what holds in their municipality, and neither stale, retired nor others' offers",
	async ({ as }) => {
		for (const who of ['parent', 'child', 'other-parent', 'stranger-parent'] as const) {
			expect(await as(who, search('lektiecafé')), who).toEqual(found('fresh offer'));
		}
		expect(await as('former-partner', search('lektiecafé'))).toEqual([]);
		expect(await as('former-nurse', search('lektiecafé'))).toEqual([]);
	},
);

on('professionals find what they can suggest: what families may see', async ({ as }) => {
	expect(await as('teacher', search('lektiecafé'))).toEqual(found('fresh offer'));
	expect(await as('project-lead', search('lektiecafé'))).toEqual(found('fresh offer'));
	expect(await as('stranger-coordinator', search('lektiecafé'))).toEqual(found('far offer'));
});

on('inflections, misspellings, and no words at all', async ({ as }) => {
	expect(await as('parent', search('lektie'))).toEqual(found('fresh offer'));
	expect(await as('parent', search('lektiekafe'))).toEqual(found('fresh offer'));
	expect(await as('parent', search('svævebane'))).toEqual([]);
	expect(await as('parent', search(''))).toHaveLength(2);
});

on('area, age and town narrow it', async ({ as, owner }) => {
	await owner(
		`update offer set age_from = 10, age_to = 13, life_areas = '{school}' where id = '@fresh offer'`,
	);
	expect(await as('parent', search('', `, 'school'`))).toEqual(found('fresh offer'));
	expect(await as('parent', search('lektiecafé', ', null, 14'))).toEqual([]);
	expect(await as('parent', search('lektiecafé', ', null, 13'))).toEqual(found('fresh offer'));
	expect(await as('parent', search('', `, null, null, 'sydby'`))).toEqual([]);
	expect(await as('parent', search('', `, null, null, 'NORD'`))).toHaveLength(2);
});

on('words with quotes, operators and percent signs are only words', async ({ refusal }) => {
	for (const words of ["''", '%', '"', '-', ' & | ! ', 'a or', '(((']) {
		expect(await refusal('parent', search(words.replaceAll("'", "''"))), words).toBeNull();
	}
});
