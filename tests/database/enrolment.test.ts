/** What holds about the times in which a family takes part, whoever writes. */
import { expect, on } from '../policies/stage.ts';

const enrolment = (columns: string, values: string, family = 'strangers') =>
	`insert into enrolment (id, family_id, municipality_id, ${columns})
	values ('@new', '@${family}', '@municipality', ${values})`;

on('one enrolment of a family is in force', async ({ ownersRefusal }) => {
	expect(await ownersRefusal(enrolment('visited_on', `'2026-01-05'`))).toBe('23505');
	expect(await ownersRefusal(enrolment('visited_on, ended_on', `'2020-01-05', '2021-01-05'`))).toBeNull();
});

on('it is of the municipality of the family', async ({ ownersRefusal }) => {
	expect(
		await ownersRefusal(enrolment('visited_on, ended_on', `'2020-01-05', '2021-01-05'`, 'far family')),
	).toBe('23503');
});

on('visited, offered, answered and ended come in this order', async ({ ownersRefusal }) => {
	const days = (offered: string, answered: string, answer: string, ended: string) => {
		const value = (text: string) => (text ? `'${text}'` : 'null');
		return ownersRefusal(
			enrolment(
				'visited_on, offered_on, answered_on, answer, ended_on',
				['2020-01-05', offered, answered, answer, ended].map(value).join(),
			),
		);
	};
	expect(await days('2020-01-06', '2020-01-07', 'accepted', '2020-02-01')).toBeNull();
	expect(await days('2020-01-04', '2020-01-07', 'accepted', '2020-02-01')).toBe('23514');
	expect(await days('2020-01-06', '2020-01-05', 'accepted', '2020-02-01')).toBe('23514');
	expect(await days('', '2020-01-07', 'accepted', '2020-02-01')).toBe('23514');
	expect(await days('2020-01-06', '', 'accepted', '2020-02-01')).toBe('23514');
	expect(await days('2020-01-06', '2020-01-07', '', '2020-02-01')).toBe('23514');
	expect(await days('2020-01-06', '2020-01-07', 'accepted', '2020-01-06')).toBe('23514');
	expect(await days('', '', '', '2020-01-04')).toBe('23514');
	expect(await days('2020-01-06', '2020-01-07', 'declined', '')).toBe('23514');
});

on(
	'change is measured from the enrolment in force; when it is over, from the last that was',
	async ({ owner }) => {
		const baseline = () =>
			owner(`select private.today() - enrolled_on(f) as days from family f where id = '@family'`);
		expect(await baseline()).toEqual([{ days: 100 }]);
		await owner(`update enrolment set ended_on = private.today() where id = '@enrolment'`);
		expect(await baseline()).toEqual([{ days: 100 }]);
		await owner(
			`insert into enrolment (family_id, municipality_id, visited_on) values ('@family', '@municipality', private.today() - 3)`,
		);
		expect(await baseline()).toEqual([{ days: 3 }]);
	},
);

on('change is measured from no enrolment that the family said no to', async ({ owner }) => {
	const baseline = () =>
		owner(`select private.today() - enrolled_on(f) as days from family f where id = '@family'`);
	await owner(`update enrolment set ended_on = private.today() - 20 where id = '@enrolment'`);
	await owner(
		enrolment(
			'visited_on, offered_on, answered_on, answer, ended_on',
			`private.today() - 9, private.today() - 8, private.today() - 7, 'declined', private.today() - 7`,
			'family',
		),
	);
	expect(await baseline()).toEqual([{ days: 100 }]);
});

on(
	'a tier begins while the enrolment is in force, and two never on the same day',
	async ({ owner, ownersRefusal }) => {
		const tier = (day: string) =>
			`insert into enrolment_tier (enrolment_id, family_id, tier, from_on)
		values ('@enrolment', '@family', 'preventive', ${day})`;
		expect(await ownersRefusal(tier('private.today() - 101'))).toBe('23514');
		expect(await ownersRefusal(tier('private.today() - 40'))).toBe('23505');
		expect(await ownersRefusal(tier('private.today()'))).toBeNull();
		await owner(`update enrolment set ended_on = private.today() - 1 where id = '@enrolment'`);
		expect(await ownersRefusal(tier('private.today()'))).toBe('23514');
	},
);
