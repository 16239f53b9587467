/** A parent who was there before ends the place of somebody who came in lately. */
import { expect, idOf, on } from '../stage.ts';

const putOut = (who: string) => `select put_out(id) from (select '@place of ${who}'::uuid as id) as place`;

on('a parent who was there before, for a fortnight', async ({ as, owner, allowed, refusal }) => {
	await owner(`insert into person (id, name) values ('@new', 'Ny Mor')`);
	await owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@place of new', '@family', '@new', 'parent', now() - interval '15 days')`);
	await owner(`update member set joined_at = now() - interval '1 year' where person_id = '@parent'`);
	expect(await allowed(putOut('new')), 'after a fortnight').toEqual([]);
	await owner(`update member set joined_at = now() - interval '13 days' where id = '@place of new'`);
	expect(await allowed(putOut('new'))).toEqual(['parent']);
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
