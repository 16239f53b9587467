/** An offer for somebody who has left is over: nobody is asked about it, and who suggested it reads why. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { people } from '../people.ts';
import { house } from './house.ts';
import { holm } from './parting/coming.ts';

const { page, post, seen } = house('offer-left');
const desk = `/families/${holm}`;
test('it ends with who left, and is kept among what is over', async () => {
	const list = await page(`${desk}/offers`, 'coordinator');
	const free = [...list.matchAll(/\/offers\/([0-9a-f-]{36})"/g)].map(([, id]) => id!).at(-1)!;
	const title = /<h1[^>]*>([^<]*)/.exec(await page(`/offers/${free}`, 'parent'))![1]!.trim();
	for (const [persona, reason] of [
		['child', 'Det kunne være noget for Noah'],
		['young-person', 'Det kunne være noget for dig'],
	] as const) {
		const suggested = await post(`${desk}/offers/${free}?/suggest`, 'coordinator', {
			_form: 'suggest',
			id: v7(),
			family: holm,
			offer: free,
			about: people[persona],
			goal: '',
			reason,
		});
		expect(suggested.status).toBe(303);
	}
	const before = (await seen('/offers', 'parent')).words;
	expect(before).toContain('Det kunne være noget for dig');
	const fields = { _form: 'out', id: v7(), name: 'Emil', role: 'child', reason: 'decided' };
	expect((await post(`/office/families/${holm}/out?/out`, 'project-lead', fields)).status).toBe(303);

	const { words, cards } = await seen('/offers', 'parent');
	expect(words).not.toContain('Det kunne være noget for dig');
	expect(words).not.toContain('Det svarer Emil');
	expect(cards.find((card) => card.includes(title) && card.includes('Ikke med her mere'))).toMatch(
		/Til Emil/,
	);
	// What is asked of Noah was suggested before, and is what is left to answer.
	const one = (await seen(`/offers/${free}`, 'parent')).words;
	expect(one).toMatch(/Til Noah.*Ikke med her mere/);
	expect(one).not.toContain('Det svarer Emil');
	for (const path of ['/offers', `/offers/${free}`])
		expect((await seen(path, 'child')).words, path).not.toContain('Ikke med her mere');

	const why = /Slut: Emil Holm er ikke med i planen mere\./;
	const theirs = (await seen(desk, 'coordinator')).words;
	expect(theirs).toMatch(why);
	expect(theirs).not.toMatch(/Foreslået, ikke svaret endnu [^.]*\. [^.]* Til Emil/);
	expect((await seen(`${desk}/offers/${free}`, 'coordinator')).words).toMatch(why);
});
