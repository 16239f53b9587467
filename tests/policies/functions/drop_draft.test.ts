/** Throwing away what one has begun to answer. */
import { expect, on } from '../stage.ts';

const drop = (topic: string, scale = 'null') => `select drop_draft('${topic}', ${scale}) as was_begun`;
const drafts = (whose: string) =>
	`select person_id, topic, scale_id from rating_draft where person_id ${whose} '@parent' order by 1, 2, 3`;

on('anybody who is signed in, and only their own', async ({ allowed, as, owner }) => {
	expect(await allowed(drop('ladder'))).toHaveLength(14);
	const before = await owner(drafts('<>'));
	await as('parent', `select keep_draft_answer('scale', 1, 4, '@scale of the parent')`);
	expect(await as('parent', drop('ladder'))).toEqual([{ was_begun: true }]);
	expect(await as('parent', drop('ladder'))).toEqual([{ was_begun: false }]);
	expect(await owner(drafts('<>'))).toEqual(before);
	expect(await owner(drafts('='))).toHaveLength(1);
	expect(await as('parent', drop('scale', `'@scale of the parent'`))).toEqual([{ was_begun: true }]);
	expect(await owner(drafts('='))).toEqual([]);
});

on('what is on its way though nothing was here yet', async ({ as }) => {
	expect(await as('parent', drop('who5'))).toEqual([{ was_begun: false }]);
	expect(
		await as(
			'parent',
			`select keep_draft_answer('who5', 1, 4, null, now() - interval '1 second')::text as answers`,
		),
	).toEqual([{ answers: '{NULL,NULL,NULL,NULL,NULL}' }]);
});

on('nothing is noted of a scale of somebody else', async ({ refusal, as, owner }) => {
	expect(await refusal('parent', drop('scale', `'@scale of strangers'`))).toBe('23503');
	await as('parent', drop('ladder'));
	await owner(`select private.erase_person('@parent')`);
	expect(await owner(`select from private.rating_draft_end where person_id = '@parent'`)).toEqual([]);
});
