/** For 14 days what was written by a slip can be mended by whoever wrote it, and by the parents. */
import { expect, on } from '../../stage.ts';
import { correct, makeAged, othersHadTheirDays } from './correcting.ts';

/** As if everybody's days had begun so many days earlier. */
const daysLater = (days: number) =>
	`update birth set parents_until = parents_until - ${days}, own_until = own_until - ${days}`;

on(
	'a parent who wrote a child too old can mend it for 14 days, whatever the child has said since',
	async ({ as, owner, longAgo, refusal }) => {
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
		await longAgo(othersHadTheirDays);
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
	async ({ as, owner, longAgo, rule }) => {
		await as('parent', makeAged('child', 16));
		await longAgo(othersHadTheirDays);
		await as('child', makeAged('child', 17));
		await as('parent', makeAged('child', 9));
		expect(await rule('child', makeAged('child', 17))).toBe('42501');
		expect(await owner(`select own_until from birth where person_id = '@child'`)).toEqual([
			{ own_until: null },
		]);
		// What nobody mends holds: it goes over with the parents' days.
		await as('parent', makeAged('child', 16));
		await owner(daysLater(15));
		await longAgo(othersHadTheirDays);
		expect(await rule('parent', makeAged('child', 9))).toBe('42501');
		expect(await rule('child', makeAged('child', 9))).toBeNull();
	},
);

for (const role of ['relative', 'parent'] as const) {
	on(
		`a ${role} who says their age after joining: 14 days, and nobody else says it`,
		async ({ as, owner, rule }) => {
			await owner(`delete from birth where person_id = '@guest'`);
			await owner(`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, born_on, invited_by, agreed_at, agreed_by)
			values ('@slip', '@municipality', '@family', 'Sara', '${role}', (private.today() - interval '13 years')::date, '@coordinator', now(), '@parent')`);
			await owner(
				`insert into private.invitation_code (invitation_id, code_hash) values ('@slip', repeat('ef', 32))`,
			);
			await as('guest', `select accept_invitation_as_me(repeat('ef', 32))`);
			const mends = async (who: 'guest' | 'parent' | 'other-parent', to: number) =>
				(await rule(who, makeAged('guest', to))) === null;
			expect(await mends('parent', 10)).toBe(false);
			expect(await mends('other-parent', 10), 'no parent there').toBe(false);
			expect(await mends('guest', 40)).toBe(true);
			await as('guest', makeAged('guest', 41));
			expect(await mends('parent', 10), 'whoever wrote it').toBe(false);
			await owner(daysLater(15));
			expect(await mends('guest', 39)).toBe(true);
			await owner(
				`update birth set born_on = (private.today() - interval '13 years')::date where person_id = '@guest'`,
			);
			expect(await mends('guest', 39), 'nobody else could').toBe(true);
		},
	);
}

on(
	'whose date came with the invitation: the parents mend it for 14 days, and who may speak alone too',
	async (stage) => {
		for (const [role, years, days] of [
			['child', 20, [14, 14]],
			['child', 16, [14, 14]],
			['child', 10, [14, null]],
			['relative', 13, [null, null]],
			['parent', 40, [null, 14]],
		] as const) {
			await stage.takenBack(async () => {
				await stage.owner(`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, born_on, invited_by, agreed_at, agreed_by)
				values ('@slip', '@municipality', '@family', 'Sara', '${role}', (private.today() - interval '${years} years')::date, '@coordinator', now(), '@parent')`);
				await stage.owner(
					`insert into private.invitation_code (invitation_id, code_hash) values ('@slip', repeat('ef', 32))`,
				);
				await stage.as(
					'session-keeper',
					`select accept_invitation(repeat('ef', 32), 'mitid', 'somebody new')`,
				);
				const until =
					await stage.owner(`select parents_until - private.today() as parents, own_until - private.today() as own
				from birth b join invitation i on i.accepted_by = b.person_id where i.id = '@slip'`);
				expect(until, `${role} of ${years}`).toEqual([{ parents: days[0], own: days[1] }]);
			});
		}
	},
);
