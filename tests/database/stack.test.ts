/** What is refused costs the embedded database nothing that lasts. */
import { expect, test } from 'vitest';
import { openDatabase } from '../../supabase/embedded/connection.ts';
import { stackOf } from '../../supabase/embedded/pglite.ts';

test('a refusal leaves the stack where it was', async () => {
	const { connection, owner } = await openDatabase('memory://refusing');
	await owner.rows('select 1');
	const before: unknown = stackOf(connection.driver).value;
	for (let n = 0; n < 3; n += 1) {
		await expect(owner.rows(`select 'none'::int`)).rejects.toThrow('invalid input syntax');
		await expect(owner.rows('select 1 / 0')).rejects.toThrow('division by zero');
		await expect(owner.exec('not a question')).rejects.toThrow('syntax error');
	}
	expect(stackOf(connection.driver).value).toBe(before);
	await connection.close();
});
