/** One answer of one's own draft, kept beside the others. */
import { expect, on } from '../stage.ts';

const keep = (topic: string, question: number, answer: number | null, scale = 'null') =>
	`select keep_draft_answer('${topic}', ${question}, ${answer}, ${scale})::text as answers`;

on('anybody who is signed in, and only their own', async ({ allowed, as, owner }) => {
	expect(await allowed(keep('ladder', 1, 4))).toHaveLength(14);
	const others = `select * from rating_draft where person_id <> '@parent' order by person_id, topic`;
	const before = await owner(others);
	await as('parent', keep('ladder', 2, 9));
	expect(await owner(others)).toEqual(before);
});

on('the others stay as they were; null leaves it out', async ({ as }) => {
	expect(await as('parent', keep('who5', 2, 5))).toEqual([{ answers: '{NULL,5,NULL,NULL,NULL}' }]);
	expect(await as('parent', keep('who5', 1, 0))).toEqual([{ answers: '{0,5,NULL,NULL,NULL}' }]);
	expect(await as('parent', keep('who5', 2, null))).toEqual([{ answers: '{0,NULL,NULL,NULL,NULL}' }]);
	const own = `'@scale of the parent'`;
	expect(await as('parent', keep('scale', 1, 10, own))).toEqual([{ answers: '{10}' }]);
});

on('neither a question nor an answer there is not', async ({ as, refusal }) => {
	for (const begun of [false, true]) {
		if (begun) await as('parent', keep('who5', 1, 3));
		for (const [topic, question, answer] of [
			['who5', 0, 1],
			['who5', 6, 1],
			['who5', -5, 1],
			['who5', 2_000_000_000, 1],
			['who5', 1, 6],
			['who5', 1, -1],
			['ladder', 3, 1],
			['ladder', 0, 1],
		] as const) {
			expect(await refusal('parent', keep(topic, question, answer)), `${topic} ${question}`).toBe('23514');
		}
	}
	expect(await refusal('parent', keep('who5', 1, 40_000))).toBe('22003');
	expect(await refusal('parent', keep('scale', 1, 1, `'@scale of strangers'`))).toBe('23503');
	expect(await refusal('child', keep('ladder', 1, 1)), 'not what a child is asked').toBe('23514');
});
