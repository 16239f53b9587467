/** A family is found by what it is called and who is in its team, by whoever sees that; never by who belongs to it. */
import { idOf } from '../labels.ts';
import { expect, on, type Stage } from '../stage.ts';

const find = (part: string, municipality = 'municipality') =>
	`select id from find_families('@${municipality}', '%${part}%')`;
const found = async (stage: Stage, who: Parameters<Stage['as']>[0], part: string, where?: string) =>
	(await stage.as(who, find(part, where))).map(({ id }) => id as string);

on('the lead finds them by their name and by who helps them', async (stage) => {
	expect(await found(stage, 'project-lead', 'på bakken')).toEqual([idOf('family')]);
	const [{ name }] = (await stage.owner(`select name from person where id = '@coordinator'`)) as [
		{ name: string },
	];
	expect(await found(stage, 'project-lead', name)).toContain(idOf('family'));
	await stage.owner(`update team_member set left_at = now() where id = '@coordinator in team'`);
	expect(await found(stage, 'project-lead', name)).not.toContain(idOf('family'));
});

on('nobody by who belongs to the family, and nobody a family they do not see', async (stage) => {
	await stage.owner(`update person set name = 'Xerxes' where id = '@child'`);
	for (const who of ['project-lead', 'coordinator', 'parent'] as const)
		expect(await found(stage, who, 'Xerxes'), who).toEqual([]);
	expect(await found(stage, 'parent', '')).toEqual([idOf('family')]);
	expect(await found(stage, 'stranger-coordinator', 'på bakken')).toEqual([]);
	expect(await found(stage, 'project-lead', '', 'other municipality')).toEqual([]);
	expect(await stage.refusal('anonymous', find(''))).toBe('42501');
});
