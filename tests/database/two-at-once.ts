/** Two people who press at the same moment: two connections to a real PostgreSQL, made anew for the tests of a file. */
import { afterAll, beforeAll } from 'vitest';
import { actAs } from './acting.ts';
import { fresh } from './engines.ts';
import type { Database } from './open.ts';
import { actors, type Person } from '../policies/actors.ts';
import { idOf, withIds } from '../policies/labels.ts';

export function twoAtOnce() {
	const two = {} as {
		first: Database;
		second: Database;
		/** Sees, from outside both transactions, that one waits for the other. */
		watcher: Database;
	};
	beforeAll(async () => {
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
	afterAll(async () => {
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
		const waiting = two.second.run(withIds(other[1])).then(
			() => null,
			({ constraint_name: rule, code }: { constraint_name?: string; code: string }) => rule || code,
		);
		await untilSomebodyWaits();
		await two.first.exec('commit');
		const refused = await waiting;
		await two.second.exec('commit');
		return [null, refused];
	}

	async function untilSomebodyWaits(people = 1): Promise<void> {
		const asked = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
		for (let i = 0; i < 500; i++) if ((await two.watcher.rows(asked)).length >= people) return;
		throw new Error('nobody waits');
	}

	const rows = (sql: string) => two.watcher.rows(withIds(sql));

	return { two, begin, together, untilSomebodyWaits, rows };
}
