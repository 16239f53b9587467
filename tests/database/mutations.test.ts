/** No policy can be dropped, or opened to everybody, without the matrix noticing. */
import { expect, test } from 'vitest';
import { engines, filled } from '../policies/databases.ts';
import { mutate } from '../policies/mutate.ts';

test.each(engines)('%s: every broken policy is noticed', { timeout: 120_000 }, async (engine) => {
	const { tried, survivors } = await mutate(await filled(engine));
	expect(survivors).toEqual([]);
	expect(tried).toBeGreaterThan(150);
});
