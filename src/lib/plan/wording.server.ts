/** How goals have been said. The database keeps every wording by itself (supabase/schemas/32_plan_wording.sql). */
import type { Window } from '$lib/more';
import type { Database } from '$lib/server/database';
import { counted, descending, rows, shown } from '$lib/server/rows';
import type { Wordings } from './plan';

const columns = 'goalId:goal_id, number, words, saidBy:said_by, saidAt:said_at, voice';

/** The ways a goal has been said, newest first, and the first words, which stand under whatever part is shown. */
export async function wordings(db: Database, goal: string, window: Window): Promise<Wordings> {
	const [answer, first] = await Promise.all([
		db
			.from('goal_wording')
			.select(columns, counted)
			.eq('goal_id', goal)
			.order('number', descending)
			.range(window.from, window.to - 1),
		db.from('goal_wording').select(columns).match({ goal_id: goal, number: 1 }).maybeSingle().then(rows),
	]);
	return { ...shown(answer, window), first };
}

/** How the goals of this family's plan were said first, by goal: of those goals that `plan.list` gives. */
export async function firstWordsOf(db: Database, family: string): Promise<Record<string, string>> {
	const answer = await db
		.rpc('plan_goals', { family })
		.select('id, first:goal_wording!wording_stands_in_the_plan_of_its_goal!inner(words)')
		.eq('first.number', 1)
		.order('number', { referencedTable: 'first' })
		.limit(1, { referencedTable: 'first' });
	return Object.fromEntries(rows(answer).flatMap(({ id, first }) => first.map(({ words }) => [id, words])));
}
