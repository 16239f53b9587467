/**
 * A read by staff leaves its line also when the reader makes the statement fail. Each step here is a transaction of
 * its own that is really committed, or really fails, as when a request reaches PostgREST.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from './acting.ts';
import { everyEngine, fresh } from './engines.ts';
import type { Database, Row } from './open.ts';
import { actors, type Person } from '../policies/actors.ts';
import { idOf, withIds } from '../policies/labels.ts';

describe.each(everyEngine)('%s', (engine) => {
	let db: Database;
	beforeAll(async () => {
		db = await fresh(engine, 'filled');
	});
	afterAll(() => db.close());

	/** One request: a transaction as somebody. @throws what the database answers; nothing of it stays then */
	async function request(who: Person, sql: string): Promise<Row[]> {
		await db.exec('begin');
		try {
			await actAs(db, actors[who]);
			const rows = await db.rows(withIds(sql, who));
			await db.exec('commit');
			return rows;
		} catch (error) {
			await db.exec('rollback');
			throw error;
		}
	}
	const refusal = (who: Person, sql: string) =>
		request(who, sql).then(
			() => null,
			({ code }: { code: string }) => code,
		);
	const open = async (who: Person) => {
		const [row] = await request(who, `select open_shared_ratings('@family') as reading`);
		return row!.reading as string;
	};
	const read = (reading: string, columns = 'owner_id, answers') =>
		`select ${columns} from read_shared_ratings('${reading}')`;
	const lines = (reading: string) =>
		db.rows(`select owner_id, answers_read from access_log where reading_id = '${reading}'`);
	const line = (answers_read: number | null) => [{ owner_id: idOf('young-person'), answers_read }];

	test('a line, then the answers, then how many there were', async () => {
		const reading = await open('teacher');
		expect(await lines(reading)).toEqual(line(null));
		expect(await request('teacher', read(reading))).toEqual([
			{ owner_id: idOf('young-person'), answers: [5] },
		]);
		expect(await lines(reading)).toEqual(line(1));
		expect(await refusal('teacher', read(reading)), 'once').toBe('42501');
	});

	test('a read that fails by a cast shows a value, and its line stands', async () => {
		const reading = await open('teacher');
		await expect(request('teacher', read(reading, 'answers::text::integer'))).rejects.toThrow('"{5}"');
		expect(await lines(reading)).toEqual(line(null));
	});

	test('opening and reading in one transaction is refused', async () => {
		await db.exec('begin');
		await actAs(db, actors.teacher);
		const [row] = await db.rows(withIds(`select open_shared_ratings('@family') as reading`));
		await expect(db.rows(read(row!.reading as string))).rejects.toMatchObject({ code: '42501' });
		await db.exec('rollback');

		const within = `with opened as materialized (select open_shared_ratings('@family') as reading)
			select r.answers::text::integer from opened, read_shared_ratings(opened.reading) r`;
		expect(await refusal('teacher', within)).toBe('42501');
	});

	test('the id of an opening that was taken back opens nothing', async () => {
		const failing = request('teacher', `select open_shared_ratings('@family')::text::integer`);
		const message = await failing.catch((error: Error) => error.message);
		const [reading] = /[0-9a-f-]{36}/.exec(message as string)!;
		expect(await lines(reading)).toEqual([]);
		expect(await request('teacher', read(reading))).toEqual([]);
	});

	test("somebody else's reading is as one that there is not", async () => {
		const reading = await open('teacher');
		for (const who of ['coordinator', 'job-adviser', 'young-person', 'parent'] as const) {
			expect(await request(who, read(reading)), who).toEqual([]);
		}
		expect(await lines(reading)).toEqual(line(null));
	});

	test('after a minute it is refused', async () => {
		const reading = await open('teacher');
		await db.run(
			`update access_log set read_at = read_at - interval '61 seconds' where reading_id = '${reading}'`,
		);
		expect(await refusal('teacher', read(reading))).toBe('42501');
	});

	test('withdrawn after it was opened: nothing comes out, and the line does not say it was nothing', async () => {
		const reading = await open('teacher');
		await request('young-person', `update share set withdrawn_at = now() where withdrawn_at is null`);
		try {
			expect(await request('teacher', read(reading))).toEqual([]);
			expect(await lines(reading)).toEqual(line(null));
			expect(await lines(await open('teacher'))).toEqual([]);
		} finally {
			await db.run(
				withIds(
					`update share set withdrawn_at = null, ended_as = null where id = '@young person shares with teacher'`,
				),
			);
		}
	});
});
