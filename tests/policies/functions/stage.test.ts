/** Whoever sees who belongs to a family sees the stage of life of each: no date, and nothing of anybody else. */
import { expect, on, type Stage } from '../stage.ts';
import type { ActorName } from '../actors.ts';

const seen = async ({ as }: Stage, who: ActorName) => {
	const rows = await as(
		who,
		`select p.name, stage(m) from member m join person p on p.id = m.person_id
		where m.family_id = '@family' and m.left_at is null order by p.name`,
	);
	return rows.map(({ name, stage }) => `${name}: ${stage}`);
};
const everybody = ['Carl: child', 'Gerda: adult', 'Mona: adult', 'Yasmin: young_person'];

on('the family and its team', async (stage) => {
	for (const who of ['parent', 'young-person', 'child', 'coordinator', 'teacher'] as const) {
		expect(await seen(stage, who), who).toEqual(everybody);
	}
	for (const who of ['other-parent', 'project-lead', 'former-mentor', 'stranger-parent'] as const) {
		expect(await seen(stage, who), who).toEqual([]);
	}
});

on('nobody else learns it by writing the row themselves', async ({ as }) => {
	const written = `select stage(row('@child in strangers', '@family', '@stranger-child', 'child', now(), null, null)::member)`;
	for (const who of ['coordinator', 'project-lead', 'other-parent', 'stranger-coordinator'] as const) {
		expect(await as(who, written), who).toEqual([{ stage: null }]);
	}
	expect(await as('stranger-parent', written)).toEqual([{ stage: 'child' }]);
});
