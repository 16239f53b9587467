/** A family whose team is not there yet is not told to do anything with it. */
import { expect, test } from 'vitest';
import { house, wordsOf } from './house.ts';

const { page, post } = house('no team');
const office = '/office/families/00000000-0000-7000-8002-00000000000a';

test('nobody is told to choose among nobody, where the way to the team is shown', async () => {
	const more = async (persona: string) => wordsOf(await page('/more', persona));
	expect(await more('parent')).toContain('vælg jeres koordinator');
	const leaving = /<form[^>]*\?\/leave"[\s\S]*?name="id" value="([\da-f-]{36})"/g;
	const places = [...(await page(office, 'project-lead')).matchAll(leaving)].map(([, id]) => id!);
	expect(places.length).toBeGreaterThan(2);
	for (const id of places) expect((await post(`${office}?/leave`, 'project-lead', { id })).status).toBe(303);
	for (const persona of ['parent', 'young-person']) {
		expect(await more(persona)).toContain('de, der skal hjælpe jer, så snart de er med');
		expect(await more(persona)).not.toMatch(/vælg jeres koordinator|hvem der hjælper jer/);
	}
});
