/**
 * `npm run mutate`: is every rule of the database missed when it is gone? Policies are broken one at a time and the
 * matrix looks (tests/policies/mutate.ts, which `npm test` runs too); then every refusal of a function and every check
 * of a table: first the tests look that speak of it by name, then all. Prints what nobody missed.
 *
 *     npm run mutate -- [policies|rules|checks] [part of a name]
 *
 * Wants a PostgreSQL on this machine.
 */
import { mutate as mutatePolicies } from '../policies/mutate.ts';
import type { Database } from './open.ts';
import { findBinaries, start } from './postgres.ts';
import { trial, type Mutant } from './trial.ts';

/** What refuses in a function: the one way for rules, and what still raises by itself. */
const refusals =
	/perform private\.refuse\((?:'(?:[^']|'')*'|[^';])*\);|raise exception (?:'(?:[^']|'')*'|[^';])*;/g;

/** Each refusal of each function, taken out. */
async function rules(db: Database): Promise<Mutant[]> {
	const functions = (await db.rows(`
		select p.oid::regproc::text as name, pg_get_functiondef(p.oid) as source from pg_proc p
		where pronamespace::regnamespace::text in ('public', 'private') and prokind = 'f'
			and p.oid <> 'private.refuse'::regproc and prosrc ~ 'private\\.refuse\\(|raise exception' order by 1`)) as {
		name: string;
		source: string;
	}[];
	return functions.flatMap(({ name, source }) =>
		[...source.matchAll(refusals)].map(({ 0: refusal, index }): Mutant => ({
			name: `${name}: ${refusal.replaceAll(/\s+/g, ' ').slice(0, 90)}`,
			spoken: [name.replace('private.', ''), ...(/'(\w+)'/.exec(refusal)?.slice(1) ?? [])],
			sql: `${source.slice(0, index)}null;${source.slice(index + refusal.length)}`,
		})),
	);
}

/** Each constraint that is more than a key or an id being there, and each index that keeps something single, dropped. */
async function checks(db: Database): Promise<Mutant[]> {
	const rows = (await db.rows(`
		select conrelid::regclass::text as table, conname::text as name,
			format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as sql
		from pg_constraint
		where (contype in ('c', 'u', 'x') or contype = 'f' and cardinality(conkey) > 1)
			and conrelid <> 0 and connamespace::regnamespace::text in ('public', 'private')
		union all
		select indrelid::regclass::text, relname::text, format('drop index %s', indexrelid::regclass)
		from pg_index join pg_class on oid = indexrelid
		where indisunique and relnamespace::regnamespace::text in ('public', 'private')
			and not exists (select from pg_constraint where conindid = indexrelid)
		order by 1, 2`)) as { table: string; name: string; sql: string }[];
	return rows.map(({ table, name, sql }) => ({ name: `${table}: ${name}`, spoken: [name], sql }));
}

const [kind, part = ''] = process.argv.slice(2);
const binaries = findBinaries();
if (!binaries) throw new Error('No PostgreSQL here: install one.');
process.env.TEST_ENGINES = 'one';
const server = await start(binaries, { jit: 'off' });
const { whole, isMissed, close } = await trial(server.address);
try {
	const survivors: string[] = [];
	let tried = 0;
	if (!kind || kind === 'policies') {
		const report = await mutatePolicies(whole);
		tried += report.tried;
		survivors.push(...report.survivors);
	}
	const mutants = [
		...(!kind || kind === 'rules' ? await rules(whole) : []),
		...(!kind || kind === 'checks' ? await checks(whole) : []),
	].filter(({ name }) => name.includes(part));
	// A test that fails anyhow would miss everything.
	if (mutants.length && (await isMissed({ name: 'nothing', spoken: [], sql: 'select' }))) {
		throw new Error('The tests of the database fail with every rule in place: `npm run test:policies`.');
	}
	const started = Date.now();
	for (const [index, mutant] of mutants.entries()) {
		const missed = await isMissed(mutant);
		if (!missed) survivors.push(mutant.name);
		const done = index + 1;
		const left = ((Date.now() - started) / done / 60_000) * (mutants.length - done);
		console.log(
			`${missed ? '✓' : '✗'} ${mutant.name} (${done} of ${mutants.length}, about ${left.toFixed(0)} min left)`,
		);
	}
	tried += mutants.length;
	console.log([`${tried} rules broken, ${survivors.length} not missed`, ...survivors].join('\n'));
	process.exitCode = survivors.length ? 1 : 0;
} finally {
	await close();
	await server.stop();
}
