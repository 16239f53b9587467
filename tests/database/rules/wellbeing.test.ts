/** What the triggers keep true of what people answer about themselves, whoever writes and however. */
import { expect, on } from '../../policies/stage.ts';

on("an answer is from the last 30 days, not from the future, and on one's own scale", async ({ refusal }) => {
	const rate = (at: string, scale: string) =>
		`insert into rating (id, person_id, topic, scale_id, answers, rated_at)
			values ('@new', '@me', 'scale', '@${scale}', '{4}', now() + interval '${at}')`;
	expect(await refusal('parent', rate('-3 days', 'scale of the parent'))).toBeNull();
	expect(await refusal('parent', rate('5 minutes', 'scale of the parent'))).toBeNull();
	expect(await refusal('parent', rate('5 minutes 1 second', 'scale of the parent'))).toBe('23514');
	expect(await refusal('parent', rate('-30 days', 'scale of the parent'))).toBeNull();
	expect(await refusal('parent', rate('-30 days -1 second', 'scale of the parent'))).toBe('23514');
	expect(await refusal('parent', rate('0', 'scale of strangers'))).toBe('23503');
});

on('nobody answered before they were here', async ({ refusal, longAgo }) => {
	await longAgo(`update person set created_at = now() - interval '1 day' where id = '@parent'`);
	const rate = (at: string) => `insert into rating (id, person_id, topic, answers, rated_at)
		values ('@new', '@me', 'ladder', '{4}', now() - interval '1 day' - interval '${at}')`;
	expect(await refusal('parent', rate('5 minutes'))).toBeNull();
	expect(await refusal('parent', rate('5 minutes 1 second'))).toBe('23514');
});

on(
	"a draft is on one's own scale, at most as long as its instrument, within its numbers",
	async ({ refusal }) => {
		const begin = (topic: string, answers: string, scale = 'null') =>
			`insert into rating_draft (person_id, topic, scale_id, answers) values ('@me', '${topic}', ${scale}, '${answers}')
			on conflict (person_id, topic, scale_id) do update set answers = excluded.answers`;
		const own = `'@scale of the parent'`;
		for (const [topic, answers, scale] of [
			['who5', '{}'],
			['who5', '{0,null,5,null,null}'],
			['ladder', '{null,10}'],
			['scale', '{10}', own],
			['scale', '{null}', own],
		] as const) {
			expect(await refusal('parent', begin(topic, answers, scale)), `${topic} ${answers}`).toBeNull();
		}
		expect(await refusal('child', begin('smiley', '{5}'))).toBeNull();
		for (const [topic, answers, scale] of [
			['who5', '{0,1,2,3,4,5}'],
			['who5', '{0,6}'],
			['who5', '{-1,null}'],
			['who5', '{{1,2},{3,4}}'],
			['ladder', '{1,2,3}'],
			['ladder', '{11,null}'],
			['ladder', '{-1}'],
			['scale', '{1,2}', own],
			['scale', '{11}', own],
			['scale', '{-1}', own],
		] as const) {
			expect(await refusal('parent', begin(topic, answers, scale)), `${topic} ${answers}`).toBe('23514');
		}
		for (const answers of ['{0}', '{6}', '{1,1}']) {
			expect(await refusal('child', begin('smiley', answers)), `smiley ${answers}`).toBe('23514');
		}
		expect(await refusal('parent', begin('scale', '{1}', `'@scale of strangers'`))).toBe('23503');
	},
);

on('when a draft was changed is a fact', async ({ as, owner }) => {
	await owner(`update rating_draft set changed_at = '2001-01-01' where person_id = '@parent'`);
	await as('parent', `update rating_draft set answers = '{2}' where person_id = '@me'`);
	expect(
		await owner(`select changed_at = now() as now from rating_draft where person_id = '@parent'`),
	).toEqual([{ now: true }]);
});

