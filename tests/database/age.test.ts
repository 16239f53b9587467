/** 13, 15 and 18 happen by themselves, on the Danish day; the same rule as src/lib/family/age.ts. */
import { ageOn, answersAloneFrom, stageOn } from '../../src/lib/family/age.ts';
import { expect, on } from '../policies/stage.ts';

const days: [born: string, day: string][] = [
	['2014-05-03', '2027-05-02'],
	['2014-05-03', '2027-05-03'],
	['2009-05-03', '2027-05-02'],
	['2009-05-03', '2027-05-03'],
	['2016-02-29', '2029-02-28'],
	['2016-02-29', '2029-03-01'],
	['2008-02-29', '2026-02-28'],
	['2008-02-29', '2026-03-01'],
	['2012-02-29', '2028-02-29'],
	['2014-12-31', '2028-01-01'],
];

on('the database and the app say the same about every day', async ({ owner }) => {
	for (const [born, day] of days) {
		const [row] = await owner(`select private.age_on('${born}', '${day}') as age,
			private.stage_on('child', '${born}', '${day}') as stage`);
		expect(row, `${born} on ${day}`).toEqual({ age: ageOn(born, day), stage: stageOn('child', born, day) });
	}
	expect(await owner('select private.answers_alone_from() as age')).toEqual([{ age: answersAloneFrom }]);
	const unknown = `select private.stage_on('child', null, '2027-01-01') as child, private.stage_on('relative', null, '2027-01-01') as adult`;
	expect(await owner(unknown)).toEqual([{ child: 'young_person', adult: 'adult' }]);
});

on('the day is that of Denmark, also where the clocks change and late in the evening', async ({ owner }) => {
	for (const [moment, day] of [
		['2027-03-27T22:59:59Z', '2027-03-27'],
		['2027-03-27T23:00:00Z', '2027-03-28'],
		['2027-03-28T21:59:59Z', '2027-03-28'],
		['2027-03-28T22:00:00Z', '2027-03-29'],
		['2027-10-30T22:00:00Z', '2027-10-31'],
		['2027-10-31T22:59:59Z', '2027-10-31'],
		['2027-10-31T23:00:00Z', '2027-11-01'],
		['2027-06-01T23:30:00Z', '2027-06-02'],
		['2027-01-01T23:30:00Z', '2027-01-02'],
	]) {
		expect(await owner(`select private.danish_day('${moment}')::text as day`), moment).toEqual([{ day }]);
	}
});

const birthdays = [
	[13, 'my_young_children', 'children under 13'],
	[18, 'my_children', 'children under 18'],
] as const;
for (const [age, helper, whom] of birthdays) {
	on(`${whom}: the day before one is ${age} and not on the day`, async ({ owner, as }) => {
		const born = (day: string) =>
			owner(
				`update birth set born_on = (private.today() - interval '${age} years' ${day})::date where person_id = '@child'`,
			);
		const mine = `select '@child' = any (private.${helper}()) as mine`;
		await born(`+ interval '1 day'`);
		for (const who of ['parent', 'other-parent'] as const)
			expect(await as(who, mine)).toEqual([{ mine: true }]);
		await born('');
		for (const who of ['parent', 'other-parent'] as const)
			expect(await as(who, mine)).toEqual([{ mine: false }]);
	});
}

on(
	'a child nobody knows the age of is its parents’ child and is answered for by nobody',
	async ({ owner, as }) => {
		await owner(`delete from birth where person_id = '@child'`);
		expect(
			await as(
				'parent',
				`select '@child' = any (private.my_children()) as child, '@child' = any (private.my_young_children()) as young`,
			),
		).toEqual([{ child: true, young: false }]);
	},
);

on('a child is invited with a date of birth', async ({ refusal }) => {
	const invite = (role: string, born: string) =>
		`select invite_member('@new', '@family', 'Ny', '${role}', repeat('9', 64), ${born})`;
	expect(await refusal('coordinator', invite('child', 'null'))).toBe('23514');
	expect(await refusal('coordinator', invite('child', `'2015-01-01'`))).toBeNull();
	expect(await refusal('coordinator', invite('relative', 'null'))).toBeNull();
	expect(await refusal('coordinator', invite('relative', `'1899-12-31'`))).toBe('23514');
	expect(await refusal('coordinator', invite('relative', 'private.today() + 1'))).toBe('23514');
});
