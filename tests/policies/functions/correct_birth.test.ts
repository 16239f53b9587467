/** A date of birth is corrected by the person from 15, and by the parents of a child. In two files on one database. */
import { expect, on } from '../stage.ts';
import { correct, makeAged, othersHadTheirDays } from './correct-birth/correcting.ts';
import './correct-birth/fourteen-days.ts';

on(
	'a parent that of a child of the household, in either home; a young person their own',
	async ({ allowed }) => {
		expect(await allowed(correct('child'))).toEqual(['parent', 'other-parent']);
		expect(await allowed(correct('young-person')), '16').toEqual(['young-person']);
		expect(await allowed(correct('parent'))).toEqual(['parent']);
		expect(await allowed(correct('stranger-child'))).toEqual(['stranger-parent']);
		expect(await allowed(correct('coordinator')), 'belongs to no family').toEqual([]);
		expect(await allowed(correct('former-partner')), 'has left it').toEqual([]);
	},
);

on('the day one is 15 it goes over from the parents to oneself', async ({ owner, refusal }) => {
	const born = (day: string) =>
		owner(
			`update birth set born_on = (private.today() - interval '15 years' ${day})::date where person_id = '@young-person'`,
		);
	await born(`+ interval '1 day'`);
	expect(await refusal('young-person', correct('young-person'))).toBe('42501');
	expect(await refusal('parent', correct('young-person'))).toBeNull();
	await born('');
	expect(await refusal('young-person', correct('young-person'))).toBeNull();
	expect(await refusal('parent', correct('young-person'))).toBe('42501');
});

on(
	'who nobody knows the age of: an adult gives it, a child waits for its parents',
	async ({ owner, as, refusal }) => {
		await owner(`delete from birth where person_id in ('@young-person', '@parent')`);
		expect(await refusal('young-person', correct('young-person'))).toBe('42501');
		await as('parent', correct('parent', '1985-04-05'));
		await as('parent', correct('young-person'));
		expect(await owner(`select born_on::text from birth where person_id = '@parent'`)).toEqual([
			{ born_on: '1985-04-05' },
		]);
	},
);

on('neither in the future nor in another age', async ({ refusal, owner }) => {
	expect(await refusal('parent', correct('child', '1899-12-31'))).toBe('23514');
	const [row] = await owner(`select (private.today() + 1)::text as tomorrow, private.today()::text as today`);
	expect(await refusal('parent', correct('child', row!.tomorrow as string))).toBe('23514');
	expect(await refusal('parent', correct('child', row!.today as string))).toBeNull();
});

on(
	'no parent makes a child an adult, which would take it out of sight of its other home',
	async ({ refusal, owner }) => {
		const born = async (day: string) =>
			(await owner(`select (private.today() - interval '18 years' ${day})::date::text as day`))[0]!
				.day as string;
		const [eighteen, tomorrow] = [await born(''), await born(`+ interval '1 day'`)];
		expect(await refusal('parent', correct('child', eighteen))).toBe('23514');
		await owner(`delete from birth where person_id = '@young-person'`);
		expect(await refusal('parent', correct('young-person', eighteen)), 'said for the first time').toBe(
			'23514',
		);
		expect(await refusal('parent', correct('child', tomorrow))).toBeNull();
		expect(await refusal('parent', correct('parent', eighteen)), 'their own').toBeNull();
	},
);

on(
	'a parent or a relative is no child: not by a slip either, and whoever is one already mends it',
	async ({ owner, rule, as }) => {
		expect(await rule('parent', makeAged('parent', 12))).toBe('parent_or_relative_is_no_child');
		expect(await rule('parent', makeAged('parent', 13))).toBeNull();
		for (const years of [7, 13]) {
			await owner(
				`update birth set born_on = (private.today() - interval '${years} years')::date where person_id = '@parent'`,
			);
			expect(await rule('parent', correct('parent', '1999-01-02'))).toBeNull();
		}
		await owner(`update member set left_at = now() where id = '@parent in family'`);
		await owner(
			`insert into member (id, family_id, person_id, role) values ('@new', '@family', '@parent', 'relative')`,
		);
		expect(await rule('parent', correct('parent', '1999-01-02')), 'as a relative too').toBeNull();
		expect(await rule('parent', makeAged('parent', 12))).toBe('parent_or_relative_is_no_child');
		expect(await rule('other-parent', correct('parent')), 'nobody else').toBe('42501');
		await owner(`update birth set born_on = '1999-01-02' where person_id = '@parent'`);
		await owner(`update member set left_at = now() where id = '@new'`);
		await owner(
			`insert into member (id, family_id, person_id, role) values ('@grown', '@family', '@parent', 'child')`,
		);
		expect(await rule('parent', makeAged('parent', 12)), 'who can be one').toBeNull();
		await as('other-parent', makeAged('other-parent', 13));
	},
);

