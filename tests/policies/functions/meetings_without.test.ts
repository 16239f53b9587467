/** To how many meetings ahead somebody is asked, and to how many nobody else would come, before they are taken out of a team. */
import { expect, on } from '../stage.ts';

const places = `array['@coordinator in team', '@teacher in team']::uuid[]`;
const told = `select place_id, meetings, alone from meetings_without(${places})`;

on('told to the project lead of all, to each of their own place, and to nobody else', async ({ as }) => {
	expect(await as('project-lead', told)).toHaveLength(2);
	expect(await as('coordinator', told)).toHaveLength(1);
	for (const who of ['job-adviser', 'parent', 'stranger-coordinator', 'former-mentor'] as const)
		expect(await as(who, told), who).toEqual([]);
});

on('alone are those to whose meeting nobody else from outside comes', async ({ as, owner }) => {
	const mine = async () => (await as('coordinator', told))[0];
	await owner(`delete from meeting_attendee a using meeting m where m.id = a.meeting_id and m.family_id = '@family'
		and not (a.person_id = any (array['@coordinator', '@parent']::uuid[]))`);
	const { meetings } = (await mine())!;
	expect(meetings).toBeGreaterThan(0);
	expect(await mine()).toMatchObject({ alone: meetings });
	const ahead = `select id, family_id from meeting where family_id = '@family' and cancelled_at is null and ends_at > now()`;
	await owner(`insert into meeting_attendee (meeting_id, person_id, family_id)
		select id, '@teacher', family_id from (${ahead}) m on conflict do nothing`);
	expect(await mine()).toMatchObject({ meetings, alone: 0 });
	await owner(`update team_member set left_at = now() where id = '@teacher in team'`);
	expect(await mine(), 'who has left does not come').toMatchObject({ meetings, alone: meetings });
	await owner(`update meeting set cancelled_at = now() where family_id = '@family'`);
	expect(await mine()).toBeUndefined();
});
