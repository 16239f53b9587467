/** The schema keeps its conventions, and each convention would notice when it did not. */
import { describe, expect, test } from 'vitest';
import { engines, everyEngine, filled } from '../policies/databases.ts';
import { rolledBack } from './acting.ts';
import { columns } from './conventions/columns.ts';
import { comments } from './conventions/comments.ts';
import { days } from './conventions/days.ts';
import { functions } from './conventions/functions.ts';
import { keys } from './conventions/keys.ts';
import { locks } from './conventions/locks.ts';
import { rowSecurity } from './conventions/row-security.ts';

const conventions = [...rowSecurity, ...keys, ...columns, ...days, ...functions, ...locks, ...comments];

describe.each(everyEngine)('%s', (engine) => {
	test.each(engines.includes(engine) ? conventions : rowSecurity)('$says', async ({ query, brokenBy }) => {
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
