/** What a home that a child has left has and writes about it: who reads it then. */
import type { ActorName } from '../../policies/actors.ts';
import { expect, on } from '../../policies/stage.ts';
import { called, leaves } from './other-home.ts';

on(
	'what stands and is written about a child in a home it has left is that home’s, wherever the child is by then',
	async (stage) => {
		await called(stage);
		const point = (id: string) =>
			`insert into agenda_point (id, meeting_id, family_id, author_id, wording)
			values ('${id}', '@new', '@family', '@me', 'Om skolen')`;
		const goals = `select id from goal where family_id = '@family' and about_id = '@child'`;
		const seen = async (who: ActorName) => [
			...(await stage.as(who, goals)),
			...(await stage.as(who, `select id from meeting where family_id = '@family'`)),
			...(await stage.as(who, `select meeting_id from meeting_place where family_id = '@family'`)),
			...(await stage.as(who, `select id from meeting_attendee where family_id = '@family'`)),
			...(await stage.as(who, `select id from agenda_point where family_id = '@family'`)),
		];
		expect(await stage.as('other-parent', goals)).not.toEqual([]);
		expect(await stage.as('other-parent', `select from meeting where id = '@new'`)).toHaveLength(1);
		await stage.owner(leaves('child in family'));
		expect(await seen('other-parent')).toEqual([]);
		expect(await stage.refusal('other-parent', point('01990000-0000-7000-8000-00000000c0d1'))).toBe('42501');
		// Nor does a home see anything that the child came to afterwards.
		await stage.owner(
			`insert into member (id, family_id, person_id, role) values ('@new there', '@strangers', '@child', 'child')`,
		);
		expect(await seen('stranger-parent')).toEqual([]);
		// The family goes on with it, and where the child is back both see it again.
		expect(await stage.as('parent', goals)).not.toEqual([]);
		await stage.owner(`update member set left_at = null where id = '@child in family'`);
		expect(await stage.as('other-parent', goals)).not.toEqual([]);
	},
);
