/** Who of a child's other home is asked to a meeting, and what is said of what else they have. */
import { expect, test } from 'vitest';
import { people } from '../../people.ts';
import { wordsOf, type House } from '../house.ts';
import { bak, father, holm, twoHomes } from './two-homes.ts';

/** On the server of meetings.test.ts: a second one would only start again. */
export function meetingsOfTwoHomes(house: House): void {
	const { page, post, seen, refused } = house;
	const { asking, calledWith } = twoHomes(house);
	/** Of the people one can ask there: the questions they stand under, and which are ticked. */
	async function askable(path: string, persona: string) {
		const groups = [...(await page(path, persona)).matchAll(/<fieldset[\s\S]*?<\/fieldset>/g)].map(
			([html]) => html,
		);
		const of = (id: string) => groups.find((html) => html.includes(`value="${id}"`)) ?? '';
		return (id: string) => ({
			under: /<legend[^>]*>(.*?)<\/legend>/.exec(of(id))?.[1],
			says: wordsOf(of(id)),
			isTicked: new RegExp(`<input[^>]*value="${id}"[^>]*checked`).test(of(id)),
		});
	}
	test('a parent in the other home of a child can be asked, apart from the family and not ticked', async () => {
		for (const [path, persona] of [
			['/meetings/new', 'parent'],
			[`/families/${holm}/meetings/new`, 'coordinator'],
		] as const) {
			const asked = await askable(path, persona);
			expect(asked(people['other-parent'])).toMatchObject({
				under: 'Fra barnets andet hjem',
				isTicked: false,
			});
			const child = persona === 'parent' ? 'Noah' : 'Noah Holm Bak';
			expect(asked(people['other-parent']).says).toContain(`Jesper Bak Fra det andet hjem (${child})`);
			expect(asked(people.parent)).toMatchObject({ under: 'Hvem skal med?', isTicked: true });
		}
		const there = await askable('/meetings/new', 'other-parent');
		expect(there(people.parent)).toMatchObject({ under: 'Fra barnets andet hjem', isTicked: false });
		const strangers = await askable('/meetings/new', 'stranger-parent');
		expect(strangers(people['other-parent']).under).toBeUndefined();
	});

	test('they are asked to what is about the child, and see where; to nothing else, in words', async () => {
		const home = { asked: father, place: 'Lærkestien 8', home: 'yes' };
		const elsewhere = await refused('/meetings/new', 'parent', asking('1', holm, { ...home, about: '' }));
		expect(elsewhere.status).toBe(400);
		expect(elsewhere.words).toContain('Ret, hvem mødet handler om, eller hvem der er med.');
		const called = asking('2', holm, home);
		expect((await post('/meetings/new', 'parent', called)).headers.get('location')).toBe(
			`/meetings/${called.id}`,
		);
		const theirs = await seen(`/meetings/${called.id}`, 'other-parent');
		expect(theirs.words).toContain('Lærkestien 8');
		expect(theirs.presses).toContain('Jeg kommer');
		expect((await seen(`/meetings/${called.id}`, 'parent')).words).toContain(
			'Jesper Bak Fra det andet hjem (Noah)',
		);
		// Sent by others, and with the ids of others, it is refused as before.
		for (const [persona, fields] of [
			['parent', { asked: people['stranger-parent'] }],
			['young-person', home],
			['child', home],
			['other-parent', home],
			['stranger-parent', home],
		] as const) {
			const answer = await refused('/meetings/new', persona, asking('3', holm, fields));
			expect(answer.status, persona).toBe(409);
		}
	});

	test('when the other home is busy, is said to the other home alone', async () => {
		const { ours, theirs } = await calledWith('8', { asked: father, start: '17:00', end: '18:00' });
		const there = asking('9', bak, { about: '', asked: father, start: '17:30', end: '18:30' });
		expect((await post('/meetings/new', 'other-parent', there)).status).toBe(303);
		const said = async (path: string, persona: string) =>
			(await seen(path, persona)).words.includes('Det falder sammen med noget andet');
		expect(await said(ours, 'other-parent')).toBe(true);
		expect(await said(ours, 'parent')).toBe(false);
		expect(await said(theirs, 'coordinator')).toBe(false);
	});
}
