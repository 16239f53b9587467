/** Who of a child's other home is asked to a meeting, what they see of it, and who sees where it is when it is a home. */
import { expect, test } from 'vitest';
import { june } from '../../e2e/pages.ts';
import { people } from '../../people.ts';
import { fieldsOf, wordsOf, type House } from '../house.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
const holm = id('8002', 'a');
const bak = id('8002', 'b');

/** On the server of meetings.test.ts: a second one would only start again. */
export function meetingsOfTwoHomes({ get, page, post, seen, refused }: House): void {
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
	const noah = { about: people.child, purpose: 'Fodbold', start: '10:00', end: '11:00', place: 'Her' };
	/** A meeting to which the parent asks Noah's father. */
	const asking = (tail: string, family: string, fields: Record<string, string>) => ({
		_form: 'propose',
		id: id('8020', `f${tail}`).replace('-8020-', '-8f20-'),
		family,
		date: june.date,
		...noah,
		...fields,
	});

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
		const father = people['other-parent'];
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

	const father = people['other-parent'];
	const address = 'Hemmelig vej 7';
	const where = { start: '12:00', end: '13:00' };
	/** A meeting about Noah, and how it is moved: by whom, from which revision. */
	async function calledWith(tail: string, fields: Record<string, string>) {
		const called = asking(tail, holm, { ...where, ...fields });
		const sent = await post('/meetings/new', 'parent', called);
		expect(sent.headers.get('location')).toBe(`/meetings/${called.id}`);
		const [ours, theirs] = [`/meetings/${called.id}`, `/families/${holm}/meetings/${called.id}`];
		const moves = async (persona: string, drawnFrom: number, fields: Record<string, string>) => {
			const path = `${persona === 'coordinator' ? theirs : ours}/move`;
			const moved = { _form: 'move', drawnFrom: `${drawnFrom}`, date: june.date, ...where, ...fields };
			const answer = await post(path, persona, moved);
			return { status: answer.status, words: answer.status === 303 ? '' : wordsOf(await answer.text()) };
		};
		return { id: called.id, ours, theirs, moves };
	}

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
