/**
 * Who may not write somewhere learns nothing by trying: whether the row that is named exists or is made up, the answer
 * has the same code, the same rule and the same words.
 */
import { expect, on, type Stage } from '../policies/stage.ts';
import type { ActorName } from '../policies/actors.ts';
import { ownIds } from './own-ids.ts';
import { references } from './references.ts';

const answerTo = async ({ answer }: Stage, who: ActorName, sql: string, id: string) => {
	const given = await answer(who, sql.replaceAll(':id', `'@${id}'`));
	return given && { code: given.code, rule: given.constraint, words: given.message };
};

for (const [name, { sql, existing, by }] of Object.entries(references)) {
	on(`${name}: a row that is there and one that is made up`, async (stage) => {
		for (const who of by) {
			const madeUp = await answerTo(stage, who, sql, 'nothing that is there');
			expect(madeUp, `${who}: refused`).not.toBeNull();
			for (const row of existing)
				expect(await answerTo(stage, who, sql, row), `${who}: ${row}`).toEqual(madeUp);
		}
	});
}

// What an id one makes oneself is answered with when it is taken: the key alone, whatever else is so.

for (const [key, { who, sql, taken, before }] of Object.entries(ownIds)) {
	on(
		`${key}: an id that is taken by others is refused by the key, and by nothing that says more`,
		async (stage) => {
			if (before) await stage.as(...before);
			expect(await answerTo(stage, who, sql, 'an id nobody has')).toBeNull();
			for (const row of taken) {
				expect(await answerTo(stage, who, sql, row), row).toEqual({
					code: '23505',
					rule: key,
					words: `duplicate key value violates unique constraint "${key}"`,
				});
			}
		},
	);
}

on('every key that an id one makes oneself can run into is among them', async ({ owner }) => {
	const keys = await owner(`
		with made as (
			select attrelid as relation from pg_attribute
			where attname = 'id' and has_column_privilege('authenticated', attrelid, attnum, 'insert')
				and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')
			union
			-- By a function that takes the id.
			select ('public.' || m.found[1])::regclass
			from pg_proc p, regexp_matches(p.prosrc, 'insert into public\\.(\\w+)\\s*\\(id\\M', 'g') m(found)
			where pronamespace = 'public'::regnamespace and has_function_privilege('authenticated', p.oid, 'execute')
		)
		select conname as key from pg_constraint join made on conrelid = relation where contype = 'p' order by 1`);
	expect(keys.map(({ key }) => key)).toEqual(Object.keys(ownIds).sort());
});

on("an answer that somebody else has taken back is nobody else's business", async (stage) => {
	const answer = ownIds.rating_pkey!.sql.replace(':id', `'@answer taken back by the parent'`);
	expect(await stage.rule('parent', answer)).toBe('over_since');
	expect(await stage.rule('other-parent', answer)).toBeNull();
	// Taken back by both it is over for both.
	await stage.as('other-parent', answer);
	await stage.as('other-parent', `delete from rating where id = '@answer taken back by the parent'`);
	for (const who of ['parent', 'other-parent'] as const)
		expect(await stage.rule(who, answer), who).toBe('over_since');
});

on('a family that a lead may not know of is not told by what it is called', async (stage) => {
	// The lead's own family: there they lead nothing.
	await stage.owner(`insert into member (id, family_id, person_id, role)
		values ('@lead in strangers', '@strangers', '@project-lead', 'relative')`);
	const enrol = (name: string, days: number) =>
		`select enrol_family(:id, '@municipality', '${name}', private.today() - ${days}, 'stabilising')`;
	const another = await answerTo(stage, 'project-lead', enrol('Nogle', 3), 'strangers');
	expect(another).toMatchObject({ rule: 'family_pkey' });
	expect(await answerTo(stage, 'project-lead', enrol('De andre', 80), 'strangers')).toEqual(another);
});
