/** A parent takes a no to a professional back. */
import { expect, on } from '../stage.ts';

const takeBack = `select take_no_back('@mentor left team')`;

on('parents of the household alone, and once', async ({ allowed, as, longAgo, owner, refusal }) => {
	expect(await allowed(takeBack), 'nobody said no').toEqual([]);
	await longAgo(`update team_member set unwanted_at = now() where id = '@mentor left team'`);
	expect(await allowed(takeBack)).toEqual(['parent']);
	await as('parent', takeBack);
	expect(
		await owner(
			`select unwanted_at, left_at is not null as gone from team_member where id = '@mentor left team'`,
		),
	).toEqual([{ unwanted_at: null, gone: true }]);
	expect(await refusal('parent', takeBack)).toBe('42501');
});