on(
	'nobody is asked what is not for their age, on the day they answered',
	async ({ owner, refusal, longAgo }) => {
		const rate = (topic: string, answers: string, at = 'now()') =>
			`insert into rating (id, person_id, topic, answers, rated_at) values ('@new', '@me', '${topic}', '${answers}', ${at})`;
		const begin = (topic: string, answers: string) =>
			`insert into rating_draft (person_id, topic, answers) values ('@me', '${topic}', '${answers}')`;
		const turns = (years: number, days = 0) =>
			owner(`update birth set born_on = (private.today() - interval '${years} years')::date + ${days}
			where person_id = '@child'`);
		await owner(`delete from rating_draft`);
		await longAgo(`update person set created_at = now() - interval '1 year'`);
		const allowed = async () => {
			const may = [];
			for (const [topic, answers] of [
				['smiley', '{3}'],
				['who5', '{1,1,1,1,1}'],
				['ladder', '{4}'],
			] as const) {
				const one = await refusal('child', rate(topic, answers));
				const begun = await refusal('child', begin(topic, answers));
				expect([one, begun], topic).toEqual(one ? ['23514', '23514'] : [null, null]);
				if (!one) may.push(topic);
			}
			return may;
		};
		await turns(9, 1);
		expect(await allowed(), 'the day before 9').toEqual(['smiley']);
		await turns(9);
		expect(await allowed(), 'nine today').toEqual(['smiley', 'who5']);
		await turns(13, 1);
		expect(await allowed(), 'the day before 13').toEqual(['smiley', 'who5']);
		await turns(13);
		expect(await allowed(), 'thirteen today').toEqual(['who5', 'ladder']);
		expect(
			await refusal('child', rate('smiley', '{3}', `now() - interval '2 days'`)),
			'answered before',
		).toBeNull();
		await owner(`delete from birth where person_id = '@child'`);
		expect(await allowed(), 'not known').toEqual(['who5', 'ladder']);
	},
);

on(
	'an answer taken back does not come back, and is forgotten with the person',
	async ({ as, owner, refusal }) => {
		const rate = `insert into rating (id, person_id, topic, answers) values ('@taken back', '@me', 'ladder', '{4}')
		on conflict (id) do nothing`;
		expect(await refusal('parent', rate)).toBeNull();
		await as('parent', rate);
		await as('parent', `delete from rating where id = '@taken back'`);
		expect(await refusal('parent', rate)).toBe('23514');
		await owner(`select private.erase_person('@parent')`);
		expect(await owner(`select from private.rating_taken_back where person_id = '@parent'`)).toEqual([]);
	},
);

on('nobody makes more than a hundred own scales, and each counts their own', async ({ rule, longAgo }) => {
	const scales = (
		who: string,
		many: number,
	) => `insert into scale (id, person_id, kind, name, low_words, high_words)
		select gen_random_uuid(), '@${who}', 'mental', 'Ro', 'Lidt', 'Meget' from generate_series(1, ${many})`;
	const one = scales('me', 1);
	await longAgo(`delete from scale; ${scales('parent', 99)}`);
	expect(await rule('parent', one)).toBeNull();
	await longAgo(scales('parent', 1));
	expect(await rule('parent', one)).toBe('scales_at_most_a_hundred');
	await longAgo(`update scale set retired_at = now()`);
	expect(await rule('parent', one)).toBe('scales_at_most_a_hundred');
	expect(await rule('young-person', one)).toBeNull();
});

on('who is not asked on own scales makes none, and takes none up again', async ({ as, rule, owner }) => {
	const make = `insert into scale (id, person_id, kind, name, low_words, high_words)
		values ('@new', '@me', 'mental', 'Ro', 'Lidt', 'Meget')`;
	expect(await rule('child', make)).toBe('scale_for_this_age');
	await as('young-person', make);
	await as('young-person', `update scale set retired_at = now() where id = '@new'`);
	await owner(
		`update birth set born_on = private.today() - interval '12 years' where person_id = '@young-person'`,
	);
	expect(await rule('young-person', `update scale set retired_at = null where id = '@new'`)).toBe(
		'scale_for_this_age',
	);
});
