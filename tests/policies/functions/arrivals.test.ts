/** Who has come lately is told to the family until each has said that it is fine. */
import { expect, idOf, on } from '../stage.ts';

const names = `select name, may_refuse from arrivals()`;
const long = `update member set joined_at = now() - interval '1 year' where family_id = '@family'`;

on('a new member and a new professional, to those who were there before', async ({ as, owner, longAgo }) => {
	await longAgo(long);
	await longAgo(`delete from family_event`);
	await as('session-keeper', `select accept_invitation(repeat('1', 64), 'mitid', 'anna')`);
	await as(
		'project-lead',
		`insert into team_member (id, family_id, professional_id, job_id)
			select '@new', '@family', j.person_id, j.id from job j where j.person_id = '@guest' and j.left_at is null`,
	);
	const told = await as('parent', names);
	expect(told).toContainEqual({ name: 'Tante Anna', may_refuse: true });
	expect(told).toHaveLength(2);
	expect((await as('young-person', names)).map(({ may_refuse: may }) => may)).toEqual([false, false]);
	for (const who of ['coordinator', 'project-lead', 'stranger-parent'] as const) {
		expect(await as(who, names), who).toEqual([]);
	}
	// Each says for themselves that it is fine.
	await as(
		'parent',
		`insert into event_seen (event_id, person_id) select event_id, '@parent' from arrivals()`,
	);
	expect(await as('parent', names)).toEqual([]);
	expect(await as('young-person', names)).toHaveLength(2);
	// Who has left again is told as gone, and not as come.
	const stillHere = `${names} where kind <> 'left_team'`;
	await owner(`update team_member set left_at = now() where id = '@new'`);
	expect(await as('young-person', stillHere)).toHaveLength(1);
	// What is fine to nobody is told for as long as it takes.
	await longAgo(`update family_event set happened_at = now() - interval '200 days'`);
	await longAgo(
		`update member set joined_at = now() - interval '200 days' where family_id = '@family' and joined_at = now()`,
	);
	expect(await as('young-person', stillHere)).toHaveLength(1);
});

on('a parent may say no for 14 days from when it was shown to them, each by themselves', async (stage) => {
	const { as, owner, longAgo } = stage;
	await longAgo(long);
	await longAgo(`delete from family_event`);
	await owner(`insert into member (id, family_id, person_id, role, joined_at) values
		('@guest there', '@family', '@guest', 'parent', now() - interval '300 days'),
		('@partner there', '@family', '@stranger-parent', 'relative', now() - interval '200 days')`);
	const may = (who: 'parent' | 'guest') =>
		as(
			who,
			`select name, may_refuse, shown_at is not null as shown, refuse_until::date - now()::date as days from arrivals()`,
		);
	const told = (name: string, more: object) => ({ name, may_refuse: true, shown: false, days: 14, ...more });
	expect(await may('parent')).toEqual([told('Sofie', {}), told('Gitte', {})]);
	await as(
		'parent',
		`insert into arrival_shown (event_id, person_id) select event_id, '@me' from arrivals()`,
	);
	await longAgo(`update arrival_shown set shown_at = now() - interval '13 days'`);
	expect(await may('parent')).toEqual([
		told('Sofie', { shown: true, days: 1 }),
		told('Gitte', { shown: true, days: 1 }),
	]);
	await longAgo(`update arrival_shown set shown_at = now() - interval '14 days'`);
	const over = { may_refuse: false, shown: true, days: 0 };
	expect(await may('parent'), 'told on').toEqual([told('Sofie', over), told('Gitte', over)]);
	expect(await may('guest')).toEqual([told('Sofie', {})]);
});

on('who came in the same moment came together, and is no news', async ({ as, owner, longAgo }) => {
	await longAgo(`delete from family_event`);
	await owner(`insert into member (id, family_id, person_id, role, joined_at)
		select gen_random_uuid(), '@family', p::uuid, 'parent', now() - interval '1 day'
		from unnest(array['@guest', '@stranger-parent']) p`);
	expect(await as('guest', names)).toEqual([]);
	expect(await as('parent', names)).toHaveLength(2);
});

on('who has come, gone and come again is told once', async ({ as, owner, longAgo }) => {
	await longAgo(long);
	await longAgo(`delete from family_event`);
	const place = (id: string) => `insert into member (id, family_id, person_id, role, joined_at)
		values ('@${id}', '@family', '@guest', 'relative', now() - interval '3 days')`;
	await owner(place('first place'));
	await owner(`update member set left_at = now() - interval '2 days' where id = '@first place'`);
	await owner(place('second place').replace('3 days', '1 day'));
	const team = (
		id: string,
		ago: string,
	) => `insert into team_member (id, family_id, professional_id, job_id, joined_at)
		values ('@${id}', '@family', '@neighbour-helper', '@job of neighbour-helper', now() - interval '${ago}')`;
	await owner(team('first in team', '3 days'));
	await owner(`update team_member set left_at = now() - interval '2 days' where id = '@first in team'`);
	await owner(team('second in team', '1 day'));
	expect(
		(await as('parent', `select place_id from arrivals() order by profession nulls first`)).map(
			({ place_id: of }) => of,
		),
	).toEqual([idOf('second place'), idOf('second in team')]);
});

