/** As what a professional came to a meeting stays as it was; to what is ahead they come as what they are. */
import { expect, on, type Stage } from '../policies/stage.ts';

/** A meeting that was held, to which the teacher came, beside the one ahead. */
const held = async ({ longAgo }: Stage) => {
	await longAgo(`insert into meeting (id, family_id, kind, purpose, starts_at, ends_at, created_at)
		values ('@held', '@family', 'other', 'Kaffe', now() - interval '2 hours', now() - interval '1 hour', now() - interval '9 days')`);
	await longAgo(`insert into meeting_attendee (meeting_id, person_id, family_id, profession, place)
		values ('@held', '@teacher', '@family', 'Lærer', 'Nordby Skole')`);
};
const cameAs = ({ as }: Stage) =>
	as(
		'parent',
		`select a.profession, a.place from meeting_attendee a join meeting m on m.id = a.meeting_id
			where a.person_id = '@teacher' order by m.starts_at`,
	);
const teacher = { profession: 'Lærer', place: 'Nordby Skole' };

on('as what they are in the team, and nothing of the family', async (stage) => {
	await held(stage);
	expect(await cameAs(stage)).toEqual([teacher, teacher]);
	expect(
		await stage.as(
			'parent',
			`select distinct profession, place from meeting_attendee where person_id in ('@parent', '@child')`,
		),
	).toEqual([{ profession: null, place: null }]);
});

on('somebody becomes something else', async (stage) => {
	await held(stage);
	await stage.as('teacher', `update job set profession = 'Psykolog' where id = '@job of teacher'`);
	expect(await cameAs(stage)).toEqual([teacher, { ...teacher, profession: 'Psykolog' }]);
});

on('their place gets another name', async (stage) => {
	await held(stage);
	await stage.as('project-lead', `update organisation set name = 'Nordby Folkeskole' where id = '@school'`);
	expect(await cameAs(stage)).toEqual([teacher, { ...teacher, place: 'Nordby Folkeskole' }]);
});

on('somebody leaves the job, and comes back into the team by another', async (stage) => {
	await held(stage);
	await stage.owner(`update job set left_at = now() where id = '@job of teacher'`);
	expect(await cameAs(stage)).toEqual([teacher, teacher]);
	await stage.owner(`insert into job (id, person_id, organisation_id, municipality_id, profession)
		values ('@new', '@teacher', '@town hall', '@municipality', 'Psykolog')`);
	expect(await cameAs(stage), 'not before they are in the team').toEqual([teacher, teacher]);
	await stage.owner(`insert into team_member (id, family_id, professional_id, job_id)
		values ('@back', '@family', '@teacher', '@new')`);
	expect(await cameAs(stage)).toEqual([teacher, { profession: 'Psykolog', place: 'Nordby Kommune' }]);
});

on('who is asked comes as what they are', async (stage) => {
	await stage.as(
		'parent',
		`insert into meeting_attendee (meeting_id, person_id, family_id) values ('@meeting about the child', '@teacher', '@family')`,
	);
	expect(await cameAs(stage)).toEqual([teacher, teacher]);
});

on('nobody writes it', async (stage) => {
	const set = `update meeting_attendee set profession = 'Læge', place = 'Rådhuset' where person_id = '@me'`;
	expect(await stage.allowed(set)).toEqual([]);
	await stage.owner('grant update on meeting_attendee to authenticated');
	expect(await stage.refusal('teacher', set)).toBe('42501');
});

on('who leaves comes to nothing that is ahead, and an answer does not come back with them', async (stage) => {
	const answers = (person: string) =>
		stage.owner(`select answer::text, answered_at is null as unanswered from meeting_attendee
			where person_id = '@${person}' and meeting_id = '@meeting of the family'`);
	for (const person of ['teacher', 'young-person'] as const)
		await stage.as(
			person,
			`update meeting_attendee set answer = 'coming' where person_id = '@me' and meeting_id = '@meeting of the family'`,
		);
	await stage.as('project-lead', `update team_member set left_at = now() where id = '@teacher in team'`);
	expect(await answers('teacher')).toEqual([{ answer: null, unanswered: true }]);
	expect(await answers('young-person')).toEqual([{ answer: 'coming', unanswered: false }]);
	await stage.owner(
		`update member set left_at = now() where person_id = '@young-person' and family_id = '@family'`,
	);
	expect(await answers('young-person')).toEqual([{ answer: null, unanswered: true }]);
});

on('nor with who left while the meeting was cancelled, when it is held after all', async (stage) => {
	const meeting = `where id = '@meeting of the family'`;
	await stage.as(
		'teacher',
		`update meeting_attendee set answer = 'coming' where person_id = '@me' and meeting_id = '@meeting of the family'`,
	);
	await stage.owner(`update meeting set cancelled_at = now() ${meeting}`);
	await stage.as('project-lead', `update team_member set left_at = now() where id = '@teacher in team'`);
	await stage.longAgo(`update meeting set cancelled_at = null ${meeting}`);
	expect(
		await stage.owner(`select answer from meeting_attendee
			where person_id = '@teacher' and meeting_id = '@meeting of the family'`),
	).toEqual([{ answer: null }]);
});
