/** A parent who was there before ends the place of somebody who came in lately. */
import { expect, idOf, on } from '../stage.ts';

const putOut = (who: string) => `select put_out(id) from (select '@place of ${who}'::uuid as id) as place`;

on('a parent who was there before, for 14 days from when it was shown to them', async (stage) => {
	const { as, owner, allowed, refusal, longAgo } = stage;
	await owner(`insert into person (id, name) values ('@new', 'Ny Mor'), ('@other', 'Anden Mor')`);
	await owner(`insert into member (id, family_id, person_id, role, joined_at) values
		('@place of other', '@family', '@other', 'parent', now() - interval '90 days'),
		('@guest there', '@family', '@guest', 'parent', now() - interval '80 days'),
		('@place of new', '@family', '@new', 'parent', now() - interval '15 days')`);
	expect(await allowed(putOut('new')), 'shown to nobody yet').toEqual(['parent', 'guest']);
	const shown = (who: string, days: number) =>
		longAgo(`insert into arrival_shown (event_id, person_id, shown_at)
			select id, '@${who}', now() - interval '${days} days' from family_event where person_id = '@new'
			on conflict (event_id, person_id) do update set shown_at = excluded.shown_at`);
	await shown('parent', 14);
	expect(await allowed(putOut('new')), 'each by themselves').toEqual(['guest']);
	expect(await allowed(putOut('other')), 'each arrival by itself').toEqual(['parent']);
	await shown('parent', 13);
	expect(await allowed(putOut('new'))).toEqual(['parent', 'guest']);
	await as('parent', putOut('new'));
	expect(await owner(`select left_at is not null as gone from member where id = '@place of new'`)).toEqual([
		{ gone: true },
	]);
	expect(await owner(`select by_id from family_event where kind = 'left' and person_id = '@new'`)).toEqual([
		{ by_id: idOf('parent') },
	]);
	expect(await refusal('parent', putOut('new')), 'once').toBe('42501');
});

on('who came later puts nobody out', async ({ owner, allowed }) => {
	await owner(`insert into person (id, name) values ('@new', 'Tidligere')`);
	await owner(`update member set joined_at = now() - interval '1 day' where person_id = '@parent'`);
	await owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@place of new', '@family', '@new', 'parent', now() - interval '2 days')`);
	expect(await allowed(putOut('new'))).toEqual([]);
});

on('who is put out sees nothing in the next statement', async ({ as, owner }) => {
	await owner(`update member set joined_at = now() - interval '1 year' where person_id = '@parent'`);
	await owner(`insert into member (id, family_id, person_id, role)
		values ('@place of new', '@family', '@guest', 'parent')`);
	expect(await as('guest', `select id from goal where family_id = '@family' limit 1`)).toHaveLength(1);
	await as('parent', putOut('new'));
	expect(await as('guest', `select id from goal where family_id = '@family' limit 1`)).toHaveLength(0);
});

on('whether they still see what is about a child, as a parent in its other home', async ({ as, owner }) => {
	await owner(`insert into member (id, family_id, person_id, role) values
		('@place of other-parent', '@family', '@other-parent', 'parent'),
		('@place of stranger-parent', '@family', '@stranger-parent', 'parent')`);
	const still = async (who: string) =>
		Object.values((await as('parent', `select put_out('@place of ${who}') as still`))[0]!);
	const about = `select count(*)::int from goal where id = '@goal about the child'`;
	expect(await still('stranger-parent')).toEqual([false]);
	expect(await as('stranger-parent', about)).toEqual([{ count: 0 }]);
	expect(await still('other-parent')).toEqual([true]);
	expect(await as('other-parent', about)).toEqual([{ count: 1 }]);
});

on('a child under 15 keeps a home, also where it has just come', async ({ as, owner, rule, longAgo }) => {
	await longAgo(`update member set joined_at = joined_at - interval '1 day' where person_id = '@parent'`);
	await owner(`insert into person (id, name) values ('@new', 'Nyt Barn')`);
	await owner(`insert into birth (person_id, born_on) values ('@new', private.today() - interval '8 years')`);
	await owner(`insert into member (id, family_id, person_id, role)
		values ('@place of new', '@family', '@new', 'child')`);
	expect(await rule('parent', putOut('new'))).toBe('child_keeps_a_home');
	await owner(`update birth set born_on = private.today() - interval '15 years' where person_id = '@new'`);
	expect(await rule('parent', putOut('new')), 'who comes back by themselves').toBeNull();
	const carl = `select put_out('@child in family')`;
	expect(await rule('parent', carl), 'which has another home').toBeNull();
	await as('project-lead', `select take_out('@press', '@other home', 'Carl', 'child', 'moved_out')`);
	expect(await rule('parent', carl), 'whatever took it out of that').toBe('child_keeps_a_home');
});
