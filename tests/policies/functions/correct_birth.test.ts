/** A date of birth is corrected by the person from 15, and by the parents of a child. */
import { expect, on } from '../stage.ts';

/** What stands there, as who asks sees it. */
const now = (person: string) => `(select born_on from birth where person_id = '@${person}')`;
const correct = (person: string, day = '2020-05-06', drawnFrom = now(person)) =>
	`select correct_birth('@${person}', '${day}', ${drawnFrom})`;
/** To a date that makes them so many years old today. */
const makeAged = (person: string, years: number) =>
	`select correct_birth('@${person}', (private.today() - interval '${years} years')::date, ${now(person)})`;

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
	'a parent who wrote a child too old can mend it for 14 days, whatever the child has said since',
	async ({ as, owner, refusal }) => {
		await as('parent', makeAged('child', 16));
		expect(await refusal('other-parent', correct('child'))).toBeNull();
		await as('parent', makeAged('child', 17));
		const written = (ago: number) =>
			owner(`update birth set parents_until = private.today() + 14 - ${ago} where person_id = '@child'`);
		const [until] = await owner(
			`select parents_until = private.today() + 14 as fits from birth where person_id = '@child'`,
		);
		expect(until).toEqual({ fits: true });
		await written(14);
		expect(await refusal('parent', correct('child'))).toBeNull();
		await written(15);
		expect(await refusal('parent', correct('child'))).toBe('42501');
		await written(10);
		await as('child', makeAged('child', 15));
		expect(await refusal('parent', correct('child'))).toBeNull();
		await written(15);
		expect(await refusal('parent', correct('child'))).toBe('42501');
	},
);

