/** Erasing a person: what becomes of invitations by them and to them, and of those who came by one. */
import { expect } from 'vitest';
import { nameOf } from '../policies/labels.ts';
import { on } from '../policies/stage.ts';

on('what the person invited to and nobody has used ends; what was used stays', async ({ owner }) => {
	const invitations = (state: string) =>
		owner(
			`select id from invitation where accepted_by is distinct from '@project-lead' and ${state} order by id`,
		);
	const open = 'revoked_at is null and accepted_at is null and expires_at > now()';
	const sent = await invitations(`invited_by = '@project-lead' and ${open}`);
	const used = await invitations('accepted_at is not null');
	expect(sent.length).toBeGreaterThan(0);
	await owner(`select private.erase_person('@project-lead')`);
	expect(await invitations(`invited_by is null and ${open}`)).toEqual([]);
	expect(await invitations('invited_by is null and revoked_at is not null')).toEqual(
		expect.arrayContaining(sent),
	);
	expect(await invitations('accepted_at is not null')).toEqual(used);
});

on('a son called as his father keeps his invitations; those to the father go with him', async ({ owner }) => {
	const [called] = await owner(`select name from person where id = '@parent'`);
	const invite = (id: string, role: string, how: { born?: string; ago: number; by?: string }) =>
		owner(
			`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, born_on, created_at, accepted_at, accepted_by)
			values ('@${id}', '@municipality', '@family', '${String(called!.name)}', '${role}', ${how.born ? `'${how.born}'` : 'null'},
				(select joined_at from member where person_id = '@parent') - interval '${how.ago} days',
				${how.by ? 'now()' : 'null'}, ${how.by ? `'@${how.by}'` : 'null'})`,
		);
	await owner(`insert into birth (person_id, born_on) values ('@parent', '1980-05-04')
		on conflict (person_id) do update set born_on = excluded.born_on`);
	await invite('to him', 'parent', { ago: 3 });
	await invite('to him, born then', 'parent', { ago: 3, born: '1980-05-04' });
	await invite('to him, as a relative', 'relative', { ago: 4 });
	await invite('used by him', 'parent', { ago: 2, by: 'parent' });
	await invite('used by another', 'child', { ago: 2, by: 'young-person', born: '2010-01-01' });
	await invite('as another', 'child', { ago: 3, born: '2010-01-01' });
	await invite('born on another day', 'parent', { ago: 3, born: '1999-01-01' });
	await invite('when he was there', 'parent', { ago: -1 });
	await owner(`select private.erase_person('@parent')`);
	const left = await owner(`select id from invitation where invitee_name = '${String(called!.name)}'`);
	expect(left.map(({ id }) => nameOf(id)).sort()).toEqual([
		'as another',
		'born on another day',
		'used by another',
		'when he was there',
	]);
});

on('what bears the name they had before goes too, and what was to them as a colleague', async ({ owner }) => {
	const invite = (id: string, name: string, ago: number, into: string) =>
		owner(
			`insert into invitation (id, municipality_id, family_id, member_role, organisation_id, profession, invitee_name, created_at)
			values ('@${id}', '@municipality', ${into}, '${name}', now() - interval '${ago} days')`,
		);
	const home = `'@family', 'parent', null, null`;
	const school = `null, null, '@school', 'Lærer'`;
	await owner(`update person set name = 'Mona Før' where id = '@parent'`);
	await owner(`update person set name = 'Mona Nu' where id = '@parent'`);
	await owner(`update person set name = 'Troels Lærer' where id = '@teacher'`);
	await invite('as before', 'mona før', 140, home);
	await invite('as another', 'Mona Anden', 140, home);
	await invite('to the teacher', 'Troels Lærer', 240, school);
	await invite('to a namesake, while he worked there', 'Troels Lærer', 10, school);
	await invite('to a parent as a colleague', 'Mona Nu', 240, school);
	await owner(
		`insert into invitation (id, municipality_id, organisation_id, profession, invitee_name, created_at, accepted_at, accepted_by)
		values ('@used', '@municipality', '@school', 'Lærer', 'Troels Før', now() - interval '230 days', now() - interval '229 days', '@teacher')`,
	);
	await invite('to the teacher as he came', 'Troels Før', 240, school);
	await owner(`select private.erase_person('@parent')`);
	await owner(`select private.erase_person('@teacher')`);
	const left = await owner(
		`select id from invitation where invitee_name ~* '^(mona|troels) ' order by invitee_name, created_at`,
	);
	expect(left.map(({ id }) => nameOf(id)).sort()).toEqual([
		'as another',
		'to a namesake, while he worked there',
		'to a parent as a colleague',
	]);
});

on('who joined stays in the family when the invitation is gone', async ({ owner }) => {
	await owner(
		`update member set invitation_id = '@invitation of an aunt' where id = '@young person in family'`,
	);
	await owner(`delete from invitation where id = '@invitation of an aunt'`);
	expect(
		await owner(
			`select invitation_id, family_id is not null as there from member where id = '@young person in family'`,
		),
	).toEqual([{ invitation_id: null, there: true }]);
});
