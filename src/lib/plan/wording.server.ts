/** How goals have been said. The database keeps every wording by itself (supabase/schemas/32_plan_wording.sql). */
import { descending, firstOf, rows, type Database } from '$lib/server/database';
import { mostGoals, type Wording } from './plan';

const columns = 'goalId:goal_id, number, words, saidBy:said_by, saidAt:said_at, voice';

/** The ways a goal has been said, newest first, at most 20 and the first words with them. */
export async function wordings(db: Database, goal: string): Promise<Wording[]> {
	const [found, first] = await Promise.all([
		db
			.from('goal_wording')
			.select(columns)
			.eq('goal_id', goal)
			.order('number', descending)
			.limit(20 + 1)
			// The page says how many it leaves out between these and the first.
			.then((answer) => firstOf(answer, 20).rows),
		db.from('goal_wording').select(columns).match({ goal_id: goal, number: 1 }).maybeSingle().then(rows),
	]);
	return !first || found.at(-1)?.number === 1 ? found : [...found, first];
}

/** How the goals of this family's plan were said first, by goal: of those goals that `plan.list` gives. */
export async function firstWordsOf(db: Database, family: string): Promise<Record<string, string>> {
	const answer = await db
		.from('goal')
		.select('id, first:goal_wording!wording_stands_in_the_plan_of_its_goal!inner(words)')
		.eq('family_id', family)
		.is('removed_at', null)
		.eq('first.number', 1)
		.order('done_at', { ascending: false, nullsFirst: true })
		.order('position')
		.order('id')
		.limit(mostGoals + 1)
		.order('number', { referencedTable: 'first' })
		.limit(1, { referencedTable: 'first' });
	return Object.fromEntries(
		firstOf(answer, mostGoals).rows.flatMap(({ id, first }) => first.map(({ words }) => [id, words])),
	);
}
