/**
 * Proof that the matrix would notice: every policy is dropped, and opened to everybody, and each time something the
 * table's file says must no longer hold. Run alone: `node tests/policies/mutate.ts`.
 */
import { rolledBack, takenBack } from '../database/acting.ts';
import { open, type Database } from '../database/open.ts';
import { everyTable } from './every-table.ts';
import { fill } from './fixture.ts';
import { expectations, holds, type Command, type Expectation, type Table } from './matrix.ts';

interface Policy {
	schema: string;
	table: string;
	name: string;
	command: Command;
	using: string | null;
	check: string | null;
}

export interface Report {
	/** How many ways of breaking a policy were tried. */
	tried: number;
	/** Those that nobody noticed. */
	survivors: string[];
}

/** Breaks every policy of a filled database, one at a time, and takes it back. */
export async function mutate(db: Database): Promise<Report> {
	const tables = await everyTable();
	const report: Report = { tried: 0, survivors: [] };
	for (const policy of await policies(db)) {
		for (const [change, sql] of waysToBreak(policy)) {
			report.tried += 1;
			const noticed = await rolledBack(db, () => isNoticed(db, policy, sql, tables.get(policy.table)));
			if (!noticed) report.survivors.push(`${policy.table}.${policy.name}: ${change}`);
		}
	}
	return report;
}

async function policies(db: Database): Promise<Policy[]> {
	const rows = await db.rows(`
		select schemaname as schema, tablename as table, policyname as name, lower(cmd) as command,
			qual as using, with_check as check
		from pg_policies where schemaname in ('public', 'private') order by tablename, policyname`);
	return rows as unknown as Policy[];
}

function waysToBreak({ schema, table, name, using, check }: Policy): [change: string, sql: string][] {
	const alter = `alter policy ${name} on ${schema}.${table}`;
	return [
		['dropped', `drop policy ${name} on ${schema}.${table}`],
		...(using ? ([['using (true)', `${alter} using (true)`]] as [string, string][]) : []),
		...(check ? ([['with check (true)', `${alter} with check (true)`]] as [string, string][]) : []),
	];
}

async function isNoticed(db: Database, policy: Policy, sql: string, table?: Table): Promise<boolean> {
	if (!table) return false;
	const mine = expectations(policy.table, table).filter(({ command }) => command === policy.command);
	const broken = async (expectation: Expectation) => {
		await db.exec(sql);
		return !(await holds(db, expectation));
	};
	for (const expectation of mine) if (await takenBack(db, () => broken(expectation))) return true;
	if (!sql.includes('with check')) return false;
	// Many columns that say whose a row is may be updated by nobody, so that the grant refuses before the policy is
	// asked; and a second guard, `private.stays`, refuses too. Without both the policy alone has to refuse.
	const whole = `${policy.schema}.${policy.table}`;
	await db.exec(`grant update on ${whole} to authenticated`);
	const guarded = await db.rows(`select from pg_trigger where tgrelid = $1::regclass and tgname = 'stays'`, [
		whole,
	]);
	if (guarded.length) await db.exec(`alter table ${whole} disable trigger stays`);
	for (const expectation of mine) {
		const before = await takenBack(db, () => seen(db, expectation));
		await db.exec('savepoint broken');
		await db.exec(sql);
		const after = await takenBack(db, () => seen(db, expectation));
		await db.exec('rollback to broken');
		if (before !== after) return true;
	}
	return false;
}

const seen = (db: Database, { observe }: Expectation): Promise<string> =>
	observe(db).then(
		(observed) => JSON.stringify(observed),
		(error: Error) => error.message,
	);

if (import.meta.main) {
	const db = await open();
	await fill(db);
	const { tried, survivors } = await mutate(db);
	await db.close();
	console.log([`${tried} broken policies, ${survivors.length} unnoticed`, ...survivors].join('\n'));
	process.exitCode = survivors.length > 0 ? 1 : 0;
}
