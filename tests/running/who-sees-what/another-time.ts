/** What each reads of a meeting that is another than it was. */
import { expect, test } from 'vitest';
import { people } from '../../people.ts';
import { wordsOf, type House } from '../house.ts';
import { twoHomes } from './two-homes.ts';

/** On the server of meetings.test.ts: a second one would only start again. */
export function meetingsMoved(house: House): void {
	const { page, post, seen } = house;
	const { calledWith } = twoHomes(house);

	test('what is another is told in one box, and to each what it means for their answer', async () => {
		const { id, ours, theirs, moves } = await calledWith('a', {
			asked: people.coordinator,
			place: 'Rådhuset',
		});
		const box = async (persona = 'coordinator') => {
			const html = await page(persona === 'coordinator' ? theirs : ours, persona);
			return wordsOf(/<div class="notice info[^]*?(?=<div class="invitation)/.exec(html)?.[0] ?? '').trim();
		};
		const says = async (answer: string, revision: number) => {
			const fields = {
				_form: 'answer',
				meeting: id,
				revision: `${revision}`,
				person: people.coordinator,
				answer,
			};
			expect((await post(`${theirs}?/answer`, 'coordinator', fields)).status).toBe(303);
		};
		expect(await box()).toBe('');
		expect((await moves('parent', 0, { place: 'Rådhuset', end: '13:30' })).status).toBe(303);
		const asksAgain = 'Derfor spørger vi igen, hvem der kommer.';
		expect(await box()).toBe(`Mødet slutter nu kl. 13.30 ${asksAgain}`);
		const later = { start: '14:00', end: '15:00' };
		expect((await moves('parent', 1, { place: 'Rådhuset', ...later })).status).toBe(303);
		const [day] = /\p{L}+ den 5\. juni/u.exec(await box())!;
		const moved = `Ny tid: ${day} kl. 14.00 til 15.00 Det skulle have været ${day} kl. 12.00.`;
		expect(await box()).toBe(`${moved} ${asksAgain}`);
		await says('coming', 2);
		expect(await box(), 'who has answered').toBe(moved);
		expect(await box('parent'), 'who is not asked').toBe(`${moved} ${asksAgain}`);
		expect((await moves('parent', 2, { place: 'Biblioteket', ...later })).status).toBe(303);
		const place = 'Der er også nyt om stedet.';
		const holds = 'Dit svar gælder stadig. Kan du ikke komme dertil, så svar igen.';
		expect(await box()).toBe(`${moved} ${place} ${holds}`);
		expect(await box('parent')).toBe(`${moved} ${asksAgain} ${place}`);

		const other = await calledWith('b', { asked: people.parent, place: 'Rådhuset' });
		expect((await other.moves('parent', 0, { place: 'Biblioteket' })).status).toBe(303);
		const alone = (await seen(other.ours, 'parent')).words;
		expect(alone).toContain(
			`Der er nyt om stedet. Stedet eller linket er et andet end før, eller det er ændret, hvem der kan se det. ${holds}`,
		);
	});
}
