/** The project lead finds a family among many, without a script. */
import { expect, test } from 'vitest';
import { house } from './house.ts';

const { seen } = house('finding families');
const lead = (part: string) => seen(`/office?${new URLSearchParams({ part })}`, 'project-lead');

test('by a part of its name, or of the name of somebody in its team; and it says how many', async () => {
	const all = await seen('/office', 'project-lead');
	expect(all.presses).toContain('Søg');
	expect(all.cards.length).toBeGreaterThan(1);
	expect(all.words).not.toContain('passer til');
	const one = await lead(' holm ');
	expect(one.cards).toHaveLength(1);
	expect(one.cards[0]).toContain('Familien Holm');
	expect(one.words).toContain('1 familie passer til ”holm”.');
	expect(one.presses).toContain('Vis alle');
	const helped = await lead('Mette Kro');
	expect(helped.cards.length).toBeGreaterThan(0);
	for (const card of helped.cards) expect(card).toContain('Mette Krogh');
	expect(helped.words).toContain(`${helped.cards.length} famili`);
});

test('what is in nobody’s name finds nothing, letter by letter; nor does the name of a child', async () => {
	for (const part of ['%', '_', 'Noah', 'x,y)']) {
		const none = await lead(part);
		expect(none.status).toBe(200);
		expect(none.cards, part).toEqual([]);
		expect(none.words).toContain(`0 familier passer til ”${part}”.`);
		expect(none.words).not.toContain('Begynd med at tilmelde');
	}
});

test('a professional finds one of theirs by the name of somebody in it, when there are many', async () => {
	const few = await seen('/families', 'coordinator');
	expect(few.presses).not.toContain('Søg');
	const one = await seen('/families?part=noah&order=name', 'coordinator');
	expect(one.words).toContain('1 familie passer til ”noah”.');
	expect(one.presses.filter((press) => press.startsWith('Familien'))).toEqual(['Familien Holm']);
	const none = await seen('/families?part=%25', 'coordinator');
	expect(none.words).toContain('0 familier passer til ”%”.');
	expect(none.words).not.toContain('ikke i et team');
});
