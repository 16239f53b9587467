/** What a row belongs to and what was said in it stays, whoever holds which right: a second guard behind the grants. */
import { expect, on } from '../policies/stage.ts';
import { guardedBy } from './guarded.ts';

on('nothing that stays becomes anything else, in any table, not even by the owner', async ({ owner }) => {
	const columns = await guardedBy(owner, 'stays');
	expect(new Set(columns.map(({ table }) => table)).size).toBeGreaterThan(20);
	for (const { table, column, another } of columns) {
		const [row] = await owner(`select ctid::text as at from ${table} order by ${column} is null limit 1`);
		expect(row, `${table}.${column}: a row of the fixture`).toBeDefined();
		const [said] = await owner(
			`do $$ begin update ${table} set ${column} = ${another} where ctid = '${row!.at}'; raise 'nobody minded'; exception
				when others then perform set_config('test.said', sqlerrm, true); end $$`,
		).then(() => owner(`select current_setting('test.said') as said`));
		expect(said?.said, `${table}.${column}`).toContain(`rule "${table}_${column}_stays"`);
	}
});

on('what names somebody may become empty: that is how a person is erased', async ({ owner }) => {
	await owner(`update meeting set proposed_by = null where id = '@meeting of strangers'`);
	expect(await owner(`select proposed_by from meeting where id = '@meeting of strangers'`)).toEqual([
		{ proposed_by: null },
	]);
});

on('nobody who asks empties it, whoever holds which right', async ({ owner, refusal }) => {
	await owner('grant update on all tables in schema public to authenticated');
	for (const [who, change] of [
		['parent', `meeting set about_id = null where id = '@meeting about the child'`],
		['parent', `meeting set proposed_by = null where id = '@meeting of the family'`],
		['parent', `goal set created_by = null where id = '@goal of the family'`],
		['coordinator', `meeting set about_id = null where id = '@meeting about the child'`],
	] as const) {
		expect(await refusal(who, `update ${change}`), `${who}: ${change}`).toBe('23514');
	}
});

on('a meeting of the whole family does not become one about somebody', async ({ owner }) => {
	await expect(
		owner(`update meeting set about_id = '@child' where id = '@meeting of the family'`),
	).rejects.toThrow('"meeting_about_id_stays"');
});