on(
	'the next parent is told who was the first, to whom nobody could say yes',
	async ({ as, owner, longAgo }) => {
		await longAgo(`delete from family_event`);
		await owner(
			`insert into family (id, municipality_id, name) values ('@empty family', '@municipality', 'Ny')`,
		);
		const join = (who: string, role: string, days: number) =>
			owner(`insert into member (id, family_id, person_id, role, joined_at)
			values ('@${who} there', '@empty family', '@${who}', '${role}', now() - interval '${days} days')`);
		await join('stranger-parent', 'parent', 300);
		await join('grandmother', 'relative', 200);
		await join('guest', 'parent', 1);
		const told = `select name, was_first, may_refuse from arrivals()`;
		expect(await as('guest', told)).toEqual([{ name: 'Sofie', was_first: true, may_refuse: false }]);
		expect(await as('stranger-parent', told), 'who came after is news to the first').toEqual([
			{ name: 'Gitte', was_first: false, may_refuse: true },
			{ name: 'Gerda', was_first: false, may_refuse: true },
		]);
		await longAgo(`update member set joined_at = now() - interval '150 days' where id = '@guest there'`);
		expect(await as('guest', told), 'for as long as it takes').toEqual([
			{ name: 'Sofie', was_first: true, may_refuse: false },
		]);
		await as('guest', `insert into event_seen (event_id, person_id) select event_id, '@me' from arrivals()`);
		expect(await as('guest', told), 'until it is fine').toEqual([]);
	},
);

on('who of the team is something else now, once and as what they are', async ({ as, longAgo }) => {
	await longAgo(long);
	await longAgo(`delete from family_event`);
	const told = `select kind::text, name, profession, place_id, may_refuse from arrivals()`;
	const now = (profession: string) =>
		as('teacher', `update job set profession = '${profession}' where id = '@job of teacher'`);
	await now('Vejleder');
	await longAgo(`update family_event set happened_at = now() - interval '1 hour'`);
	await now('Psykolog');
	const line = { kind: 'new_profession', name: 'Troels', profession: 'Psykolog', may_refuse: false };
	expect(await as('parent', told)).toEqual([{ ...line, place_id: idOf('teacher in team') }]);
	expect(await as('young-person', told)).toHaveLength(1);
	for (const who of ['teacher', 'coordinator', 'project-lead', 'stranger-parent'] as const) {
		expect(await as(who, told), who).toEqual([]);
	}
});

on(
	'who has left the team, to all but a child and whoever saw to it; not who is back',
	async ({ as, owner, longAgo }) => {
		await longAgo(long);
		await longAgo(
			`update team_member set joined_at = now() - interval '3 days' where id = '@teacher in team'`,
		);
		await longAgo(`delete from family_event`);
		const told = `select kind::text, name, by_name, may_refuse from arrivals()`;
		await as('parent', `select send_away('@teacher in team')`);
		const line = { kind: 'left_team', name: 'Troels', by_name: 'Mona', may_refuse: false };
		expect(await as('young-person', told)).toEqual([line]);
		for (const who of ['parent', 'child', 'teacher', 'coordinator', 'project-lead'] as const) {
			expect(await as(who, told), who).toEqual([]);
		}
		await as('parent', `select take_no_back('@teacher in team')`);
		await owner(`insert into team_member (id, family_id, professional_id, job_id)
		values ('@back', '@family', '@teacher', '@job of teacher')`);
		expect((await as('young-person', told)).map(({ kind }) => kind)).toEqual(['joined_team']);
	},
);

on(
	'who left by themselves is told apart from whom somebody of the same name took out',
	async ({ as, owner, longAgo }) => {
		await longAgo(long);
		await longAgo(`delete from family_event`);
		await owner(
			`update person set name = (select name from person where id = '@project-lead')
		where id in ('@teacher', '@coordinator')`,
		);
		const told = `select by_themselves from arrivals() where kind = 'left_team'`;
		await as('project-lead', `update team_member set left_at = now() where id = '@teacher in team'`);
		expect(await as('parent', told)).toEqual([{ by_themselves: false }]);
		await owner(`delete from family_event`);
		await as('coordinator', `select leave_team('@coordinator in team')`);
		expect(await as('parent', told)).toEqual([{ by_themselves: true }]);
	},
);
