/** Who was in a family's team when its course ended is told so for a month, and nothing else of the family. */
import { expect, on } from '../stage.ts';

const end = `select end_enrolment('@enrolment', private.today() - 3)`;
const told = `select name, (private.today() - ended_on) as days, meetings from ended_for_me()`;

on('who was in the team when it ended, and nobody else', async ({ as, owner }) => {
	expect(await as('coordinator', told)).toEqual([]);
	const asked = await owner(`select person_id from meeting_attendee a join meeting m on m.id = a.meeting_id
		where m.family_id = '@family' and m.cancelled_at is null and m.ends_at > now() and a.person_id = '@coordinator'`);
	await as('project-lead', end);
	expect(await as('coordinator', told)).toEqual([{ name: 'Os på Bakken', days: 3, meetings: asked.length }]);
	expect(asked.length).toBeGreaterThan(0);
	expect(await as('teacher', told)).toHaveLength(1);
	for (const who of [
		'parent',
		'former-mentor',
		'former-nurse',
		'project-lead',
		'stranger-coordinator',
	] as const)
		expect(await as(who, told), who).toEqual([]);
});

on('not after a month, not without the job, and not when one is in the team again', async (stage) => {
	const { as, owner, longAgo, takenBack } = stage;
	await as('project-lead', end);
	await takenBack(async () => {
		await owner(`update job set left_at = now() where person_id = '@teacher'`);
		expect(await as('teacher', told)).toEqual([]);
	});
	await takenBack(async () => {
		await as('project-lead', `select enrol_again('@new', '@family', private.today())`);
		expect(await as('teacher', told), 'the family is with us again, without me').toHaveLength(1);
		await owner(`insert into team_member (id, family_id, professional_id, job_id)
			select '@again', '@family', '@teacher', id from job where person_id = '@teacher' and left_at is null`);
		expect(await as('teacher', told)).toEqual([]);
	});
	await longAgo(`update team_member set left_at = left_at - interval '31 days' where left_at = now()`);
	await longAgo(`update enrolment set ended_at = ended_at - interval '31 days' where id = '@enrolment'`);
	expect(await as('teacher', told)).toEqual([]);
});

on('that somebody left because it ended is not told as their leaving, also afterwards', async ({ as }) => {
	const left = `select name from arrivals() where kind = 'left_team'`;
	const before = await as('parent', left);
	await as('project-lead', end);
	expect(await as('parent', left)).toEqual(before);
	await as('project-lead', `select enrol_again('@new', '@family', private.today())`);
	expect(await as('parent', left)).toEqual(before);
});

on('by the name it had then, whatever it is called since', async ({ as }) => {
	await as('project-lead', end);
	await as('parent', `update family set name = 'Et andet sted' where id = '@family'`);
	expect(await as('teacher', told)).toMatchObject([{ name: 'Os på Bakken', days: 3 }]);
});
