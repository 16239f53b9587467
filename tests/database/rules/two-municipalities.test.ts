/** Who works in two municipalities keeps what is of the one out of the other. */
import { expect, on } from '../../policies/stage.ts';

on(
	'who works in two municipalities puts nobody of the one into a team of the other',
	async ({ owner, refusal }) => {
		await owner(`insert into job (id, person_id, organisation_id, municipality_id, profession)
		select gen_random_uuid(), p.id, j.organisation_id, j.municipality_id, 'Vejleder'
		from job j cross join person p where j.id = '@job of far-lead' and p.id in ('@project-lead', '@coordinator')`);
		const join = (who: string, family: string) =>
			`insert into team_member (id, family_id, professional_id, job_id)
			values ('@new', '@${family}', '@${who}', '@job of ${who}')`;
		for (const who of ['project-lead', 'coordinator'] as const) {
			expect(await refusal(who, join('far-lead', 'family')), who).toBe('42501');
			expect(await refusal(who, join('guest', 'family')), who).toBeNull();
		}
	},
);
