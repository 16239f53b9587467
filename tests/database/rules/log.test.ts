/** What the family's log says, whoever writes and however. */
import { expect, idOf, on } from '../../policies/stage.ts';

const lines = `select kind::text, person_id, by_id from family_event where kind = 'birth_corrected'`;

on(
	'a date of birth that is corrected, or said for the first time, is noted in every family without the date',
	async ({ as, owner }) => {
		await owner(`delete from birth where person_id = '@child'`);
		const correct = `select correct_birth('@family', 'Carl', 'child', '2015-02-03')`;
		await as('project-lead', correct);
		const line = { kind: 'birth_corrected', person_id: idOf('child'), by_id: idOf('project-lead') };
		expect(await owner(lines)).toEqual([line, line]);
		await as('project-lead', correct);
		expect(await owner(lines), 'the same date once more is no correction').toHaveLength(2);
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
