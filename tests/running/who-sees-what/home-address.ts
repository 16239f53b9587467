/** Who sees where a meeting is when it is a home: who may, until when, and who says that it is one. */
import { expect, test } from 'vitest';
import { people } from '../../people.ts';
import { fieldsOf, wordsOf, type House } from '../house.ts';
import { father, twoHomes } from './two-homes.ts';

const address = 'Hemmelig vej 7';

/** On the server of meetings.test.ts: a second one would only start again. */
export function addressesOfHomes(house: House): void {
	const { get, page, post, seen } = house;
	const { calledWith } = twoHomes(house);

	test('who moves a meeting reads who of the other home sees where it is', async () => {
		const asked = await calledWith('4', { asked: father, place: 'Rådhuset' });
		const asks = 'Hvem må se adressen, hvis det er et hjem?';
		expect((await seen(`${asked.ours}/move`, 'parent')).words).toMatch(
			new RegExp(`${asks.replace('?', '\\?')}.*Jesper Bak`),
		);
		const theirs = (await seen(`${asked.theirs}/move`, 'coordinator')).words;
		expect(theirs).toContain(
			'Jesper Bak er inviteret fra barnets andet hjem. Er stedet et hjem, kan de kun se det,',
		);
		expect(theirs).not.toContain(asks);
		const without = await calledWith('5', { asked: people.parent });
		expect((await seen(`${without.ours}/move`, 'parent')).words).not.toContain(asks);
		expect((await seen(`${without.theirs}/move`, 'coordinator')).words).not.toContain('Jesper Bak');
	});

	test('an address is taken back: by a no, and when the meeting is cancelled', async () => {
		const { id, ours, moves } = await calledWith('6', { asked: father, place: 'Rådhuset' });
		expect((await moves('parent', 0, { place: address, home: 'yes', shows: father })).status).toBe(303);
		const reads = async () =>
			Promise.all(
				[ours, '/meetings', '/home', `${ours}/calendar.ics`].map(async (path) =>
					(await (await get(path, 'other-parent')).text()).includes(address),
				),
			);
		expect((await reads()).slice(0, 2)).toEqual([true, true]);
		const answers = (answer: string, revision = '2') =>
			post(`${ours}?/answer`, 'other-parent', {
				_form: 'answer',
				meeting: id,
				revision,
				person: father,
				answer,
			});
		expect((await answers('not_coming')).status).toBe(303);
		expect(await reads()).toEqual([false, false, false, false]);
		expect((await seen(ours, 'other-parent')).words).toContain('fordi du har svaret, at du ikke kan komme.');
		const box = new RegExp(`name="shows"[^>]*value="${father}"`);
		const form = await page(`${ours}/move`, 'parent');
		expect(form).not.toMatch(box);
		expect(wordsOf(form)).toContain('Har svaret nej: Jesper Bak.');
		expect((await answers('coming')).status).toBe(303);
		expect((await reads())[0]).toBe(false);
		const again = await page(`${ours}/move`, 'parent');
		expect(again).toMatch(box);
		expect(again).not.toMatch(new RegExp(`${box.source}[^>]*checked`));
		expect((await moves('parent', 2, { place: address, home: 'yes', shows: father })).status).toBe(303);
		expect((await reads())[0]).toBe(true);
		const cancel = fieldsOf(await page(ours, 'parent'), '?/cancel"');
		expect((await post(`${ours}?/cancel`, 'parent', cancel)).status).toBe(303);
		expect(await reads()).toEqual([false, false, false, false]);
		expect((await seen(ours, 'other-parent')).words).toContain('Mødet er aflyst.');
		expect((await seen(ours, 'parent')).words).toContain(address);
	});

	test('who is not shown a home comes by the link', async () => {
		const link = 'https://moede.example/7';
		const asked = await calledWith('c', { asked: father, place: 'Rådhuset' });
		expect((await asked.moves('parent', 0, { place: address, home: 'yes', link })).status).toBe(303);
		const theirs = await page(asked.ours, 'other-parent');
		expect(theirs).not.toContain(address);
		expect(theirs).toContain(`href="${link}"`);
		expect(wordsOf(theirs)).toContain('Stedet står ikke her.');
		// Of a meeting they are not asked to they have neither.
		const ours = await calledWith('d', { asked: people.parent, place: address, home: 'yes', link });
		const unasked = await page(ours.ours, 'other-parent');
		expect(unasked).not.toContain(address);
		expect(unasked).not.toContain(link);
	});

	test('the coordinator leaves no mark of a home out; who of the family does, tells it', async () => {
		const { ours, theirs, moves } = await calledWith('7', {
			asked: people.parent,
			place: address,
			home: 'yes',
		});
		const sees = async () => (await page(ours, 'other-parent')).includes(address);
		const asks = 'Er stedet et hjem?';
		const stays = 'Stedet er beskyttet som et hjem';
		const coordinators = (await seen(`${theirs}/move`, 'coordinator')).words;
		expect(coordinators).toContain(stays);
		expect(coordinators).not.toContain(asks);
		const parents = (await seen(`${ours}/move`, 'parent')).words;
		expect(parents).toContain(asks);
		expect(parents).not.toContain(stays);
		for (const place of [address, 'Biblioteket']) {
			const refused = await moves('coordinator', 0, { place });
			expect(refused.status).toBe(400);
			expect(refused.words).toContain('Kun en forælder i familien kan sige, at stedet ikke er et hjem.');
		}
		expect(await sees()).toBe(false);
		const told = async () => (await seen(ours, 'parent')).words.includes('Der er nyt om stedet.');
		expect(await told()).toBe(false);
		expect((await moves('parent', 0, { place: address })).status).toBe(303);
		expect(await sees()).toBe(true);
		expect(await told()).toBe(true);
		expect((await moves('coordinator', 1, { place: address, home: 'yes' })).status).toBe(303);
		expect(await sees()).toBe(false);
		expect((await moves('coordinator', 2, { place: 'Biblioteket', home: 'yes' })).status).toBe(303);
		expect(await page(ours, 'other-parent')).not.toContain('Biblioteket');
		// Whoever can take the mark off is told that it stands, and nobody else.
		const marked = 'Stedet står som et hjem. Det andet hjem (Noah)';
		expect(await page(ours, 'parent')).toContain(`href="${ours}/move#move-home"`);
		expect((await seen(ours, 'parent')).words).toContain(marked);
		for (const [path, persona] of [
			[ours, 'young-person'],
			[ours, 'child'],
			[ours, 'other-parent'],
			[theirs, 'coordinator'],
		] as const)
			expect((await seen(path, persona)).words, persona).not.toContain('Stedet står som et hjem');
		expect((await moves('parent', 3, { place: 'Biblioteket' })).status).toBe(303);
		expect((await seen(ours, 'parent')).words).not.toContain('Stedet står som et hjem');
		// The child is spoken to, not about.
		const child = (await seen(ours, 'child')).words;
		expect(child).toContain('Begge dine hjem kan se mødet.');
		expect(child).not.toContain('barnet');
		expect((await seen(ours, 'parent')).words).toContain('Bor barnet i to hjem');
	});
}
