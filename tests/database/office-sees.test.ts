/** What the office sees of a family, as 'Hvem kan se hvad?' tells everybody (open:privacy.office). Change both. */
import { expect, on } from '../policies/stage.ts';

on(
	'the project lead sees that a family takes part, its team and its invitations, and no more',
	async (stage) => {
		const tables = await stage.owner(
			`select c.table_name as name from information_schema.columns c
		join information_schema.tables t on (t.table_schema, t.table_name) = (c.table_schema, c.table_name)
		where c.table_schema = 'public' and c.column_name = 'family_id' and t.table_type = 'BASE TABLE' order by 1`,
		);
		const seen: string[] = [];
		for (const { name } of tables) {
			const ofFamily = `select family_id from ${String(name)} where family_id = '@family' limit 1`;
			if (await stage.refusal('project-lead', ofFamily)) continue;
			if ((await stage.as('project-lead', ofFamily)).length) seen.push(String(name));
		}
		expect(seen).toEqual(['coordinator_choice', 'enrolment', 'enrolment_tier', 'invitation', 'team_member']);
		expect(await stage.as('project-lead', `select name from family where id = '@family'`)).toHaveLength(1);
		expect(
			await stage.as(
				'project-lead',
				`select id from person where id in ('@parent', '@young-person', '@child')`,
			),
			'nobody of the family by name, unless invited',
		).toEqual([]);
	},
);
