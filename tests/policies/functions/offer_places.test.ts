/** The places of the catalogue: of those offers the person may see, each once. */
import { expect, on } from '../stage.ts';

const places = 'select offer_places() as places';

on('anybody who is signed in', async ({ allowed }) => {
	expect(await allowed(places)).toHaveLength(14);
});

on("of one's own municipality and of no other, each once, by name", async ({ as, owner }) => {
	for (const who of ['parent', 'coordinator', 'stranger-coordinator'] as const) {
		const seen = await as(who, 'select distinct place from offer where retired_at is null order by 1');
		expect(await as(who, places), who).toEqual([{ places: seen.map(({ place }) => place) }]);
	}
	const [{ places: mine } = {}] = await as('parent', places);
	const [{ places: far } = {}] = await as('stranger-coordinator', places);
	expect(mine).not.toEqual(far);
	await owner(`update offer set place = 'Samme sted'`);
	expect(await as('parent', places)).toEqual([{ places: ['Samme sted'] }]);
});

on('none to those who left', async ({ as }) => {
	expect(await as('former-partner', places)).toEqual([{ places: [] }]);
});