for (const role of ['relative', 'parent']) {
	on(
		`a child that is a ${role} elsewhere is its parents’ to correct`,
		async ({ as, owner, longAgo, rule, takenBack }) => {
			await owner(`insert into member (id, family_id, person_id, role)
			values ('@new', '@strangers', '@child', '${role}')`);
			for (const years of [13, 14]) {
				await as('parent', makeAged('child', years));
				expect(await rule('child', correct('child', '1990-01-01')), `${years}`).toBe('42501');
			}
			await takenBack(async () => {
				await owner(`delete from birth where person_id = '@child'`);
				expect(await rule('child', correct('child', '1990-01-01')), 'nobody knows it').toBe('42501');
			});
			for (const who of ['parent', 'other-parent'] as const) {
				expect(await rule(who, makeAged('child', 12)), 'what is true').toBeNull();
				expect(await rule(who, makeAged('child', 18))).toBe('parents_correct_a_child');
			}
			expect(await rule('stranger-parent', makeAged('child', 15)), 'no parent of it').toBe('42501');
			await takenBack(async () => {
				await as('parent', makeAged('child', 15));
				await longAgo(othersHadTheirDays);
				expect(await rule('child', makeAged('child', 12)), 'too old by a slip').toBeNull();
			});
			await owner(`update member set left_at = now() where id = '@child in other home'`);
			expect(await rule('child', correct('child', '1990-01-01')), 'of one family').toBe('42501');
			await owner(`update member set left_at = now() where id = '@child in family'`);
			expect(await rule('child', correct('child', '1990-01-01')), 'nobody else could').toBeNull();
			expect(await rule('child', makeAged('child', 12))).toBe('parent_or_relative_is_no_child');
		},
	);
}

on(
	'whoever the date makes a child does not become a parent or a relative by an invitation without one',
	async ({ as, owner, longAgo, rule, takenBack }) => {
		await owner(`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by, agreed_at, agreed_by)
		values ('@slip', '@municipality', '@strangers', 'Carl', 'parent', '@project-lead', now(), '@stranger-parent'),
			('@aunt', '@municipality', '@strangers', 'Carl', 'relative', '@project-lead', now(), '@stranger-parent')`);
		await owner(
			`insert into private.invitation_code (invitation_id, code_hash)
			values ('@slip', repeat('ef', 32)), ('@aunt', repeat('ab', 32))`,
		);
		for (const code of ['ef', 'ab']) {
			const joins = () => rule('child', `select accept_invitation_as_me(repeat('${code}', 32))`);
			expect(await joins()).toBe('child_has_a_home');
			await takenBack(async () => {
				await as('parent', makeAged('child', 15));
				expect(await joins(), 'by one parent alone').toBe('child_has_a_home');
				await longAgo(othersHadTheirDays);
				expect(await joins()).toBeNull();
			});
		}
	},
);

on('what follows from the age follows at once', async ({ as }) => {
	const answer = `update meeting_attendee set answer = 'coming' where person_id = '@child' and family_id = '@family' returning meeting_id`;
	expect(await as('parent', answer)).not.toEqual([]);
	await as('parent', makeAged('child', 14));
	expect(await as('parent', answer), '13 and older answers alone').toEqual([]);
});

on('what the other home corrected since is not written over', async ({ as, answer, owner }) => {
	const [{ day }] = (await owner(`select born_on::text as day from birth where person_id = '@child'`)) as [
		{ day: string },
	];
	await as('other-parent', correct('child', '2019-01-02', `'${day}'`));
	expect(await answer('parent', correct('child', '2019-03-04', `'${day}'`))).toMatchObject({
		constraint: 'changed_since',
	});
	// The same is said once more; drawn from what stands there, it goes through.
	await as('parent', correct('child', '2019-01-02', `'${day}'`));
	await as('parent', correct('child', '2019-03-04', `'2019-01-02'`));
});
