/**
 * The tests of the database, looking again and again at databases in which something is broken. Vitest starts once and
 * the databases are copied: a look takes a second or two.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createVitest } from 'vitest/node';
import { fill } from '../policies/fixture.ts';
import { connect, openScratch, type Database } from '../database/open.ts';

export interface Mutant {
	name: string;
	/** What tests call it. */
	spoken: string[];
	/** Breaks it. */
	sql: string;
}

export interface Trial {
	/** The database as it is, with everybody of the fixture in it. */
	whole: Database;
	/** Whether a test fails with it. */
	isMissed(mutant: Mutant): Promise<boolean>;
	close(): Promise<void>;
}

/**
 * Those that start servers are slow, and say through a door what others say in SQL; some are about the tests
 * themselves, or about how a read is planned.
 */
const isAside = /^(running\/|complete|mutations|staff-routes)/;

const read = (file: string) => readFileSync(file, 'utf8');
/** The tests that try what the database does, with their words. */
const tests = ['tests/policies', 'tests/database'].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.test.ts') && !isAside.test(file))
		.map((file) => `${folder}/${file}`)
		// With the list that stands beside it.
		.map((file) => ({
			file,
			text: [file, file.replace('.test.ts', '.ts')]
				.filter((path) => existsSync(path))
				.map(read)
				.join(),
		})),
);

/** The tests that speak of it by name: those look first. */
const nearest = ({ spoken }: Mutant): string[] =>
	tests.filter(({ text }) => spoken.some((word) => text.includes(word))).map(({ file }) => file);

/** @param address of a PostgreSQL that is there for this alone: what the tests leave on it is dropped */
export async function trial(address: string): Promise<Trial> {
	const whole = await openScratch(address);
	const templates = { empty: await openScratch(address), filled: await openScratch(address) };
	await fill(templates.filled);
	await fill(whole);
	// Nobody may be connected to a database that is copied.
	await templates.empty.disconnect();
	await templates.filled.disconnect();
	const names = { empty: 'trial_empty', filled: 'trial_filled' };
	process.env.TEST_DATABASES = JSON.stringify({ address, ...names });
	const vitest = await createVitest('test', {
		project: 'policies',
		watch: false,
		bail: 1,
		maxWorkers: 1,
		reporters: [{}],
	});
	const specifications = await vitest.globTestSpecifications();

	/** Both databases with this in them. */
	async function prepare(sql: string) {
		await tidy();
		for (const what of ['empty', 'filled'] as const) {
			await whole.exec(`create database ${names[what]} template ${templates[what].name}`);
			const broken = connect(address, names[what]);
			await broken.exec(sql);
			await broken.close();
		}
	}

	/** Files share what they open, and leave it open. */
	async function tidy() {
		const kept = [whole, templates.empty, templates.filled].map(({ name }) => name);
		const left = await whole.rows(
			`select datname as name from pg_database
			where datname ~ '^(trial|vores_plan_test)_' and datname <> all ($1)`,
			[kept],
		);
		for (const { name } of left) await whole.exec(`drop database ${name as string} with (force)`);
	}

	async function fails(files: string[]): Promise<boolean> {
		const chosen = specifications.filter(({ moduleId }) => files.some((file) => moduleId.endsWith(file)));
		const { testModules, unhandledErrors } = await vitest.runTestSpecifications(chosen);
		return unhandledErrors.length > 0 || testModules.some((module) => module.state() === 'failed');
	}

	return {
		whole,
		async isMissed(mutant) {
			await prepare(mutant.sql);
			const near = nearest(mutant);
			const others = tests.map(({ file }) => file).filter((file) => !near.includes(file));
			return (near.length > 0 && (await fails(near))) || fails(others);
		},
		async close() {
			await vitest.close();
			await tidy();
			for (const database of [whole, templates.empty, templates.filled]) await database.close();
		},
	};
}
