/** One's own answers, the newest of every instrument. */
import { expect, idOf, on } from '../stage.ts';

const latest = (each: number, since = 'null') =>
	`select person_id, topic::text, score from latest_ratings(${each}, ${since})`;

on('anybody who is signed in, and only their own', async ({ allowed, as }) => {
	const signedIn = await allowed(latest(8));
	expect(signedIn).toHaveLength(14);
	for (const who of signedIn) {
		const owners = new Set((await as(who, latest(8))).map((row) => row.person_id));
		owners.delete(idOf(who));
		expect([...owners], who).toEqual([]);
	}
});

on('so many of each instrument, newest first, and the first since a day', async ({ as, owner }) => {
	await owner(`
		insert into rating (id, person_id, topic, answers, rated_at)
		select gen_random_uuid(), '@young-person', 'ladder', array[n], now() - n * interval '1 day' from generate_series(1, 9) n`);
	const scores = async (each: number, since?: string) =>
		(await as('young-person', latest(each, since)))
			.filter(({ topic }) => topic === 'ladder')
			.map(({ score }) => score);
	expect(await scores(3)).toEqual([5, 1, 2]);
	expect(await scores(3, `private.today() - 7`)).toEqual([5, 1, 2, 7]);
	expect(await scores(3, `private.today() + 7`)).toEqual([5, 1, 2]);
	const topics = (await as('young-person', latest(1))).map(({ topic }) => topic);
	expect(topics.sort()).toEqual(['ladder', 'scale']);
});
