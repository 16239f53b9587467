/** The project lead enrols a family; today becomes its baseline. */
import { expect, on } from '../stage.ts';

const enrol = (municipality = 'municipality', id = 'new') =>
	`select enrol_family('@${id}', '@${municipality}', '  De nye  ')`;

on('only the project lead, in their own municipality', async ({ allowed }) => {
	expect(await allowed(enrol())).toEqual(['project-lead']);
	expect(await allowed(enrol('other municipality'))).toEqual([]);
});

on('the family is there, as of today, and the lead sees its name and nothing more', async ({ as }) => {
	await as('project-lead', enrol());
	expect(
		await as(
			'project-lead',
			`select name, enrolled_on = private.today() as today from family where id = '@new'`,
		),
	).toEqual([{ name: 'De nye', today: true }]);
	expect(await as('project-lead', `select id from goal`)).toEqual([]);
	expect(await as('project-lead', `select id from member`)).toEqual([]);
});

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

on('a family that is there already is left alone, and that is said', async ({ refusal, owner }) => {
	expect(await refusal('project-lead', enrol('municipality', 'far family'))).toBe('23505');
	expect(await owner(`select name from family where id = '@far family'`)).toEqual([{ name: 'Langt væk' }]);
});

on('who leads no longer enrols no longer', async ({ owner, refusal }) => {
	await owner(`update job set left_at = now() where id = '@job of project-lead'`);
	expect(await refusal('project-lead', enrol())).toBe('42501');
});
