/**
 * What row security costs: 50,000 families and 3 million self-ratings in a real PostgreSQL, and the questions the app
 * asks most, each asked in pairs, with row security as the person and without it as the owner, in turn.
 *
 *     node tests/bench/rows/bench.ts [families] [pairs]
 *
 * Run it on a machine that does nothing else. Prints the median of each side in milliseconds and their ratio, for
 * the statement alone and for the whole request (begin, role and claims as PostgREST sets them, statement, commit).
 */
import { actAs, type Actor } from '../../database/acting.ts';
import { generate, nth, type Size } from '../../database/households.ts';
import { open, type Database } from '../../database/open.ts';
import { findBinaries, start } from '../../database/postgres.ts';
import { questions, type Question } from './questions.ts';

export interface Cost {
	name: string;
	aim: number;
	/** Median milliseconds of the statement alone. */
	statement: { without: number; with: number; ratio: number };
	/** Median milliseconds of the whole request. */
	request: { without: number; with: number; ratio: number };
}

interface Time {
	statement: number;
	request: number;
}

const municipalities = 98;

/** A professional is in the teams of 30 families, of which 10 chose them as coordinator. */
const sizeFor = (families: number): Size => ({
	municipalities,
	families,
	professionals: municipalities * Math.max(3, Math.round(families / 10 / municipalities)),
	ratings: 60,
});

async function time(db: Database, { sql }: Question, filter: string | string[], as: Actor): Promise<Time> {
	const started = performance.now();
	await db.exec('begin');
	await actAs(db, as);
	const asked = performance.now();
	await db.run(sql, [filter]);
	const answered = performance.now();
	await db.exec('commit');
	return { statement: answered - asked, request: performance.now() - started };
}

/** Two connections, so that each side keeps its prepared statement, as PostgREST's do. */
interface Sides {
	with: Database;
	without: Database;
}

async function measure(db: Sides, question: Question, size: Size, pairs: number): Promise<Cost> {
	const askers = question.by === 'parent' ? size.families : size.professionals;
	const times: { [side in keyof Sides]: Time[] } = { with: [], without: [] };
	const warmUp = Math.ceil(pairs / 5);
	for (let i = 0; i < warmUp + pairs; i++) {
		const n = (i * 7919) % askers;
		const families: number[] = [];
		for (let seat = 0; seat < 3; seat++) {
			const first = (n - seat * municipalities + size.professionals) % size.professionals;
			for (let f = first; f < size.families; f += size.professionals) families.push(f);
		}
		const filter = question.filter(n, families);
		const asker = nth(question.by, n);
		// In turn, so that neither always finds the pages the other has just read.
		const order = i % 2 ? (['with', 'without'] as const) : (['without', 'with'] as const);
		for (const side of order) {
			const as = side === 'with' ? asker : ({ ...asker, role: 'postgres' } as const);
			const taken = await time(db[side], question, filter, as);
			if (i >= warmUp) times[side].push(taken);
		}
	}
	const { name, aim } = question;
	const compared = (part: keyof Time) =>
		compare(
			times.without.map((t) => t[part]),
			times.with.map((t) => t[part]),
		);
	return { name, aim, statement: compared('statement'), request: compared('request') };
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
function compare(without: number[], withRowSecurity: number[]) {
	const [a, b] = [median(without), median(withRowSecurity)];
	return { without: a, with: b, ratio: b / a };
}

/** Loads the families and asks the questions. @throws when this machine has no PostgreSQL */
export async function bench(families = 50_000, pairs = 500): Promise<Cost[]> {
	const binaries = findBinaries();
	if (!binaries) throw new Error('the bench needs PostgreSQL (initdb and postgres) on this machine');
	const server = await start(binaries, {
		shared_buffers: '1GB',
		maintenance_work_mem: '256MB',
		max_wal_size: '8GB',
		jit: 'off',
	});
	try {
		const db = await open(server.address);
		const size = sizeFor(families);
		await generate(db, size);
		await db.exec('vacuum analyze');
		const sides = { with: await db.another(), without: await db.another() };
		const costs = [];
		for (const question of questions) costs.push(await measure(sides, question, size, pairs));
		await sides.with.close();
		await sides.without.close();
		await db.close();
		return costs;
	} finally {
		await server.stop();
	}
}

/** The costs as a table for people. */
export function table(costs: Cost[]): string {
	const side = ({ without, with: rows, ratio }: Cost['statement']) =>
		`${without.toFixed(3)} -> ${rows.toFixed(3)} ms  ${ratio.toFixed(2)}`;
	return costs
		.map(
			(cost) =>
				`${cost.name.padEnd(40)} statement ${side(cost.statement)}   request ${side(cost.request)}   aim ${cost.aim}`,
		)
		.join('\n');
}

if (import.meta.main) {
	const [families, pairs] = process.argv.slice(2).map(Number);
	console.log(table(await bench(families || undefined, pairs || undefined)));
}
