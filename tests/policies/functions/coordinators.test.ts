/** Who coordinates a family, and since when without a break. */
import { expect, idOf, on } from '../stage.ts';

const which = `select professional_id, extract(epoch from now() - since) / 86400 as days
	from coordinators(array['@family', '@far family']::uuid[])`;
const mette = { professional_id: idOf('coordinator') };
/** A yes before the one in force: from so many days before that until so many. */
const said = (who: string, from: number, until: number) => `
	insert into coordinator_choice
		(id, family_id, professional_id, job_id, profession, place, chosen_by, chosen_at, answer, answered_at, ended_at)
	select gen_random_uuid(), '@family', '@${who}', '@job of ${who}', 'Lærer', 'Skole', '@parent',
		answered_at - interval '${from} days', 'accepted', answered_at - interval '${from} days',
		answered_at - interval '${until} days'
	from coordinator_choice where id = '@coordinator accepted'`;

on('the family and its team are told, and others nothing of it', async ({ as, allowed }) => {
	for (const who of ['parent', 'child', 'teacher', 'coordinator', 'project-lead'] as const)
		expect(await as(who, which), who).toMatchObject([mette]);
	for (const who of ['stranger-parent', 'guest', 'former-partner'] as const)
		expect(await as(who, which), who).toEqual([]);
	expect(await allowed(which)).not.toContain('anonymous');
});

on('a renewed yes goes on from the first; a break, or somebody else between, begins anew', async (stage) => {
	const days = async () => Number((await stage.as('parent', which))[0]!.days);
	expect(await days()).toBeCloseTo(39, 1);
	await stage.longAgo(said('coordinator', 6, 0));
	await stage.longAgo(said('coordinator', 8, 6));
	expect(await days()).toBeCloseTo(47, 1);
	await stage.longAgo(said('teacher', 11, 8));
	await stage.longAgo(said('coordinator', 21, 9));
	expect(await days()).toBeCloseTo(47, 1);
});

on('nobody does when it is ended', async ({ as, longAgo }) => {
	await longAgo(`update coordinator_choice set ended_at = now() where ended_at is null`);
	expect(await as('parent', which)).toEqual([]);
});
