/** What ends a sharing choice of the young person with the teacher, whoever does it. */
import type { Stage } from '../stage.ts';

/** The choice all this is about. */
export const share = `'@young person shares with teacher'`;

/** Lets it last so many days from today, which nobody can do afterwards: time goes by for the test alone. */
export async function lasts({ owner }: Stage, days: number): Promise<void> {
	await owner(`alter table share disable trigger stays`);
	await owner(`update share set valid_until = private.today() + ${days} where id = ${share}`);
	await owner(`alter table share enable trigger stays`);
}

/** In words; how it happens; whether the teacher is then refused (otherwise there is nothing to see). */
export const ends: [says: string, happens: (stage: Stage) => Promise<unknown>, refused: boolean][] = [
	[
		'withdrawn',
		(stage) => stage.as('young-person', `update share set withdrawn_at = now() where id = ${share}`),
		false,
	],
	['expired', (stage) => lasts(stage, -2), false],
	[
		'the owner left the family',
		(stage) => stage.owner(`update member set left_at = now() where id = '@young person in family'`),
		false,
	],
	[
		'the reader left the team',
		(stage) =>
			stage.as('project-lead', `update team_member set left_at = now() where id = '@teacher in team'`),
		true,
	],
	[
		'the reader left the job',
		(stage) => stage.owner(`update job set left_at = now() where id = '@job of teacher'`),
		true,
	],
];
