/** A form says which state it was drawn from; what somebody else changed since is not written over (private.counts_changes). */
import { expect, on, type Stage } from '../../policies/stage.ts';

type Actor = Parameters<Stage['as']>[0];

/** Who edits what, and what else is set in the same row without being an edit. */
const edited: Record<string, { who: Actor; row: string; mine: string; theirs: string; beside: string }> = {
	goal: {
		who: 'parent',
		row: `id = '@goal of the family'`,
		mine: `title = 'Andre ord'`,
		theirs: `sign = 'Han sover hele natten', due_on = private.today() + 30`,
		beside: `done_at = now()`,
	},
	offer: {
		who: 'project-lead',
		row: `id = '@fresh offer'`,
		mine: `title = 'Svømning'`,
		theirs: `contact = '11 22 33 44'`,
		beside: `retired_at = now()`,
	},
	job: {
		who: 'teacher',
		row: `person_id = '@me' and left_at is null`,
		mine: `profession = 'Lektiehjælper'`,
		theirs: `helps_with = 'Lektier'`,
		beside: `profession = profession`,
	},
	organisation: {
		who: 'project-lead',
		row: `id = '@school'`,
		mine: `name = 'Den gamle skole'`,
		theirs: `name = 'Den nye skole'`,
		beside: `name = name`,
	},
};

for (const [table, { who, row, mine, theirs, beside }] of Object.entries(edited)) {
	on(`what somebody else changed in a ${table} is not written over by a form from before`, async (stage) => {
		const { as, answer } = stage;
		const revision = async () => {
			const [found] = (await as(who, `select revision from ${table} where ${row}`)) as [{ revision: number }];
			return found.revision;
		};
		const send = (set: string, from: number) => `update ${table} set ${set}, revision = ${from} where ${row}`;
		const from = await revision();
		await as(who, send(theirs, from));
		expect(await revision()).toBe(from + 1);
		expect(await answer(who, send(mine, from))).toMatchObject({
			code: '23514',
			constraint: 'changed_since',
		});
		// The same twice is said once more; and with the state that stands there, it goes through.
		await as(who, send(theirs, from));
		expect(await revision()).toBe(from + 1);
		await as(who, send(mine, from + 1));
		expect(await revision()).toBe(from + 2);
		// What no form edits is counted by nobody.
		await as(who, `update ${table} set ${beside} where ${row}`);
		expect(await revision()).toBe(from + 2);
	});
}

on('what is made begins at nought, whatever comes with it', async ({ as, owner }) => {
	await owner(`grant insert on goal to authenticated`);
	await as(
		'parent',
		`insert into goal (id, family_id, title, created_by, revision) values ('@new', '@family', 'Ro', '@me', 7)`,
	);
	expect(await owner(`select revision from goal where id = '@new'`)).toEqual([{ revision: 0 }]);
});

on('who is something else than they were shown as is not shared with', async ({ rule }) => {
	const share = (profession: string) =>
		`insert into share (id, owner_id, topic, professional_id, profession, valid_until)
			values ('@new', '@me', 'ladder', '@teacher', '${profession}', private.today() + 30)`;
	expect(await rule('parent', share('Tømrer'))).toBe('changed_since');
	expect(await rule('parent', share('Lærer'))).toBeNull();
});
