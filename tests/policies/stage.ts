/** A database to try things in as somebody, for tests of what functions and triggers do. */
import { describe, expect, test } from 'vitest';
import { actAs, actAsOwner, rolledBack, takenBack } from '../database/acting.ts';
import type { Database, Row } from '../database/open.ts';
import { actorNames, actors, type ActorName } from './actors.ts';
import { engines, filled } from './databases.ts';
import { idOf, withIds } from './labels.ts';

/** A refusal of the database. */
export interface Refused {
	/** SQLSTATE */
	code: string;
	/** The constraint or rule. */
	constraint: string | undefined;
	message: string;
}

/** A database in a transaction that is taken back after the test. Names like '@family' are ids. */
export interface Stage {
	/** Runs as the owner, past row security. */
	owner(sql: string): Promise<Row[]>;
	/** What the owner is refused: what holds whoever writes. */
	ownersRefusal(sql: string): Promise<string | null>;
	/** Runs as the owner past triggers and foreign keys too: as if it had been so for long. */
	longAgo(sql: string): Promise<void>;
	/** Runs as somebody, for good (until the test ends). @throws what the database answers */
	as(who: ActorName, sql: string): Promise<Row[]>;
	/** What the database answers when it refuses; null when it went well. Nothing of it stays. */
	answer(who: ActorName, sql: string): Promise<Refused | null>;
	/** SQLSTATE of the refusal; null when it went well. Nothing of it stays. */
	refusal(who: ActorName, sql: string): Promise<string | null>;
	/** The constraint or rule that refuses; null when it went well. Nothing of it stays. */
	rule(who: ActorName, sql: string): Promise<string | null>;
	/** Does the work and takes it back, so that what comes next starts from the same rows. */
	takenBack<T>(work: () => Promise<T>): Promise<T>;
	/** Everybody whom the database does not answer with 42501. Other errors count as being let in. */
	allowed(sql: string): Promise<ActorName[]>;
}

function stageOn(db: Database): Stage {
	const as: Stage['as'] = async (who, sql) => {
		await actAs(db, actors[who]);
		const rows = await db.rows(withIds(sql, who));
		await actAsOwner(db);
		return rows;
	};
	const refused = (run: () => Promise<unknown>) =>
		takenBack(db, () =>
			run()
				// As when it is committed.
				.then(() => db.exec('set constraints all immediate'))
				.then(
					() => null,
					(error: Refused & { constraint_name?: string }) => ({
						code: error.code,
						// The two drivers call it differently.
						constraint: error.constraint ?? error.constraint_name,
						message: error.message,
					}),
				),
		);
	const answer: Stage['answer'] = (who, sql) => refused(() => as(who, sql));
	const rule: Stage['rule'] = async (who, sql) => {
		const refused = await answer(who, sql);
		return refused && (refused.constraint ?? refused.code);
	};
	const refusal: Stage['refusal'] = async (who, sql) => (await answer(who, sql))?.code ?? null;
	return {
		owner: (sql) => db.rows(withIds(sql)),
		ownersRefusal: async (sql) => (await refused(() => db.rows(withIds(sql))))?.code ?? null,
		async longAgo(sql) {
			await db.run(`select set_config('session_replication_role', 'replica', true)`);
			await db.run(withIds(sql));
			await db.run(`select set_config('session_replication_role', 'origin', true)`);
		},
		as,
		answer,
		refusal,
		rule,
		takenBack: (work) => takenBack(db, work),
		async allowed(sql) {
			const may: ActorName[] = [];
			for (const who of actorNames) if ((await refusal(who, sql)) !== '42501') may.push(who);
			return may;
		},
	};
}

/** A test on every database there is, each in a transaction of its own. */
export function on(says: string, work: (stage: Stage) => Promise<void>): void {
	describe.each(engines)('%s', (engine) => {
		test(says, async () => {
			const db = await filled(engine);
			await rolledBack(db, () => work(stageOn(db)));
		});
	});
}

export { expect, idOf };
