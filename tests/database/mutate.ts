/**
 * `npm run mutate`: is every rule of the database missed when it is gone? Policies are broken one at a time and the
 * matrix looks (tests/policies/mutate.ts, which `npm test` runs too); then every refusal of a function and every check
 * of a table, two at the same time: first the tests look that speak of it by name, then all. Prints what nobody missed.
 *
 *     npm run mutate -- [policies|rules|checks] [part of a name]
 *
 * Wants a PostgreSQL, as this machine's or in TEST_DATABASE_URL.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mutate as mutatePolicies } from '../policies/mutate.ts';
import { fill } from '../policies/fixture.ts';
import { openScratch, type Database } from './open.ts';
import { findBinaries, start } from './postgres.ts';
import { tool } from '../steps.ts';

interface Mutant {
	name: string;
	sql: string;
}

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
			sql: `${source.slice(0, index)}null;${source.slice(index + refusal.length)}`,
		})),
	);
}

/** Each check and each unique constraint, dropped. */
async function checks(db: Database): Promise<Mutant[]> {
	const rows = (await db.rows(`
		select conrelid::regclass::text as table, conname as name from pg_constraint
		where contype in ('c', 'u', 'x') and conrelid <> 0
			and connamespace::regnamespace::text in ('public', 'private') order by 1, 2`)) as {
		table: string;
		name: string;
	}[];
	return rows.map(({ table, name }) => ({
		name: `${table}: ${name}`,
		sql: `alter table ${table} drop constraint ${name} cascade`,
	}));
}

/** The tests of the database, with their words. */
const tests = ['tests/policies', 'tests/database'].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		// Those that start servers are slow, and say through a door what others say in SQL.
		.filter((file) => file.endsWith('.test.ts') && !file.startsWith('running'))
		.map((file) => ({ file: `${folder}/${file}`, text: readFileSync(`${folder}/${file}`, 'utf8') })),
);

/** The tests that speak of it by name: those look first. */
function nearest({ name }: Mutant): string[] {
	const words = name.match(/\w+/g)!.filter((word) => word.length > 3);
	const spoken = words.filter((word) => word.includes('_') || word === words[0]);
	return tests.filter(({ text }) => spoken.some((word) => text.includes(word))).map(({ file }) => file);
}

/** Whether one of these tests fails with it. Rights and conventions are read from the catalogue, not tried. */
function isMissedBy(files: string[], { sql }: Mutant, address: string): Promise<boolean> {
	const child = spawn(
		process.execPath,
		tool('vitest', 'run', '--project', 'policies', '--bail', '1', '--reporter', 'dot', ...files),
		{ env: { ...process.env, TEST_DATABASE_URL: address, TEST_MUTANT: sql }, stdio: 'ignore' },
	);
	return new Promise((done) => child.once('close', (status) => done(status !== 0)));
}

const all = tests.map(({ file }) => file);

/** First those tests look that speak of it, then all. */
async function isMissed(mutant: Mutant, address: string): Promise<boolean> {
	const near = nearest(mutant);
	return (near.length > 0 && (await isMissedBy(near, mutant, address))) || isMissedBy(all, mutant, address);
}

const [kind, part = ''] = process.argv.slice(2);
const given = process.env.TEST_DATABASE_URL;
const binaries = findBinaries();
if (!given && !binaries)
	throw new Error('No PostgreSQL here: install one, or name one in TEST_DATABASE_URL.');
const server = given ? null : await start(binaries!, { jit: 'off' });
const address = given ?? server!.address;
const db = await openScratch(address);
try {
	const survivors: string[] = [];
	let tried = 0;
	if (!kind || kind === 'policies') {
		await fill(db);
		const report = await mutatePolicies(db);
		tried += report.tried;
		survivors.push(...report.survivors);
	}
	const mutants = [
		...(!kind || kind === 'rules' ? await rules(db) : []),
		...(!kind || kind === 'checks' ? await checks(db) : []),
	].filter(({ name }) => name.includes(part));
	// A test that fails anyhow would miss everything.
	if (mutants.length && (await isMissedBy(all, { name: 'nothing', sql: 'select' }, address))) {
		throw new Error('The tests of the database fail with every rule in place: `npm run test:policies`.');
	}
	const started = Date.now();
	const waiting = [...mutants];
	let done = 0;
	const worker = async () => {
		for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
			const missed = await isMissed(mutant, address);
			done += 1;
			if (!missed) survivors.push(mutant.name);
			const left = ((Date.now() - started) / done / 60_000) * (mutants.length - done);
			console.log(
				`${missed ? '✓' : '✗'} ${mutant.name} (${done} of ${mutants.length}, about ${left.toFixed(0)} min left)`,
			);
		}
	};
	await Promise.all(Array.from({ length: 2 }, worker));
	tried += mutants.length;
	console.log([`${tried} rules broken, ${survivors.length} not missed`, ...survivors].join('\n'));
	process.exitCode = survivors.length ? 1 : 0;
} finally {
	await db.close();
	await server?.stop();
}
