/** No policy can be dropped, or opened to everybody, without the matrix noticing. */
import { expect, test } from 'vitest';
import { engines, filled } from '../policies/databases.ts';
import { mutate } from '../policies/mutate.ts';

// The matrix itself holds on every engine; breaking it once is enough, on the faster one.
const engine = engines.at(-1)!;

test('every broken policy is noticed', { timeout: 180_000 }, async () => {
	const { tried, survivors } = await mutate(await filled(engine));
	expect(survivors).toEqual([]);
	expect(tried).toBeGreaterThan(150);
});
