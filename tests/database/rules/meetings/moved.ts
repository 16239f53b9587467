/** What is moved in time or place is another meeting: who is asked again, and what is kept of how it was. */
import { expect, idOf, on } from '../../../policies/stage.ts';

on(
	'a meeting that is moved asks everybody again, except who moved it, and keeps when it was',
	async ({ as, owner }) => {
		const answers = () =>
			owner(`select person_id, answer::text, answered_at is null as unasked from meeting_attendee
			where meeting_id = '@meeting of the family' and answer is not null`);
		const record = async () =>
			(
				await owner(
					`select moved_from is not null as moved, revision from meeting where id = '@meeting of the family'`,
				)
			)[0];
		const change = (set: string) =>
			as('parent', `update meeting set ${set} where id = '@meeting of the family'`);
		for (const who of ['parent', 'young-person', 'teacher'] as const) {
			await as(
				who,
				`update meeting_attendee set answer = 'coming'
				where meeting_id = '@meeting of the family' and person_id = '@me'`,
			);
		}

		await change(`purpose = 'Noget andet', starts_at = starts_at`);
		expect(await answers()).toHaveLength(3);
		expect(await record()).toEqual({ moved: false, revision: 0 });
		await change(`cancelled_at = now()`);
		await change(`cancelled_at = null`);
		expect(await answers()).toHaveLength(3);
		expect(await record()).toEqual({ moved: false, revision: 2 });

		const [{ starts_at: before } = {}] = await owner(
			`select starts_at::text from meeting where id = '@meeting of the family'`,
		);
		await change(`starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'`);
		expect(await answers()).toEqual([{ person_id: idOf('parent'), answer: 'coming', unasked: false }]);
		expect(await record()).toEqual({ moved: true, revision: 3 });
		expect(await owner(`select moved_from::text from meeting where id = '@meeting of the family'`)).toEqual([
			{ moved_from: before },
		]);
	},
);

for (const [how, set] of [
	['lengthened', `ends_at = ends_at + interval '1 hour'`],
	['shortened', `ends_at = ends_at - interval '1 minute'`],
	['begun earlier', `starts_at = starts_at - interval '1 minute'`],
] as const) {
	on(
		`a meeting that is ${how} asks everybody again, except who did it, and is known as moved`,
		async (stage) => {
			const { as, owner } = stage;
			for (const who of ['parent', 'teacher'] as const) {
				await as(
					who,
					`update meeting_attendee set answer = 'coming'
				where meeting_id = '@meeting of the family' and person_id = '@me'`,
				);
			}
			const [{ starts_at: before } = {}] = await owner(
				`select starts_at::text from meeting where id = '@meeting of the family'`,
			);
			await as('parent', `update meeting set ${set} where id = '@meeting of the family'`);
			expect(
				await owner(`select person_id from meeting_attendee
				where meeting_id = '@meeting of the family' and answer is not null`),
			).toEqual([{ person_id: idOf('parent') }]);
			expect(
				await owner(`select moved_from::text, revision from meeting where id = '@meeting of the family'`),
			).toEqual([{ moved_from: before, revision: 1 }]);
		},
	);
}

on('a meeting that is somewhere else is another one, and who comes still does', async ({ as, owner }) => {
	const record = async () =>
		(
			await owner(`select revision, place_moved_at = now() as "hasMoved", moved_from, (
				select count(*)::int from meeting_attendee a where a.meeting_id = m.id and answer is not null
			) as answers from meeting m where id = '@meeting of the family'`)
		)[0];
	const change = (set: string) =>
		as('parent', `update meeting_place set ${set} where meeting_id = '@meeting of the family'`);
	await as(
		'teacher',
		`update meeting_attendee set answer = 'coming' where meeting_id = '@meeting of the family' and person_id = '@me'`,
	);
	await change(`place = place, is_home = is_home`);
	expect(await record()).toEqual({ revision: 0, hasMoved: null, moved_from: null, answers: 1 });
	await change(`place = 'Et andet sted'`);
	expect(await record()).toEqual({ revision: 1, hasMoved: true, moved_from: null, answers: 1 });
	await change(`link = 'https://moede.example/2'`);
	expect(await record()).toEqual({ revision: 2, hasMoved: true, moved_from: null, answers: 1 });
	// Who sees where it is, is told as well as where it is.
	for (const [index, set] of [`is_home = true`, `is_home = false`].entries()) {
		await owner(`update meeting set place_moved_at = null where id = '@meeting of the family'`);
		await change(set);
		expect(await record()).toEqual({ revision: 3 + index, hasMoved: true, moved_from: null, answers: 1 });
	}
});

/** A meeting of the family that ended so long ago; the parent and the child are asked. */
