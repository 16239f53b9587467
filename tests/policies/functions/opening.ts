/** Reading what is shared takes two transactions; a stage is one. Here the first becomes an earlier one. */
import type { ActorName } from '../actors.ts';
import type { Stage } from '../stage.ts';

/** Somebody opens what a family shares with them, as if committed before this transaction began. @returns the reading */
export async function opened({ as, owner }: Stage, who: ActorName, family = 'family'): Promise<string> {
	const [row] = await as(who, `select open_shared_ratings('@${family}') as reading`);
	const reading = row!.reading as string;
	await owner(`update access_log set opened_in = '3' where reading_id = '${reading}'`);
	return reading;
}

/** What the second step shows. */
export const read = (reading: string) =>
	`select owner_id, topic::text from read_shared_ratings('${reading}') order by owner_id, topic`;
