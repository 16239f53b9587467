/** A professional leaves one team by themselves, and keeps the job. */
import { expect, on } from '../stage.ts';

const leave = (place = 'teacher in team') => `select leave_team('@${place}')`;

on('one’s own place, and nobody else’s', async ({ allowed, refusal }) => {
	expect(await allowed(leave())).toEqual(['teacher']);
	expect(await allowed(leave('coordinator in team'))).toEqual(['coordinator']);
	expect(await allowed(leave('mentor left team')), 'left twice is left once').toEqual(['former-mentor']);
	expect(await refusal('teacher', leave('new')), 'one that is none').toBe('42501');
});

on(
	'the plan and what is shared end with it, the job does not; the family reads who saw to it',
	async ({ as, owner }) => {
		const shared = `select count(*)::int from share where professional_id = '@teacher' and withdrawn_at is null
		and valid_until >= private.today()`;
		expect(await owner(shared)).not.toEqual([{ count: 0 }]);
		await as('teacher', leave());
		expect(await owner(shared)).toEqual([{ count: 0 }]);
		expect(
			await as('teacher', `select id from goal union all select id from meeting where family_id = '@family'`),
		).toEqual([]);
		expect(await owner(`select left_at from job where id = '@job of teacher'`)).toEqual([{ left_at: null }]);
		expect(
			await as(
				'parent',
				`select person_name, by_name, profession, place from family_event where kind = 'left_team' and happened_at = now()`,
			),
		).toEqual([{ person_name: 'Troels', by_name: 'Troels', profession: 'Lærer', place: 'Nordby Skole' }]);
		expect(
			await as('parent', `select name, by_name, may_refuse from arrivals() where kind = 'left_team'`),
			'the family is told, and has nothing to say no to',
		).toEqual([{ name: 'Troels', by_name: 'Troels', may_refuse: false }]);
	},
);

on('the family has no coordinator then, and is free to ask somebody else', async ({ as, owner }) => {
	await as('coordinator', leave('coordinator in team'));
	expect(
		await owner(`select id from coordinator_choice
			where family_id = '@family' and professional_id = '@coordinator' and ended_at is null`),
	).toEqual([]);
});

on('left is left: the moment does not move, and nobody is back by it', async ({ as, owner, longAgo }) => {
	await as('teacher', leave());
	await longAgo(`update team_member set left_at = now() - interval '1 hour' where id = '@teacher in team'`);
	const when = () => owner(`select left_at from team_member where id = '@teacher in team'`);
	const before = await when();
	await as('teacher', leave());
	expect(await when()).toEqual(before);
});

on('who is in the team again by another place has not left it', async ({ as, owner, rule }) => {
	await as('teacher', leave());
	await owner(`insert into team_member (id, family_id, professional_id, job_id)
		values ('@new', '@family', '@teacher', '@job of teacher')`);
	expect(await rule('teacher', leave())).toBe('in_team_again');
	expect(await rule('teacher', leave('new')), 'the place they have now').toBeNull();
});
