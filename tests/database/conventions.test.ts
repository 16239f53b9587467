/** The schema keeps its conventions, and each convention would notice when it did not. */
import { describe, expect, test } from 'vitest';
import { everyEngine, filled } from '../policies/databases.ts';
import { rolledBack } from './acting.ts';
import { conventions } from './conventions.ts';

describe.each(everyEngine)('%s', (engine) => {
	test.each(conventions)('$says', async ({ query, brokenBy }) => {
		const db = await filled(engine);
		const found = async () => (await db.rows(`${query} order by 1`)).map(({ what }) => what);
		expect(await found()).toEqual([]);
		for (const change of [brokenBy].flat()) {
			const afterwards = await rolledBack(db, async () => {
				await db.exec(change);
				return found();
			});
			expect(afterwards, change).toHaveLength(1);
		}
	});
});
