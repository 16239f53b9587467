/** What was said of offers and meetings stands when a family takes part no more, and an old page that says otherwise is refused in words. */
import { expect, test } from 'vitest';
import { danishDay } from '../../../src/lib/i18n/format.ts';
import { wordsOf, type House } from '../house.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-0000000000${tail}`;
const family = id('8002', '0a');
const meeting = `/meetings/${id('8020', 'a1')}`;
const aboutNoah = id('8020', 'a2');
export const suggested = `/offers/${id('8030', '01')}`;
export const ourGoal = `/plan/${id('8010', 'a1')}`;

/** Forms drawn before the end; the note was sent before it too. */
export type Old = Record<'answer' | 'tie' | 'meeting' | 'note', Record<string, string>>;

/** On the server of ended.test.ts. */
export function whatWasSaidStands({ get, page, refused }: House, old: Old): void {
	test('what can be done instead is said where a meeting was suggested', async () => {
		expect(wordsOf(await page('/meetings', 'parent'))).toContain(
			'Vil I tale med nogen eller være med igen, så ring til kommunen.',
		);
		const calling = await get('/meetings/new', 'parent');
		expect([calling.status, calling.headers.get('location')]).toEqual([303, '/meetings']);
		expect(wordsOf(await page('/meetings/new', 'young-person'))).toContain('Kun forældre');
		const sent = await refused('/meetings/new', 'parent', {
			...old.meeting,
			purpose: 'Kaffe',
			date: danishDay(new Date(Date.now() + 86_400_000)),
			start: '10:00',
			end: '11:00',
			place: 'Biblioteket',
		});
		expect([sent.status, sent.words]).toEqual([
			409,
			expect.stringContaining('I er ikke med i forløbet lige nu'),
		]);
	});

	test('what it said of an offer stands, and an answer from an old page is refused in words', async () => {
		const words = wordsOf(await page(suggested, 'parent'));
		expect(words).toContain('Sådan stod det, da jeres forløb sluttede');
		expect(words).toContain('Vil I bruge et tilbud, så kontakt selv dem, der står bag.');
		for (const [action, fields] of [
			['answer', old.answer],
			['tie', { ...old.tie, goal: '' }],
			// What it is for already.
			['tie', { ...old.tie, goal: old.tie.drawnFrom! }],
		] as const) {
			const { status, words } = await refused(`${suggested}?/${action}`, 'parent', fields);
			expect([status, words], action).toEqual([409, expect.stringContaining('Det, I har svaret før, står')]);
		}
		expect(wordsOf(await page(suggested, 'parent'))).toContain('Sådan stod det');
		// The child answers in the home that takes part, and in no other.
		const childs = await page(suggested, 'child');
		expect(childs).not.toContain(`name="family" value="${family}"`);
		expect(childs).toMatch(/name="family" value="(?!00000000-0000-7000-8002-00000000000a)/);
	});

	test('of a note that was sent before and comes again nobody is told that the team can see it', async () => {
		const { status, words } = await refused(`${ourGoal}?/note`, 'parent', old.note);
		expect([status, words]).toEqual([409, expect.stringContaining('Planen er ikke åben længere')]);
	});

	test('of a meeting that was cancelled by it stands what everybody had said', async () => {
		for (const persona of ['parent', 'young-person']) {
			const html = await page(meeting, persona);
			const who = wordsOf(html.slice(html.indexOf('Hvem var inviteret')));
			expect(who, persona).toMatch(/Jonas Lund Lærer, Egelund Skole(?:(?!Sagde|Svarede).)*Sagde ja/);
			expect(await (await get(meeting, persona)).text(), persona).toContain('saidBeforeLeaving:');
		}
		// To guests that would tell who has left.
		const theirs = await (await get(`/meetings/${aboutNoah}`, 'other-parent')).text();
		expect(theirs).toContain('Mødet er aflyst.');
		expect(theirs).not.toContain('saidBeforeLeaving');
	});

	test('what was cancelled by it is not held after all: nobody of the team would come', async () => {
		const drawn = await page(meeting, 'parent');
		expect(drawn).not.toMatch(/\?\/(holdAfterAll|addPoint|cancel)"|\/move"/);
		const asItIs = { id: id('8020', 'a1'), revision: '1' };
		const held = await refused(`${meeting}?/holdAfterAll`, 'parent', asItIs);
		expect(held).toEqual({
			status: 409,
			words: expect.stringContaining('I er ikke med i forløbet lige nu') as string,
		});
		expect(wordsOf(await page(meeting, 'parent'))).toContain('Mødet er aflyst.');
	});
}
