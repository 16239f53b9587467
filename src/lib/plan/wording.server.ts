/** How goals have been said. The database keeps every wording by itself (supabase/schemas/32_plan_wording.sql). */
import { descending, rows, type Database } from '$lib/server/database';
import type { Wording } from './plan';

const columns = 'goalId:goal_id, number, words, saidBy:said_by, saidAt:said_at, voice';

/** The ways a goal has been said, newest first, at most 20 and the first words with them. */
export async function wordings(db: Database, goal: string): Promise<Wording[]> {
	const [found, first] = await Promise.all([
		db
			.from('goal_wording')
			.select(columns)
			.eq('goal_id', goal)
			.order('number', descending)
			.limit(20)
			.then(rows),
		db.from('goal_wording').select(columns).match({ goal_id: goal, number: 1 }).maybeSingle().then(rows),
	]);
	return !first || found.at(-1)?.number === 1 ? found : [...found, first];
}

/** How a goal was said first; null when there is none that I may see. */
export async function firstWords(db: Database, goal: string): Promise<string | null> {
	const answer = await db
		.from('goal_wording')
		.select('words')
		.match({ goal_id: goal, number: 1 })
		.maybeSingle();
	return rows(answer)?.words ?? null;
}

/** How the goals of this family's plan were said first, by goal: at most 600, the newest. */
export async function firstWordsOf(db: Database, family: string): Promise<Record<string, string>> {
	const answer = await db
		.from('goal_wording')
		.select('goalId:goal_id, words')
		.match({ family_id: family, number: 1 })
		.order('said_at', descending)
		.order('goal_id')
		.limit(600);
	return Object.fromEntries(rows(answer).map(({ goalId, words }) => [goalId, words]));
}
