/** How many suggestions wait for an answer of mine: as many as I could answer. */
import { people } from '../actors.ts';
import { expect, on } from '../stage.ts';

const count = 'select suggestions_to_answer() as open';

on(
	'as many as row security lets each answer, and a parent those for the household and the children',
	async ({ as, takenBack, allowed }) => {
		const found: Record<string, unknown> = {};
		for (const who of people) {
			const [{ open } = {}] = await as(who, count);
			const answered = await takenBack(() =>
				as(who, `update family_offer set state = 'interested' where state = 'suggested' returning id`),
			);
			expect(open, who).toBe(answered.length);
			found[who] = open;
		}
		expect(found).toMatchObject({ parent: 4, child: 1, 'young-person': 1, coordinator: 0, teacher: 0 });
		expect(await allowed(count)).not.toContain('anonymous');
	},
);
