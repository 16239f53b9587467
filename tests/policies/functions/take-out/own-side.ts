/** A lead takes nobody out where they are or were family. */
import { expect, on } from '../../stage.ts';
import { takeOut, withGuest } from './taking.ts';

on('not in their own family, nor in the other home of their children', async (stage) => {
	await stage.owner(`insert into member (id, family_id, person_id, role)
		values ('@lead there', '@family', '@project-lead', 'parent')`);
	expect(await stage.refusal('project-lead', takeOut('Mona'))).toBe('42501');
	expect(await stage.refusal('project-lead', takeOut('Pia'))).toBe('42501');
	expect(await stage.refusal('project-lead', takeOut('Ole', 'parent', 'decided', 'other home'))).toBe(
		'42501',
	);
});

on('a lead who was family there, as anything, leads nothing there for good', async (stage) => {
	const { owner, as, refusal } = stage;
	const led = async () =>
		(await as('project-lead', `select id from family where id in ('@family', '@other home')`)).length;
	await withGuest(stage);
	await owner(`insert into birth (person_id, born_on) values ('@project-lead', '1980-01-02')
		on conflict (person_id) do update set born_on = excluded.born_on`);
	expect(await led()).toBe(2);
	for (const role of ['parent', 'relative', 'child']) {
		await stage.takenBack(async () => {
			await owner(`insert into member (id, family_id, person_id, role, joined_at)
				values ('@lead there', '@family', '@project-lead', '${role}', now() - interval '80 days')`);
			await as('project-lead', `select leave_family('@lead there')`);
			expect(await led(), role).toBe(0);
			expect(await refusal('project-lead', takeOut('Gitte')), role).toBe('42501');
			expect(await refusal('project-lead', takeOut('Ole', 'parent', 'decided', 'other home')), role).toBe(
				'42501',
			);
		});
	}
});

on('nor where no child ever was', async ({ owner, as, longAgo }) => {
	await longAgo(`delete from member where family_id = '@strangers' and role = 'child'`);
	await owner(`insert into member (id, family_id, person_id, role, joined_at, left_at) values
		('@lead there', '@strangers', '@project-lead', 'parent', now() - interval '80 days', now() - interval '9 days')`);
	expect(await as('project-lead', `select id from family where id = '@strangers'`)).toEqual([]);
});

on('nor whom they are family with, in whichever family', async (stage) => {
	await withGuest(stage, 'relative');
	await stage.owner(`insert into member (id, family_id, person_id, role) values
		('@lead there', '@strangers', '@project-lead', 'relative'), ('@guest elsewhere', '@strangers', '@guest', 'relative')`);
	expect(await stage.rule('project-lead', takeOut('Gitte', 'relative'))).toBe('somebody_is_called_that');
	await stage.owner(`update member set left_at = now() where id = '@guest elsewhere'`);
	expect(await stage.rule('project-lead', takeOut('Gitte', 'relative'))).toBeNull();
});
