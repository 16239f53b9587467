/**
 * `npm run mutate`: is every rule missed when it is gone? Policies are broken one at a time and the matrix looks
 * (tests/policies/mutate.ts, which `npm test` runs too); then every refusal of a function, every check of a table, every
 * trigger, and every part of a condition: first the tests look that speak of it by name, then all. Of the rules in
 * TypeScript every file is broken that has a test beside it (typescript.ts). Prints what nobody missed.
 *
 *     npm run mutate -- [policies|rules|checks|triggers|conditions|typescript] [part of a name]
 *
 * Wants a PostgreSQL on this machine, but for TypeScript.
 */
import { findBinaries, start } from '../database/postgres.ts';
import { mutate as mutatePolicies } from '../policies/mutate.ts';
import * as database from './database.ts';
import { trial } from './trial.ts';
import { mutateTypescript } from './typescript.ts';

const [kind, part = ''] = process.argv.slice(2);
const wants = (one: string) => !kind || kind === one;
const survivors: string[] = [];
let tried = 0;

async function mutateDatabase() {
	const binaries = findBinaries();
	if (!binaries) throw new Error('No PostgreSQL here: install one.');
	process.env.TEST_ENGINES = 'one';
	const server = await start(binaries, { jit: 'off' });
	const { whole, isMissed, close } = await trial(server.address);
	try {
		if (wants('policies')) {
			const report = await mutatePolicies(whole);
			tried += report.tried;
			survivors.push(...report.survivors);
		}
		const mutants = [];
		for (const one of ['rules', 'checks', 'triggers', 'conditions'] as const)
			if (wants(one)) mutants.push(...(await database[one](whole)).filter(({ name }) => name.includes(part)));
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
	} finally {
		await close();
		await server.stop();
	}
}

if (kind !== 'typescript') await mutateDatabase();
if (wants('typescript')) {
	const report = await mutateTypescript(part);
	tried += report.tried;
	survivors.push(...report.survivors);
}
console.log([`${tried} rules broken, ${survivors.length} not missed`, ...survivors].join('\n'));
process.exitCode = survivors.length ? 1 : 0;
