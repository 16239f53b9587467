/** However much a family has, nobody gets a part of it without a word, and the log says what was shown. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from './acting.ts';
import { engines, fresh } from './engines.ts';
import type { Database, Row } from './open.ts';
import { idOf } from '../policies/labels.ts';
import { largeFamily } from '../large-family/large-family.ts';

/** What PostgREST hands out of one answer at most (supabase/config.toml, max_rows); the rest is cut off. */
const cap = 1000;

/** A part of a plan. */
interface Asked {
	'Actual Loops': number;
	Output?: string[];
	Plans?: Asked[];
}
const asked = (plan: Asked): Asked[] => [plan, ...(plan.Plans ?? []).flatMap(asked)];

describe.each(engines)('%s', (engine) => {
	let db: Database;
	beforeAll(async () => {
		db = await fresh(engine);
		await db.exec(largeFamily());
	});
	afterAll(() => db.close());

	/** One request: a transaction as somebody, as it reaches PostgREST. */
	async function request(who: string, sql: string): Promise<Row[]> {
		await db.exec('begin');
		await actAs(db, { role: 'authenticated', person: idOf(who) });
		const rows = await db.rows(sql);
		await db.exec('commit');
		return rows;
	}
	const parent = 'large parent';
	const coordinator = 'large professional 1';

	/** The coordinator reads, the newest or what is older than a moment. @returns the rows and the lines of the log */
	async function read(before = '') {
		const [opened] = await request(
			coordinator,
			`select open_shared_ratings('${idOf('large family')}'${before}) as reading`,
		);
		const shown = await request(
			coordinator,
			`select rating_id, topic::text, rated_at, rated_at::text as at, of_all from read_shared_ratings('${opened!.reading as string}'${before})`,
		);
		const lines = await db.rows(
			`select topic::text, answers_read from access_log where reading_id = '${opened!.reading as string}'`,
		);
		return { shown, lines };
	}
	const ofTopic = (rows: Row[], topic: string) => rows.filter((row) => row.topic === topic);

	test('of 1,500 shared answers the newest are read, and the log counts what was shown', async () => {
		const { shown, lines } = await read();
		expect(shown.length).toBeLessThan(cap);
		for (const [topic, all] of [
			['who5', 1200],
			['ladder', 300],
		] as const) {
			const rows = ofTopic(shown, topic);
			const [newest] = await db.rows(
				`select max(rated_at) as at, min(rated_at) as first from rating
				where person_id = '${idOf(parent)}' and topic = '${topic}'`,
			);
			expect(rows[0]!.rated_at, 'newest first').toEqual(newest!.at);
			// The newest 200, and the one that change is measured from.
			expect(rows).toHaveLength(201);
			expect(rows.at(-1)!.rated_at, 'what change is measured from').toEqual(newest!.first);
			expect(rows[0]!.of_all).toBe(all);
			expect(ofTopic(lines, topic)).toEqual([{ topic, answers_read: rows.length }]);
		}
	});

	test('older answers are read from where the newest ended, and each read has its lines', async () => {
		const newest = ofTopic((await read()).shown, 'who5');
		const oldest = (newest[199]!.rated_at as Date).toISOString();
		const { shown, lines } = await read(`, '${oldest}'`);
		const older = ofTopic(shown, 'who5');
		expect(older).toHaveLength(200);
		expect(older[0]!.of_all).toBe(1000);
		expect((older[0]!.rated_at as Date).getTime()).toBeLessThan(Date.parse(oldest));
		expect(ofTopic(lines, 'who5')).toEqual([{ topic: 'who5', answers_read: 200 }]);
	});

	test('of several answers of one moment none is passed over where a read ends', async () => {
		await db.exec(
			`
			set session_replication_role = replica;
			update rating r set rated_at = (select min(rated_at) from tied)
				from (select id from tied) t where t.id = r.id;
			set session_replication_role = origin`.replaceAll(
				'from tied',
				`from (
				select id, rated_at from rating where person_id = '${idOf(parent)}' and topic = 'who5'
				order by rated_at desc, id offset 190 limit 20) tied`,
			),
		);
		const newest = ofTopic((await read()).shown, 'who5').slice(0, 200);
		const { at, rating_id } = newest[199]! as { at: string; rating_id: string };
		const after = await read(`, '${at}', '${rating_id}'`);
		const older = ofTopic(after.shown, 'who5');
		expect(older[0]!.of_all).toBe(1000);
		expect(older.filter((row) => row.at === at)).toHaveLength(10);
		expect(new Set([...newest, ...older].map((row) => row.rating_id)).size).toBe(400);
	});

	test('before the first answer there is nothing, and no line', async () => {
		expect(await read(`, '2000-01-01'`)).toEqual({ shown: [], lines: [] });
	});

	test('many choices at once stay below what comes out of one answer', async () => {
		// More topics than one age is asked with: what is tried here is how much comes out at once.
		await db.exec(`
			set session_replication_role = replica;
			insert into rating (id, person_id, topic, answers, rated_at)
				select gen_random_uuid(), md5('large child ' || child)::uuid, topic::rating_topic,
					case topic when 'who5' then array[1, 1, 1, 1, 1] else array[1] end, now() - n * interval '1 hour'
				from generate_series(1, 6) child, unnest(array['who5', 'ladder', 'smiley']) topic, generate_series(1, 100) n;
			set session_replication_role = origin;
			insert into share (id, owner_id, topic, professional_id, valid_until)
				select gen_random_uuid(), md5('large child ' || child)::uuid, topic::rating_topic, md5('large professional 1')::uuid, private.today() + 60
				from generate_series(1, 6) child, unnest(array['who5', 'ladder', 'smiley']) topic`);
		const { shown, lines } = await read();
		expect(lines).toHaveLength(20);
		expect(shown.length).toBeLessThan(cap);
		expect(lines.reduce((sum, line) => sum + (line.answers_read as number), 0)).toBe(shown.length);
	});

	test.each([parent, coordinator])(
		'nobody is looked for at 300 meetings whom %s knows anyway',
		async (who) => {
			const family = `select person_id from member where family_id = '${idOf('large family')}'`;
			const lookedThrough = async (whom: string) => {
				const [row] = await request(
					who,
					`explain (analyze, verbose, format json) select name from person where id in (${whom})`,
				);
				const [{ Plan }] = row!['QUERY PLAN'] as [{ Plan: Asked }];
				return asked(Plan).filter(
					(node) => node['Actual Loops'] > 0 && node.Output?.includes('private.my_meeting_people()'),
				);
			};
			expect(await lookedThrough(family)).toEqual([]);
			const stranger = idOf(`a stranger to ${who}`);
			await db.exec(`insert into person (id, name) values ('${stranger}', 'Somebody')`);
			expect(await lookedThrough(`'${stranger}'`)).toHaveLength(1);
		},
	);

	test('the preview shows the same rows as the read', async () => {
		const previewed = await request(
			parent,
			`select topic::text, rated_at, of_all from preview_share('ladder')`,
		);
		expect(previewed).toHaveLength(201);
	});
});
