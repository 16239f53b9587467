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
	'a parent who wrote a child too old can mend it for 14 days, until it has said so itself',
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
