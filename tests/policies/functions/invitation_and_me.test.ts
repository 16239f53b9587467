/** How an invitation stands to whoever is signed in and holds its code. */
import { actorNames, nobody } from '../actors.ts';
import { inTheNameOf } from '../invited.ts';
import { expect, idOf, on, type Stage } from '../stage.ts';

const ask = (code = `repeat('d', 64)`) => `select waits_for_me, is_not_for from invitation_and_me(${code})`;
/** An aunt is invited into the family, and nobody has said yes. */
const invited = async ({ owner }: Stage, by = '@project-lead') => {
	await owner(`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by)
		values ('@new', '@municipality', '@family', 'Moster', 'relative', '${by}')`);
	await owner(
		`insert into private.invitation_code (invitation_id, code_hash) values ('@new', repeat('d', 64))`,
	);
};
const agreed = ({ owner }: Stage) =>
	owner(`update invitation set agreed_at = now(), agreed_by = '@parent' where id = '@new'`);
const notSignedIn = ['anonymous', 'session-keeper', 'service-key'];
const signedIn = actorNames.filter((name) => !notSignedIn.includes(name));

on('only who is signed in', async (stage) => {
	await invited(stage);
	expect(await stage.allowed(ask())).toEqual(signedIn);
	expect(await stage.as('parent', ask(`repeat('0', 64)`)), 'a code that nobody knows').toEqual([]);
});

on(
	'it waits for the yes of a parent of the family who did not write it, and tells nobody else anything',
	async (stage) => {
		await invited(stage);
		const waitsFor = async () => {
			const found = [];
			for (const who of signedIn) {
				const [one] = await stage.as(who, ask());
				expect(one!.is_not_for, who).toEqual([]);
				if (one!.waits_for_me) found.push(who);
			}
			return found;
		};
		expect(await waitsFor()).toEqual(['parent']);
		await stage.owner(
			`update birth set born_on = private.today() - interval '17 years' where person_id = '@parent'`,
		);
		await stage.owner(`update member set role = 'parent' where id = '@grandmother in family'`);
		expect(await waitsFor(), 'what an adult parent says').toEqual(nobody);
		await stage.owner(`delete from birth where person_id = '@parent'`);
		await stage.longAgo(`update invitation set invited_by = '@parent' where id = '@new'`);
		expect(await waitsFor()).toEqual(nobody);
	},
);

on(
	'who is there already, in its team or wrote it is told that it is not for them; of others only of one’s children',
	async (stage) => {
		await invited(stage);
		await agreed(stage);
		const isNotFor: Partial<Record<string, string[]>> = {};
		for (const who of signedIn) {
			const [one] = await stage.as(who, ask());
			expect(one!.waits_for_me, who).toBe(false);
			const ids = one!.is_not_for as string[];
			if (ids.length) isNotFor[who] = ids;
		}
		const ids = (...names: string[]) => names.map(idOf).sort();
		expect(isNotFor).toEqual({
			parent: ids('parent', 'young-person', 'child'),
			'other-parent': ids('child'),
			'young-person': ids('young-person'),
			child: ids('child'),
			coordinator: ids('coordinator'),
			teacher: ids('teacher'),
			'job-adviser': ids('job-adviser'),
			'former-nurse': ids('former-nurse'),
			'project-lead': ids('project-lead'),
		});
		await stage.owner(`update member set left_at = now() where id = '@young person in family'`);
		expect(await stage.as('young-person', ask()), 'who is out can come back').toEqual([
			{ waits_for_me: false, is_not_for: [] },
		]);
	},
);

on('of one that opens nothing any more nothing is told', async (stage) => {
	await invited(stage);
	await agreed(stage);
	for (const over of [`revoked_at = now()`, `revoked_at = null, expires_at = now()`]) {
		await stage.longAgo(`update invitation set ${over} where id = '@new'`);
		expect(await stage.as('parent', ask()), over).toEqual([]);
	}
});

on('whom of them it is in no name of is told, and whether a parent opens it for them', async (stage) => {
	const names = `select in_another_name, waits_for_my_parent from invitation_and_me(repeat('d', 64))`;
	await invited(stage);
	for (const who of signedIn)
		expect(await stage.as(who, names), 'as long as it waits').toEqual([
			{ in_another_name: [], waits_for_my_parent: false },
		]);
	await agreed(stage);
	await stage.owner(`update invitation set invitee_name = 'Carl Holm' where id = '@new'`);
	expect(await stage.as('other-parent', names)).toEqual([
		{ in_another_name: [idOf('other-parent')], waits_for_my_parent: false },
	]);
	await stage.owner(inTheNameOf('other-parent'));
	expect(await stage.as('other-parent', names)).toEqual([
		{ in_another_name: [idOf('child')], waits_for_my_parent: false },
	]);
	await stage.longAgo(`update invitation set family_id = '@strangers', agreed_by = '@stranger-parent',
		invitee_name = 'Carl Holm' where id = '@new'`);
	expect(await stage.as('child', names)).toEqual([{ in_another_name: [], waits_for_my_parent: true }]);
	expect(await stage.as('young-person', names), 'from 15 one says yes oneself').toEqual([
		{ in_another_name: [idOf('young-person')], waits_for_my_parent: false },
	]);
});
