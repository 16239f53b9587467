/**
 * Row security stays fast: whoever asks, a table is reached through an index and the helpers of the policies are
 * asked once. A policy that is asked for every row shows here as a SubPlan or as rows read and thrown away.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { actAs, rolledBack } from './acting.ts';
import { engines, fresh } from './engines.ts';
import { generate, nth } from './households.ts';
import type { Database } from './open.ts';

interface Plan {
	'Node Type': string;
	'Actual Loops': number;
	'Rows Removed by Filter'?: number;
	Filter?: string;
	'Subplan Name'?: string;
	Plans?: Plan[];
}

/** Rows that may be read and thrown away; the tables here have thousands, of which few are the asker's. */
const thrownAwayAtMost = 1000;

const actors = { parent: nth('parent', 7), coordinator: nth('professional', 7) };

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
const thrownAway = (plan: Plan) =>
	nodes(plan).reduce((sum, node) => sum + (node['Rows Removed by Filter'] ?? 0) * node['Actual Loops'], 0);
const askedPerRow = (plan: Plan) =>
	nodes(plan).filter(
		(node) => /SubPlan/.test(node.Filter ?? '') || /^SubPlan/.test(node['Subplan Name'] ?? ''),
	);

async function planOf(db: Database, actor: keyof typeof actors, sql: string, before = ''): Promise<Plan> {
	return rolledBack(db, async () => {
		// A table of a few thousand rows is read whole because that is cheaper. We want to see the plan of the
		// millions there will be: an index where one can serve the policy.
		await db.exec(`set local enable_seqscan = off; ${before}`);
		await actAs(db, actors[actor]);
		const [row] = await db.rows(`explain (analyze, timing off, format json) ${sql}`);
		const [first] = row!['QUERY PLAN'] as [{ Plan: Plan }];
		return first.Plan;
	});
}

/** The columns authenticated may select, by table. */
const readable = `
	select c.oid::regclass as table, string_agg(attname, ', ' order by attnum) as columns
	from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped
	where relnamespace::regnamespace::text in ('public', 'private') and relkind in ('r', 'p')
		and has_column_privilege('authenticated', c.oid, attnum, 'select')
	group by c.oid order by c.oid::regclass::text`;

describe.each(engines)('%s', async (engine) => {
	const db = await fresh(engine);
	await generate(db, { municipalities: 3, families: 300, professionals: 60, ratings: 30 });
	afterAll(() => db.close());

	const tables = (await db.rows(readable)) as { table: string; columns: string }[];

	test.each(tables)('$table', async ({ table, columns }) => {
		for (const actor of ['parent', 'coordinator'] as const) {
			const plan = await planOf(db, actor, `select ${columns} from ${table}`);
			expect(askedPerRow(plan), `${actor}: a policy is asked for every row`).toEqual([]);
			expect(thrownAway(plan), `${actor}: rows thrown away`).toBeLessThanOrEqual(thrownAwayAtMost);
		}
	});

	test('a policy that is asked for every row would be noticed', async () => {
		const plan = await planOf(
			db,
			'parent',
			'select id from public.goal',
			`alter policy select_plan on public.goal using (exists (
				select from public.member m where m.family_id = goal.family_id and m.person_id = private.uid()
			))`,
		);
		expect(askedPerRow(plan)).not.toEqual([]);
		expect(thrownAway(plan)).toBeGreaterThan(thrownAwayAtMost);
	});

	test('a policy without its index would be noticed', async () => {
		const plan = await planOf(
			db,
			'parent',
			'select id from public.rating',
			`drop index public.rating_person_id_rated_at_idx, public.rating_scale_id_person_id_idx`,
		);
		expect(thrownAway(plan)).toBeGreaterThan(thrownAwayAtMost);
	});
});
