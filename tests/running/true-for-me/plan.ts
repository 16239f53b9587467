/** The plan and what was agreed: what is done, what may be said yes to, and dates with their year. */
import { expect, test } from 'vitest';
import { wordsOf, type House } from '../house.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-0000000000${tail}`;
const family = id('8002', '0a');

/** On the server of true-for-me.test.ts: a second one would only start again. */
export function planIsTrue({ page, post }: House): void {
	test('what is done says so where it opens, and asks for nothing more on the way', async () => {
		const goal = '00000000-0000-7000-8010-000000000a23';
		const both = async () => [
			await page(`/plan/${goal}`, 'parent'),
			await page(`/families/${family}/goals/${goal}`, 'coordinator'),
		];
		for (const html of await both()) {
			expect(html).not.toContain('Klaret den');
			expect(html).toContain('>Senest</dt>');
		}
		expect((await post(`/plan/${goal}?/done`, 'parent', { id: goal })).status).toBe(303);
		for (const html of await both()) {
			expect(html).toContain('Klaret den');
			expect(html).not.toContain('>Senest</dt>');
			expect(html).not.toContain('Hvad er det første lille');
			expect(html).not.toContain('Tilføj skridtet');
		}
	});

	test('a young person who has said yes to the plan is not told that they can say it later', async () => {
		const html = await page('/plan/agree', 'young-person');
		expect(html).toContain('Du har sagt ja den');
		expect(html).not.toContain('Bagefter kan du selv sige');
		expect(html).not.toContain('Er du enig i planen?');
	});

	test('a child of two homes reads of each whether its plan is agreed', async () => {
		const words = wordsOf(await page('/plan/agree', 'child'));
		expect(words).toContain('Familien Bak Her er planen ikke aftalt endnu.');
		expect(words).toContain('Familien Holm Se den aftalte plan');
		expect(words, 'it has no yes of its own').toContain('Du kan altid læse den.');
	});

	test('where nothing stands in the plan there is nothing to agree on, and that is said', async () => {
		const goals = new Set((await page('/plan', 'stranger-parent')).match(/\/plan\/0[\da-f-]{35}/g));
		expect(goals.size).toBeGreaterThan(0);
		for (const goal of goals) {
			const fields = { id: goal.slice('/plan/'.length), drawnFrom: '0' };
			expect((await post(`${goal}?/remove`, 'stranger-parent', fields)).status).toBe(303);
		}
		const words = wordsOf(await page('/plan/agree', 'stranger-parent'));
		expect(words).toContain(
			'Når der står et mål i planen, er der noget at blive enige om. Skriv det første mål',
		);
		expect(words).not.toContain('Det er vi enige om');
	});

	test('a date of the plan says its year, and what happened then where something is different', async () => {
		const version = `/plan/agreed/${id('8012', 'a1')}`;
		const [plan, agreed] = [wordsOf(await page('/plan', 'parent')), wordsOf(await page(version, 'parent'))];
		const after = (words: string, all: RegExp) => [...words.matchAll(all)].map(([, then]) => then);
		const due = [plan, agreed].flatMap((words) => after(words, /Senest (den .{0,25})/g));
		expect(due.length).toBeGreaterThan(10);
		for (const date of due) expect(date).toMatch(/^den \d+\. \p{L}+\.? \d{4}/u);
		const different = after(agreed, /Et (?:lille )?skridt · (.{0,45})/g);
		expect(different.length).toBeGreaterThan(3);
		for (const when of different) {
			expect(when).toMatch(/^(Kommet til|Taget ud|Ændret|Klaret|Sagt) den \d+\. \p{L}+ \d{4}/u);
		}
	});
}
