/** Since when and until when families take part, as far as each sees them. */
import { expect, idOf, on } from '../stage.ts';

const which = `select family_id, enrolled_on::text, ended_on::text from last_enrolments(array['@family', '@strangers']::uuid[])`;
const family = idOf('family');

on('whoever sees the family is told, and nobody of another', async ({ as, allowed }) => {
	for (const who of ['parent', 'child', 'teacher', 'coordinator'] as const)
		expect(await as(who, which), who).toMatchObject([{ family_id: family, ended_on: null }]);
	expect(await as('project-lead', which)).toHaveLength(2);
	expect(await as('stranger-coordinator', which)).toEqual([]);
	expect(await allowed(which)).not.toContain('anonymous');
});

on('the one in force comes before any other, then what ended last', async ({ as, longAgo }) => {
	const told = async () => (await as('parent', which))[0];
	await longAgo(`delete from enrolment where family_id = '@family'`);
	await longAgo(`insert into enrolment (id, family_id, municipality_id, visited_on, ended_on) values
		(gen_random_uuid(), '@family', '@municipality', '2021-01-01', '2021-06-01'),
		(gen_random_uuid(), '@family', '@municipality', '2022-01-01', '2022-06-01')`);
	expect(await told()).toMatchObject({ enrolled_on: '2022-01-01', ended_on: '2022-06-01' });
	await longAgo(`insert into enrolment (id, family_id, municipality_id, visited_on)
		values (gen_random_uuid(), '@family', '@municipality', '2020-01-01')`);
	expect(await told()).toMatchObject({ enrolled_on: '2020-01-01', ended_on: null });
});
