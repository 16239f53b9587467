/** What the family's log says, whoever writes and however. */
import { expect, on } from '../../policies/stage.ts';

const lines = `select kind::text, person_id, by_id from family_event where kind = 'birth_corrected'`;

on(
	'a date of birth that is corrected, or said for the first time, is noted without the date',
	async (stage) => {
		const { as, owner } = stage;
		await owner(`delete from birth where person_id = '@young-person'`);
		await as(
			'parent',
			`select correct_birth('@child', '2015-02-03', (select born_on from birth where person_id = '@child'))`,
		);
		await as(
			'parent',
			`select correct_birth('@young-person', '2018-02-03', (select born_on from birth where person_id = '@young-person'))`,
		);
		const said = await owner(lines);
		const by = (await owner(`select '@parent'::uuid as id`))[0]!.id;
		const of = (who: string) => said.filter((line) => line.person_id === who && line.by_id === by);
		for (const who of ['child', 'young-person']) {
			const id = (await owner(`select '@${who}'::uuid as id`))[0]!.id as string;
			expect(of(id).length, who).toBeGreaterThan(0);
		}
		await as(
			'parent',
			`select correct_birth('@child', '2015-02-03', (select born_on from birth where person_id = '@child'))`,
		);
		expect(await owner(lines), 'the same date once more is no correction').toHaveLength(said.length);
	},
);

on('a date of birth that comes with an invitation is part of joining', async ({ as, owner }) => {
	await owner(`update invitation set born_on = '1970-05-06' where id = '@invitation of an aunt'`);
	await as('session-keeper', `select accept_invitation(repeat('1', 64), 'mitid', 'anna')`);
	expect(await owner(lines)).toEqual([]);
});

on('who is erased has left, without a name; and so has a professional left the team', async ({ owner }) => {
	const left = () =>
		owner(
			`select kind::text, person_name, person_id, member_role::text, profession is not null as worked from family_event
			where family_id = '@family' and kind in ('left', 'left_team') and happened_at = now() order by kind`,
		);
	expect(await left()).toEqual([]);
	await owner(`select private.erase_person('@young-person')`);
	await owner(`select private.erase_person('@teacher')`);
	const nobody = { person_name: null, person_id: null };
	expect(await left()).toEqual([
		{ kind: 'left', ...nobody, member_role: 'child', worked: false },
		{ kind: 'left_team', ...nobody, member_role: null, worked: true },
	]);
});

on(
	'the log says of the first parent of a family alone that nobody was there to say yes',
	async ({ owner }) => {
		const firsts = () =>
			owner(`select was_first from family_event where family_id = '@enrolled anew' order by happened_at`);
		await owner(`insert into family (id, municipality_id, name)
		select '@enrolled anew', municipality_id, 'Nye' from family where id = '@family'`);
		const joins = (who: string, role: string, at: string) =>
			owner(`insert into member (id, family_id, person_id, role, joined_at)
			values ('@${who} anew', '@enrolled anew', '@${who}', '${role}', now() - interval '${at}')`);
		await joins('child', 'child', '3 hours');
		await joins('stranger-parent', 'parent', '2 hours');
		await joins('other-parent', 'parent', '1 hour');
		expect(await firsts()).toEqual([{ was_first: false }, { was_first: true }, { was_first: false }]);
	},
);
