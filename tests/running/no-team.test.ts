/**
 * A family whose team is not there is not told to do anything with it; and a meeting to which nobody from the team comes
 * any more is said to the lead before, and to the family where it looks first.
 */
import { expect, test } from 'vitest';
import { house, wordsOf } from './house.ts';

const { page, post } = house('no team');
const office = (family: string) => `/office/families/00000000-0000-7000-8002-00000000000${family}`;
const [holm, bak] = [office('a'), office('b')];

test('nobody is told to choose among nobody, where the way to the team is shown', async () => {
	const more = async (persona: string) => wordsOf(await page('/more', persona));
	expect(await more('parent')).toContain('vælg jeres koordinator');
	const leaving = /<form[^>]*\?\/leave"[\s\S]*?name="id" value="([\da-f-]{36})"/g;
	const places = [...(await page(holm, 'project-lead')).matchAll(leaving)].map(([, id]) => id!);
	expect(places.length).toBeGreaterThan(2);
	for (const id of places) expect((await post(`${holm}?/leave`, 'project-lead', { id })).status).toBe(303);
	for (const persona of ['parent', 'young-person']) {
		expect(await more(persona)).toContain('de, der skal hjælpe jer, så snart de er med');
		expect(await more(persona)).not.toMatch(/vælg jeres koordinator|hvem der hjælper jer/);
	}
});

test('the lead reads to how many meetings somebody is asked, and where nobody else would come', async () => {
	const before = await page(bak, 'project-lead');
	expect(wordsOf(before)).toMatch(/Hanne Juul er med i et møde, der ikke er holdt endnu\. Så kan Hanne/);
	const out = async () => {
		const html = await page(bak, 'project-lead');
		const form = /\?\/leave"[\s\S]*?name="id" value="([\da-f-]{36})"/.exec(html)![1]!;
		return post(`${bak}?/leave`, 'project-lead', { id: form });
	};
	expect(wordsOf(await page('/home', 'other-parent'))).not.toContain('ingen fra teamet');
	expect((await out()).status).toBe(303);
	expect(wordsOf(await page(bak, 'project-lead'))).toMatch(
		/er med i et møde, der ikke er holdt endnu\. Kommende møder, hvor .+ er den eneste fra teamet: 1\. Aftal først/,
	);
	expect((await out()).status).toBe(303);
});

test('the family reads it on the card of the meeting and on top of its page, with whom to call', async () => {
	const home = await page('/home', 'other-parent');
	expect(wordsOf(home)).toMatch(/Det næste, der sker .+ Formøde .+ Der er ingen fra teamet med nu/);
	const meeting = /href="(\/meetings\/[\da-f-]{36})"/.exec(home)![1]!;
	expect(wordsOf(await page(meeting, 'other-parent'))).toMatch(
		/Formøde Der er ingen fra teamet med nu\. Hanne Juul og Jonas Lund er ikke med mere\. Ring til kommunen, og hør, om mødet bliver til noget\. Ring til Egelund Kommune: 00 00 00 13/,
	);
	expect(wordsOf(await page('/meetings', 'other-parent'))).toContain('Der er ingen fra teamet med nu');
});
