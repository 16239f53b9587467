/** What somebody does, the database says when; whatever time is sent. Once more changes nothing, taking it back empties it. */
import { expect, on } from '../../policies/stage.ts';

const stamped = [
	['meeting', 'cancelled_at', `id = '@meeting of the family'`, 'parent', true],
	['agenda_point', 'removed_at', `id = '@point of the parent'`, 'parent', true],
	['scale', 'retired_at', `id = '@scale of the parent'`, 'parent', true],
	['share', 'withdrawn_at', `id = '@parent shares with coordinator'`, 'parent', false],
] as const;
for (const [table, column, where, who, canBeTakenBack] of stamped) {
	on(`${table}.${column} is when it happened, not what somebody sends`, async ({ as, owner }) => {
		const set = (value: string) => as(who, `update ${table} set ${column} = ${value} where ${where}`);
		const is = async () =>
			(
				await owner(
					`select ${column} = now() as now, ${column} is null as empty from ${table} where ${where}`,
				)
			)[0];
		await set(`'2001-01-01'`);
		expect(await is()).toEqual({ now: true, empty: false });
		await owner(`update ${table} set ${column} = '2001-01-01' where ${where}`);
		expect(await is()).toEqual({ now: true, empty: false });
		if (!canBeTakenBack) return;
		await set('null');
		expect(await is()).toEqual({ now: null, empty: true });
	});
}
