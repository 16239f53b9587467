/** Whoever names nothing is refused as a stranger is: no right follows from an id that is missing. */
import { expect, test } from 'vitest';
import { actors } from '../policies/actors.ts';
import { engines, filled } from '../policies/databases.ts';
import { actAs, rolledBack } from './acting.ts';

/** What does not ask about an id, and what is answered instead. */
const otherwise: Record<string, string> = {
	accept_invitation_as_me: 'invitation_is_open',
	drop_draft: '23502',
	keep_draft_answer: '23502',
	read_shared_ratings: 'nothing',
};

test.each(engines)('%s: every function that writes, with nothing given', async (engine) => {
	const db = await filled(engine);
	const verbs = await db.rows(`select proname as name, pronargs - pronargdefaults as given from pg_proc
		where pronamespace = 'public'::regnamespace and provolatile = 'v'
			and has_function_privilege('authenticated', oid, 'execute') order by proname`);
	expect(verbs.length).toBeGreaterThan(25);
	for (const verb of verbs) {
		const { name, given } = verb as { name: string; given: number };
		for (const who of ['parent', 'coordinator', 'project-lead', 'guest'] as const) {
			const answer = await rolledBack(db, async () => {
				await actAs(db, actors[who]);
				return db.rows(`select ${name}(${Array(given).fill('null').join()})`).then(
					(rows) => (rows.length ? 'something' : 'nothing'),
					(error: { code: string; constraint?: string; constraint_name?: string }) =>
						(error.constraint ?? error.constraint_name) || error.code,
				);
			});
			expect(answer, `${name} as ${who}`).toBe(otherwise[name] ?? '42501');
		}
	}
});
