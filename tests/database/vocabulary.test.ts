/** The search's own books: kept as the catalogue changes, and asked by index however wrong the words are. */
import { describe, expect, test } from 'vitest';
import { engines, everyEngine, filled } from '../policies/databases.ts';
import { idOf, withIds } from '../policies/labels.ts';
import { actAs, rolledBack } from './acting.ts';
import { grow, unknownWords } from './catalogue-of-many.ts';
import type { Database } from './open.ts';

/** What the books must say, worked out from the catalogue. */
const worked = `
	select o.municipality_id, w.word, w.stem, max(o.verified_on)::text as verified_on
	from public.offer o, private.words_of(concat_ws(' ', o.title, o.description, o.provider, o.place)) w
	where o.retired_at is null group by 1, 2, 3 order by 1, 2`;
const kept = `
	select municipality_id, word, stem, verified_on::text from private.vocabulary order by 1, 2`;
/** Where each offer says a word for the first time: in its title, in its description, or of whose it is and where. */
const workedOfEach = `
	select o.id, w.word, min(said.place) as place
	from public.offer o, lateral (values (1, o.title), (2, o.description), (3, o.provider || ' ' || o.place)) said (place, words),
		private.words_of(said.words) w
	where o.retired_at is null group by 1, 2 order by 1, 2`;
const keptOfEach = `
	select offer_id as id, word, case weight when 4 then 1 when 2 then 2 when 1 then 3 end as place
	from private.offer_word order by 1, 2`;

describe.each(everyEngine)('%s', (engine) => {
	test('every change of the catalogue is a change of its words', async () => {
		const db = await filled(engine);
		await rolledBack(db, async () => {
			const changes = [
				`update offer set description = 'Svævebane og te', verified_on = private.today() where id = '@fresh offer'`,
				`update offer set retired_at = now() where id = '@fresh offer'`,
				`update offer set retired_at = null`,
				`update offer set verified_on = verified_on - 300`,
				`delete from offer where id = '@second offer'`,
				`insert into offer (id, municipality_id, title, description, provider, provider_kind, place, contact) values
					('@a', '@municipality', 'Æblecafé', 'e-sport, 10-12 år', 'Byen', 'municipality', 'Ø-by', '7'),
					('@b', '@other municipality', 'Æblecafé', 'Også æbler', 'Byen', 'municipality', 'Byen', '7')`,
			];
			const seen = new Set<string>();
			for (const change of changes) {
				await db.exec(withIds(change));
				const books = await db.rows(kept);
				expect(books, change).toEqual(await db.rows(worked));
				expect(await db.rows(keptOfEach), change).toEqual(await db.rows(workedOfEach));
				seen.add(JSON.stringify(books));
			}
			expect(seen.size).toBe(6);
		});
	});
});

/** How many words are compared with one another, letter by letter, to answer this: the same on every machine. */
async function compared(db: Database, words: string): Promise<number> {
	const calls = async () => {
		const [row] = await db.rows(`
			select coalesce(sum(pg_stat_get_xact_function_calls(oid)), 0)::int as calls from pg_proc
			where proname in ('similarity', 'word_found')`);
		return row!.calls as number;
	};
	const before = await calls();
	await db.rows(`select id from public.search_offers('${words}')`);
	return (await calls()) - before;
}

test('what wrong words cost does not grow with the catalogue', async () => {
	const db = await filled(engines[0]!);
	await rolledBack(db, async () => {
		await db.exec(`set local track_functions = 'all'`);
		await grow(db, idOf('municipality'), 1_500);
		const [{ words }] = (await db.rows('select count(*)::int as words from private.vocabulary')) as [
			{ words: number },
		];
		expect(words).toBeGreaterThan(1_000);
		await actAs(db, { role: 'authenticated', person: idOf('parent') });
		expect(await compared(db, 'fodbold')).toBeGreaterThan(0);
		// Each of the sixteen with a few that share its letters, never with all that is written.
		expect(await compared(db, unknownWords)).toBeLessThan(words);
	});
});

test('fifty offers and one more, or as many as are asked for, and then the ones after them', async () => {
	const db = await filled(engines[0]!);
	await rolledBack(db, async () => {
		await grow(db, idOf('municipality'), 230);
		await actAs(db, { role: 'authenticated', person: idOf('parent') });
		const ids = async (skip: number, most = 50) =>
			(await db.rows(`select id from public.search_offers('', skip => ${skip}, most => ${most})`)).map(
				({ id }) => id,
			);
		const [first, second, third] = [await ids(0), await ids(50), await ids(100, 132)];
		expect(first).toHaveLength(51);
		expect(second[0]).toBe(first[50]);
		// The fixture's own two are found too.
		expect(new Set([...first.slice(0, 50), ...second.slice(0, 50), ...third]).size).toBe(232);
		expect(await ids(232)).toEqual([]);
		expect(await ids(0, 1000)).toHaveLength(201);
		expect(await ids(-5)).toEqual(first);
		expect(await ids(10, 20)).toEqual(first.slice(10, 31));
		expect(await ids(0, 0)).toEqual(first.slice(0, 2));
	});
});
