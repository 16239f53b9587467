/** A sharing choice ends when the professional leaves the team or the job, or the owner the family, and does not come back with them. */
import { nameOf } from '../policies/labels.ts';
import { expect, on, type Stage } from '../policies/stage.ts';

const ended = async ({ owner }: Stage) => {
	const rows = await owner(`select id, ended_as::text from share
		where withdrawn_at = now() and withdrawn_at is not null order by created_at, id`);
	return rows.map(({ id, ended_as }) => `${nameOf(id)}: ${ended_as}`).sort();
};
const leavesTeam = (id: string) => `update team_member set left_at = now() where id = '@${id}'`;

on('leaving the team ends the choices of its family, and no others', async (stage) => {
	await stage.as('project-lead', leavesTeam('coordinator in team'));
	expect(await ended(stage)).toEqual([
		'child shares with coordinator: left',
		'former partner shares with coordinator: left',
		'parent shares the ladder with coordinator: left',
		'parent shares with coordinator: left',
	]);
});

on('leaving the job ends them too', async (stage) => {
	await stage.owner(`update job set left_at = now() where id = '@job of teacher'`);
	expect(await ended(stage)).toEqual([
		'young person shares well-being with teacher: left',
		'young person shares with teacher: left',
	]);
});

on('what was over by its day is over by its day', async (stage) => {
	await stage.owner(leavesTeam('teacher in team'));
	expect(await stage.owner(`select ended_as from share where id = '@parent shared with teacher'`)).toEqual([
		{ ended_as: null },
	]);
});

on('who comes back finds nothing again', async (stage) => {
	await stage.as('project-lead', leavesTeam('teacher in team'));
	await stage.as(
		'project-lead',
		`insert into team_member (id, family_id, professional_id, job_id) values ('@again', '@family', '@teacher', '@job of teacher')`,
	);
	expect(await stage.as('teacher', `select id from share`)).toEqual([]);
	expect(
		await stage.as(
			'young-person',
			`select id from share where withdrawn_at is null and professional_id = '@teacher'`,
		),
	).toEqual([]);
});

on('a choice lasts while the professional is in the team of another family of the owner', async (stage) => {
	await stage.owner(`insert into team_member (id, family_id, professional_id, job_id)
		values ('@coordinator there', '@other home', '@coordinator', '@job of coordinator')`);
	await stage.as('project-lead', leavesTeam('coordinator in team'));
	expect(await ended(stage)).toEqual([
		'former partner shares with coordinator: left',
		'parent shares the ladder with coordinator: left',
		'parent shares with coordinator: left',
	]);
	await stage.as('project-lead', leavesTeam('coordinator there'));
	expect(await ended(stage)).toContain('child shares with coordinator: left');
});

const leavesFamily = (id: string) => `update member set left_at = now() where id = '@${id}'`;
/** What the log says that a professional opened in this family, now. */
const opens = async ({ as, owner }: Stage, who: 'teacher' | 'coordinator') => {
	const [row] = await as(who, `select open_shared_ratings('@family') as reading`);
	return owner(`select from access_log where reading_id = '${row!.reading as string}'`);
};

on('who leaves the family takes their own choices along, and no others', async (stage) => {
	await stage.owner(leavesFamily('young person in family'));
	expect(await ended(stage)).toEqual([
		'young person shares well-being with teacher: left',
		'young person shares with teacher: left',
	]);
});

on('and has not shared again by coming back', async (stage) => {
	expect(await opens(stage, 'teacher')).not.toEqual([]);
	await stage.owner(leavesFamily('young person in family'));
	await stage.owner(
		`insert into member (id, family_id, person_id, role) values ('@again', '@family', '@young-person', 'child')`,
	);
	expect(await stage.as('teacher', `select id from share`)).toEqual([]);
	expect(await opens(stage, 'teacher')).toEqual([]);
});

on('a choice lasts while the owner has the professional around another family', async (stage) => {
	await stage.owner(`insert into team_member (id, family_id, professional_id, job_id)
		values ('@coordinator there', '@other home', '@coordinator', '@job of coordinator')`);
	await stage.owner(leavesFamily('child in family'));
	expect(await ended(stage)).toEqual([]);
	await stage.owner(leavesFamily('child in other home'));
	expect(await ended(stage)).toEqual(['child shares with coordinator: left']);
});

on('the reason of every end is kept', async ({ as, owner }) => {
	await as(
		'parent',
		`insert into share (id, owner_id, topic, professional_id, valid_until)
		values ('@new', '@parent', 'who5', '@coordinator', private.today() + 30)`,
	);
	await as(
		'young-person',
		`update share set withdrawn_at = now() where id = '@young person shares with teacher'`,
	);
	const reason = async (id: string) =>
		(await owner(`select ended_as::text from share where id = '@${id}'`))[0]!.ended_as;
	expect(await reason('parent shares with coordinator')).toBe('replaced');
	expect(await reason('young person shares with teacher')).toBe('withdrawn');
	expect(await reason('new')).toBeNull();
});

on('nothing is shared with somebody who is around another family only', async ({ refusal }) => {
	const share = (
		professional: string,
	) => `insert into share (id, owner_id, topic, professional_id, valid_until)
		values ('@new', '@parent', 'who5', '@${professional}', private.today() + 30)`;
	expect(await refusal('parent', share('neighbour-helper'))).toBe('42501');
});
