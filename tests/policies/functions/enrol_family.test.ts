/** The project lead enrols a family; the visitation date becomes its baseline. */
import { expect, on } from '../stage.ts';

const enrol = (
	municipality = 'municipality',
	id = 'new',
	visited = 'private.today() - 20',
	tier = `'stabilising'`,
) => `select enrol_family('@${id}', '@${municipality}', '  De nye  ', ${visited}, ${tier})`;

on('only the project lead, in their own municipality', async ({ allowed }) => {
	expect(await allowed(enrol())).toEqual(['project-lead']);
	expect(await allowed(enrol('other municipality'))).toEqual([]);
});

on(
	'the family is there, since its visitation date, and the lead sees its name and nothing more',
	async ({ as }) => {
		await as('project-lead', enrol());
		expect(
			await as(
				'project-lead',
				`select name, private.today() - enrolled_on(family) as days from family where id = '@new'`,
			),
		).toEqual([{ name: 'De nye', days: 20 }]);
		expect(await as('project-lead', `select id from goal`)).toEqual([]);
		expect(await as('project-lead', `select id from member`)).toEqual([]);
	},
);

on('the same press delivered twice is one family', async ({ as, owner }) => {
	await as('project-lead', enrol());
	await as('project-lead', enrol());
	expect(await owner(`select id from family where name = 'De nye'`)).toHaveLength(1);
});

on(
	'the same id with another name is refused, not taken for a press delivered twice',
	async ({ as, refusal }) => {
		await as('project-lead', enrol());
		expect(await refusal('project-lead', enrol().replace('De nye', 'De andre'))).toBe('23505');
	},
);

on('the same press about a family that takes part no more has no receipt', async ({ as, owner, rule }) => {
	await as('project-lead', enrol());
	await as('project-lead', enrol());
	await owner(`update enrolment set ended_on = private.today() where family_id = '@new'`);
	expect(await rule('project-lead', enrol())).toBe('over_since');
});

on('the same id with another visitation date or tier is refused too', async ({ as, refusal }) => {
	await as('project-lead', enrol());
	expect(await refusal('project-lead', enrol('municipality', 'new', 'private.today()'))).toBe('23505');
	expect(await refusal('project-lead', enrol('municipality', 'new', undefined, 'null'))).toBe('23505');
});

on(
	'the visitation date may be today, not tomorrow, not long ago; the tier may come later',
	async ({ refusal }) => {
		const visited = (day: string) => refusal('project-lead', enrol('municipality', 'new', day, 'null'));
		expect(await visited('private.today()')).toBeNull();
		expect(await visited('private.today() + 1')).toBe('23514');
		expect(await visited(`'2009-12-31'`)).toBe('23514');
	},
);

on('a family that is there already is left alone, and that is said', async ({ refusal, owner }) => {
	expect(await refusal('project-lead', enrol('municipality', 'far family'))).toBe('23505');
	expect(await owner(`select name from family where id = '@far family'`)).toEqual([{ name: 'Langt væk' }]);
});

on('who leads no longer enrols no longer', async ({ owner, refusal }) => {
	await owner(`update job set left_at = now() where id = '@job of project-lead'`);
	expect(await refusal('project-lead', enrol())).toBe('42501');
});
