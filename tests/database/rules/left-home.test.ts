/** What a home that a child has left has and writes about it: who reads it then. */
import type { ActorName } from '../../policies/actors.ts';
import { expect, on } from '../../policies/stage.ts';
import { called, come, leaves, theirAnswer } from './other-home.ts';

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

on(
	'what was written of a child before it came back to a home stays that home’s: the other one reads what is said from then on',
	async (stage) => {
		const { owner, as, longAgo } = stage;
		await called(stage);
		await as(
			'parent',
			`insert into goal (id, family_id, title, about_id, created_by)
			values ('@goal while away', '@family', 'Fodbold', '@child', '@me')`,
		);
		await longAgo(`update goal_wording set said_at = now() - interval '2 days' where family_id = '@family'`);
		await longAgo(`update meeting set created_at = now() - interval '2 days' where family_id = '@family'`);
		await as(
			'parent',
			`insert into agenda_point (id, meeting_id, family_id, author_id, wording)
			values ('@point while away', '@new', '@family', '@me', 'Uden det andet hjem')`,
		);
		const theirs = (what: string) => as('other-parent', what);
		const goals = `select id from goal where family_id = '@family' and about_id = '@child'`;
		const elsewhere = [
			goals,
			`select id from meeting where family_id = '@family'`,
			`select meeting_id from meeting_place where family_id = '@family'`,
			`select id from meeting_attendee where family_id = '@family'`,
			`select id from agenda_point where family_id = '@family'`,
		];
		for (const one of elsewhere) expect(await theirs(one), one).not.toEqual([]);
		await longAgo(`update member set left_at = now() - interval '3 days' where id = '@child in family'`);
		await owner(`insert into member (id, family_id, person_id, role, joined_at)
			values ('@child back', '@family', '@child', 'child', now() - interval '1 day')`);
		for (const one of elsewhere) expect(await theirs(one), one).toEqual([]);
		for (const one of elsewhere) expect(await as('parent', one), one).not.toEqual([]);
		expect(await stage.refusal('other-parent', come)).toBeNull();
		expect(await theirAnswer(stage), 'asked no more').toBeNull();
		// Nor is anybody asked anew to what was called before.
		const ask = `insert into meeting_attendee (meeting_id, person_id, family_id)
			values ('@meeting about the child', '@other-parent', '@family')`;
		await longAgo(`delete from meeting_attendee where person_id = '@other-parent'`);
		expect(await stage.refusal('parent', ask)).toBe('42501');
		// A step says nothing of the goal it stands under; said in other words they read both.
		await as(
			'parent',
			`insert into goal (id, family_id, parent_id, title, created_by)
			values ('@step since', '@family', '@goal while away', 'Støvler', '@me')`,
		);
		await as('parent', `update goal set done_at = now() where id = '@goal while away'`);
		expect(await theirs(goals)).toEqual([]);
		const stays = async (goal: string, who: ActorName = 'parent') =>
			(await as(who, `select stays_in_this_home('@${goal}') as here`))[0]!.here;
		expect([await stays('goal while away'), await stays('step since')]).toEqual([true, true]);
		expect(await stays('goal while away', 'other-parent'), 'told to that family').toBe(false);
		await as('parent', `update goal set title = 'Håndbold' where id = '@goal while away'`);
		expect(await theirs(goals)).toHaveLength(2);
		expect([await stays('goal while away'), await stays('step since')]).toEqual([false, false]);
		// What is called from then on they see, and can be asked to.
		await owner(`delete from meeting where id = '@new'`);
		await called(stage);
		expect(await theirs(`select id from meeting where family_id = '@family'`)).toHaveLength(1);
		await stage.as('other-parent', come);
		expect(await theirAnswer(stage)).toBe('coming');
	},
);
