/** A meeting to which nobody from the team comes any more: said to the lead before, and to the family where it looks first. */
import { expect, test } from 'vitest';
import { house, wordsOf } from './house.ts';

const bak = '00000000-0000-7000-8002-00000000000b';
const office = `/office/families/${bak}`;
const { page, post } = house('nobody comes');

test('the lead reads to how many meetings somebody is asked, and where nobody else would come', async () => {
	const before = await page(office, 'project-lead');
	expect(wordsOf(before)).toMatch(/Hanne Juul er med i et møde, der ikke er holdt endnu\. Så kan Hanne/);
	const out = async () => {
		const html = await page(office, 'project-lead');
		const form = /\?\/leave"[\s\S]*?name="id" value="([\da-f-]{36})"/.exec(html)![1]!;
		return post(`${office}?/leave`, 'project-lead', { id: form });
	};
	expect(wordsOf(await page('/home', 'other-parent'))).not.toContain('ingen fra teamet');
	expect((await out()).status).toBe(303);
	expect(wordsOf(await page(office, 'project-lead'))).toMatch(
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
