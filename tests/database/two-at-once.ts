/** Two people who press at the same moment: two connections to a real PostgreSQL, made anew for the tests of a file. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { actAs } from './acting.ts';
import { fresh } from './engines.ts';
import type { Database } from './open.ts';
import { actors, type Person } from '../policies/actors.ts';
import { idOf, withIds } from '../policies/labels.ts';

/** @param anew the rows of the fixture again for every test, and not for the file alone */
export function twoAtOnce({ anew = false } = {}) {
	const two = {} as {
		first: Database;
		second: Database;
		/** Sees, from outside both transactions, that one waits for the other. */
		watcher: Database;
	};
	const [before, after] = anew ? [beforeEach, afterEach] : [beforeAll, afterAll];
	before(async () => {
		two.first = await fresh('postgres', 'filled');
		two.second = await two.first.another();
		two.watcher = await two.first.another();
		// The grandmother becomes a second parent, and no question is open.
		await two.first.exec(
			withIds(`
				update member set role = 'parent' where id = '@grandmother in family';
				update coordinator_choice set ended_at = now() where id = '@adviser is asked'`),
		);
	});
	after(async () => {
		await two.watcher.close();
		await two.second.close();
		await two.first.close();
	});

	async function begin(db: Database, person: string): Promise<void> {
		await db.exec('begin');
		await actAs(db, actors[person as Person] ?? { role: 'authenticated', person: idOf(person) });
	}

	/**
	 * Runs the first, then the second before the first has committed; the second waits for it.
	 * @returns for each the rule that refused it, or the SQLSTATE where none has a name; null when it went well
	 */
	async function together(one: [string, string], other: [string, string]): Promise<(string | null)[]> {
		await begin(two.first, one[0]);
		await begin(two.second, other[0]);
		await two.first.run(withIds(one[1]));
		const waiting = refusal(two.second.run(withIds(other[1])));
		await untilSomebodyWaits();
		await two.first.exec('commit');
		const refused = await waiting;
		await two.second.exec('commit');
		return [null, refused];
	}

	const refusal = (pressed: Promise<unknown>) =>
		pressed.then(
			() => null,
			({ constraint_name: rule, code }: { constraint_name?: string; code: string }) => rule || code,
		);

	/** From now on whoever writes so stands still, with all they hold, until `goOn`. */
	async function standStill(writing: `${'insert on' | 'update on'} ${string}`): Promise<void> {
		await two.watcher.exec(
			`create function stand_still() returns trigger language plpgsql as $$
			begin
				perform pg_advisory_xact_lock_shared(1);
				return new;
			end $$;
			create trigger stand_still before ${writing} for each row execute function stand_still();
			select pg_advisory_lock(1)`,
		);
	}
	const goOn = () => two.watcher.exec('select pg_advisory_unlock(1)');

	/**
	 * Runs the first until it has locked a row and is about to write it so, then the second until it is through or waits
	 * too, then both to their end. Whoever holds what the other wants, and wants what the other holds, ends as 40P01.
	 * @returns as `together`
	 */
	async function crossing(
		writing: `${'insert on' | 'update on'} ${string}`,
		one: [string, string],
		other: [string, string],
	): Promise<(string | null)[]> {
		await standStill(writing);
		await begin(two.first, one[0]);
		await begin(two.second, other[0]);
		const toItsEnd = async (db: Database, sql: string) => {
			const refused = await refusal(db.run(withIds(sql)));
			await db.exec('commit');
			return refused;
		};
		const first = toItsEnd(two.first, one[1]);
		await untilSomebodyWaits(1);
		let through = false;
		const second = toItsEnd(two.second, other[1]).finally(() => (through = true));
		await untilSomebodyWaits(2, () => through);
		await goOn();
		return Promise.all([first, second]);
	}

	async function untilSomebodyWaits(people = 1, orUntil = () => false): Promise<void> {
		const asked = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
		// Each question lets others run; on a machine that is busy it takes many until they have come so far.
		for (let i = 0; i < 20_000; i++)
			if ((await two.watcher.rows(asked)).length >= people || orUntil()) return;
		throw new Error('nobody waits');
	}

	const rows = (sql: string) => two.watcher.rows(withIds(sql));

	return { two, begin, together, crossing, standStill, goOn, refusal, untilSomebodyWaits, rows };
}