on('writing again does not begin the 14 days anew', async ({ as, owner }) => {
	await as('parent', makeAged('child', 16));
	await owner(`update birth set parents_until = private.today() + 3 where person_id = '@child'`);
	await as('other-parent', makeAged('child', 17));
	expect(
		await owner(`select parents_until - private.today() as left from birth where person_id = '@child'`),
	).toEqual([{ left: 3 }]);
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
		async ({ as, owner, rule, takenBack }) => {
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
	'whoever made themselves too young can mend it for 14 days, and meanwhile their parents too',
	async ({ as, owner, rule, takenBack }) => {
		const until = (days: number) =>
			owner(`update birth set own_until = private.today() + ${days} where person_id = '@young-person'`);
		await as('young-person', makeAged('young-person', 7));
		expect(
			await owner(
				`select own_until - private.today() as days, parents_until from birth where person_id = '@young-person'`,
			),
		).toEqual([{ days: 14, parents_until: null }]);
		await until(0);
		expect(await rule('young-person', makeAged('young-person', 16))).toBeNull();
		await until(-1);
		expect(await rule('young-person', makeAged('young-person', 16))).toBe('42501');
		await until(3);
		await takenBack(async () => {
			await as('parent', makeAged('young-person', 8));
			expect(
				await owner(
					`select own_until - private.today() as days from birth where person_id = '@young-person'`,
				),
				'written over by another, anew',
			).toEqual([{ days: 14 }]);
		});
		await as('young-person', makeAged('young-person', 20));
		expect(
			await owner(`select own_until - private.today() as days from birth where person_id = '@young-person'`),
			'not anew',
		).toEqual([{ days: 3 }]);
		expect(await rule('parent', makeAged('young-person', 10)), 'the later word was theirs').toBe('42501');
	},
);

/** As if everybody's days had begun so many days earlier. */
const daysLater = (days: number) =>
	`update birth set parents_until = parents_until - ${days}, own_until = own_until - ${days}`;

on(
	'whoever sees to it themselves and is written over by a parent has 14 days from then, and the last word',
	async ({ as, owner, rule }) => {
		// A parent may still mend what it wrote before the young person was 15.
		await owner(`update birth set parents_until = private.today(), own_until = private.today() - 100
			where person_id = '@young-person'`);
		await as('parent', makeAged('young-person', 7));
		await owner(daysLater(14));
		expect(await rule('young-person', makeAged('young-person', 16))).toBeNull();
		await as('parent', makeAged('young-person', 8));
		await owner(daysLater(14));
		await as('young-person', makeAged('young-person', 16));
		expect(await rule('parent', makeAged('young-person', 8)), 'while both may').toBeNull();
		await as('parent', makeAged('young-person', 9));
		await owner(daysLater(1));
		await as('young-person', makeAged('young-person', 16));
		expect(await rule('parent', makeAged('young-person', 8))).toBe('42501');
		expect(await rule('young-person', makeAged('young-person', 17))).toBeNull();
	},
);

on('whoever is 15 before the parents’ days are over has the same', async ({ as, owner, rule }) => {
	await owner(`update birth set born_on = (private.today() - interval '15 years' + interval '14 days')::date
		where person_id = '@young-person'`);
	await as('parent', makeAged('young-person', 7));
	expect(await rule('young-person', makeAged('young-person', 15))).toBeNull();
	await owner(daysLater(15));
	expect(await rule('young-person', makeAged('young-person', 15))).toBe('42501');
});

on(
	'a child that a slip of its parents made 16 has no say when they have mended it',
	async ({ as, owner, rule }) => {
		await as('parent', makeAged('child', 16));
		await as('child', makeAged('child', 17));
		await as('parent', makeAged('child', 9));
		expect(await rule('child', makeAged('child', 17))).toBe('42501');
		expect(await owner(`select own_until from birth where person_id = '@child'`)).toEqual([
			{ own_until: null },
		]);
		// What nobody mends holds: it goes over with the parents' days.
		await as('parent', makeAged('child', 16));
		await owner(daysLater(15));
		expect(await rule('parent', makeAged('child', 9))).toBe('42501');
		expect(await rule('child', makeAged('child', 9))).toBeNull();
	},
);

for (const [role, years, child] of [
	['child', 20, true],
	['child', 16, true],
	['child', 10, true],
	['relative', 13, false],
	['parent', 13, false],
] as const) {
	const invited = `a ${role} invited with a date that makes them ${years}`;
	on(`${invited}: 14 days from joining, whoever wrote it`, async ({ as, owner, rule }) => {
		await owner(`delete from birth where person_id = '@guest'`);
		await owner(`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, born_on, invited_by, agreed_at, agreed_by)
			values ('@slip', '@municipality', '@family', 'Sara', '${role}', (private.today() - interval '${years} years')::date, '@coordinator', now(), '@parent')`);
		await owner(
			`insert into private.invitation_code (invitation_id, code_hash) values ('@slip', repeat('ef', 32))`,
		);
		await as('guest', `select accept_invitation_as_me(repeat('ef', 32))`);
		const mends = async (who: 'guest' | 'parent' | 'other-parent', to: number) =>
			(await rule(who, makeAged('guest', to))) === null;
		expect(await mends('parent', 10)).toBe(child);
		expect(await mends('other-parent', 10), 'no parent there').toBe(false);
		expect(await mends('guest', 40)).toBe(years !== 10);
		if (years !== 10) await as('guest', makeAged('guest', 41));
		expect(await mends('parent', 10), 'whoever wrote it').toBe(child);
		await owner(
			`update birth set parents_until = parents_until - 15, own_until = own_until - 15 where person_id = '@guest'`,
		);
		expect(await mends('parent', 10)).toBe(years === 10);
		expect(await mends('guest', 39)).toBe(years !== 10);
		if (role === 'child') return;
		await owner(
			`update birth set born_on = (private.today() - interval '13 years')::date where person_id = '@guest'`,
		);
		expect(await mends('guest', 39), 'nobody else could').toBe(true);
	});
}

on(
	'whoever the date makes a child does not become a parent or a relative by an invitation without one',
	async ({ as, owner, rule, takenBack }) => {
		await owner(`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by, agreed_at, agreed_by)
		values ('@slip', '@municipality', '@strangers', 'Carl', 'parent', '@project-lead', now(), '@stranger-parent'),
			('@aunt', '@municipality', '@strangers', 'Carl', 'relative', '@project-lead', now(), '@stranger-parent')`);
		await owner(
			`insert into private.invitation_code (invitation_id, code_hash)
			values ('@slip', repeat('ef', 32)), ('@aunt', repeat('ab', 32))`,
		);
		for (const code of ['ef', 'ab']) {
			const joins = () => rule('child', `select accept_invitation_as_me(repeat('${code}', 32))`);
			expect(await joins()).toBe('invitation_is_for_somebody_else');
			await takenBack(async () => {
				await as('parent', makeAged('child', 13));
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
