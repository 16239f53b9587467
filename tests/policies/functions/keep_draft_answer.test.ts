/** One answer of one's own draft, kept beside the others. */
import { expect, on } from '../stage.ts';

const keep = (
	topic: string,
	question: number,
	answer: number | null,
	scale = 'null',
	/** Of today. */
	answered?: string,
) => `select keep_draft_answer('${topic}', ${question}, ${answer}, ${scale},
	${answered ? `now() + interval '${answered}'` : 'null'})::text as answers`;
const answeredAt = (when: string, question: number, answer: number | null) =>
	keep('who5', question, answer, 'null', when);
/** What was answered while the demo was filled belongs to no draft here. */
const nothingIsOver = `delete from private.rating_draft_end`;
const nothing = [{ answers: '{NULL,NULL,NULL,NULL,NULL}' }];

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

on(
	'what arrives late takes the place of nothing newer, of each question by itself',
	async ({ as, owner }) => {
		await owner(nothingIsOver);
		expect(await as('parent', answeredAt('-20 seconds', 2, 3))).toEqual([
			{ answers: '{NULL,3,NULL,NULL,NULL}' },
		]);
		expect(await as('parent', answeredAt('-30 seconds', 2, 5))).toEqual([
			{ answers: '{NULL,3,NULL,NULL,NULL}' },
		]);
		expect(await as('parent', answeredAt('-30 seconds', 1, 0))).toEqual([
			{ answers: '{0,3,NULL,NULL,NULL}' },
		]);
		expect(await as('parent', answeredAt('-10 seconds', 2, 4))).toEqual([
			{ answers: '{0,4,NULL,NULL,NULL}' },
		]);
		expect(await as('parent', keep('who5', 2, 1)), 'without a time').toEqual([
			{ answers: '{0,1,NULL,NULL,NULL}' },
		]);
		expect(await as('parent', answeredAt('-1 second', 2, null))).toEqual([
			{ answers: '{0,1,NULL,NULL,NULL}' },
		]);
	},
);

on('a clock that runs ahead keeps nothing out', async ({ as }) => {
	await as('parent', answeredAt('3 years', 1, 5));
	expect(await as('parent', keep('who5', 1, 2))).toEqual([{ answers: '{2,NULL,NULL,NULL,NULL}' }]);
	await as('parent', `update rating_draft set answered_at = '{2999-01-01}' where topic = 'who5'`);
	expect(await as('parent', keep('who5', 1, 3))).toEqual([{ answers: '{3,NULL,NULL,NULL,NULL}' }]);
});

const give = (at = 'now()') => `insert into rating (id, person_id, topic, answers, rated_at)
	values ('@given', '@me', 'who5', '{1,1,1,1,1}', ${at})`;

for (const [how, end] of [
	['given', give()],
	['thrown away', `select drop_draft('who5')`],
] as const) {
	on(`what arrives after its draft was ${how} begins no new one`, async ({ as, owner }) => {
		await owner(nothingIsOver);
		await as('parent', answeredAt('-9 seconds', 1, 4));
		await as('parent', end);
		expect(await as('parent', answeredAt('-8 seconds', 2, 4))).toEqual(nothing);
		expect(await owner(`select from rating_draft where topic = 'who5' and person_id = '@parent'`)).toEqual(
			[],
		);
		// Of another instrument, and of somebody else, nothing is over.
		expect(await as('parent', keep('ladder', 2, 6, 'null', '-1 hour'))).toMatchObject([
			{ answers: expect.stringMatching(/,6}$/) },
		]);
		expect(await as('young-person', answeredAt('-8 seconds', 2, 4))).toEqual([
			{ answers: '{NULL,4,NULL,NULL,NULL}' },
		]);
		expect(await as('parent', keep('who5', 1, 2)), 'without a time').toEqual([
			{ answers: '{2,NULL,NULL,NULL,NULL}' },
		]);
	});
}

on(
	'an answer that waited on a phone ends what was begun before it, and nothing since',
	async ({ as, owner }) => {
		await owner(nothingIsOver);
		await as('parent', answeredAt('-2 hours', 1, 4));
		await as('parent', answeredAt('-10 minutes', 2, 3));
		await as('parent', give(`now() - interval '1 hour'`));
		expect(await as('parent', `select answers::text from rating_draft where topic = 'who5'`)).toEqual([
			{ answers: '{NULL,3,NULL,NULL,NULL}' },
		]);
		expect(await as('parent', answeredAt('-1 hour', 3, 4)), 'late').toEqual([
			{ answers: '{NULL,3,NULL,NULL,NULL}' },
		]);
		expect(await as('parent', answeredAt('-5 minutes', 3, 4))).toEqual([{ answers: '{NULL,3,4,NULL,NULL}' }]);
	},
);
