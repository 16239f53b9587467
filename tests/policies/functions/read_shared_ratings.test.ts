/** The only way a professional reads answers: checks the shares in force, logs, returns. */
import type { ActorName } from '../actors.ts';
import { expect, idOf, on, type Stage } from '../stage.ts';

const read = (family = 'family') =>
	`select owner_id, topic::text from read_shared_ratings('@${family}') order by owner_id, topic`;
const answers = (...owned: [string, string][]) =>
	owned
		.map(([owner, topic]) => ({ owner_id: idOf(owner), topic }))
		.sort((a, b) => (a.owner_id < b.owner_id ? -1 : 1));
const lines = ({ owner }: Stage) =>
	owner(`select owner_id, reader_id, share_id, as_coordinator, profession, answers_read
		from access_log where read_at = now() and id not in (
			'@mentor read the parent', '@coordinator read the parent', '@teacher read the young person',
			'@mentor read the stranger') order by owner_id`);

on('only who is in the team of the family', async ({ allowed }) => {
	expect(await allowed(read())).toEqual(['coordinator', 'teacher', 'job-adviser']);
	expect(await allowed(read('strangers'))).toEqual(['former-mentor']);
	expect(await allowed(read('other home'))).toEqual([]);
	expect(await allowed(read('far family'))).toEqual(['stranger-coordinator']);
});

on('what is shared with the reader, while it is, and nothing else', async ({ as }) => {
	expect(await as('coordinator', read())).toEqual(answers(['parent', 'who5'], ['child', 'smiley']));
	expect(await as('teacher', read())).toEqual(answers(['young-person', 'ladder']));
	expect(await as('job-adviser', read())).toEqual([]);
});

on('each read is logged: who, whose, which choice allowed it, how much', async (stage) => {
	await stage.as('coordinator', read());
	const line = (owner: string, share: string) => ({
		owner_id: idOf(owner),
		reader_id: idOf('coordinator'),
		share_id: idOf(share),
		as_coordinator: true,
		profession: 'Familiekonsulent',
		answers_read: 1,
	});
	expect(await lines(stage)).toEqual(
		[line('parent', 'parent shares with coordinator'), line('child', 'child shares with coordinator')].sort(
			(a, b) => (a.owner_id < b.owner_id ? -1 : 1),
		),
	);
	await stage.as('teacher', read());
	expect(await lines(stage)).toHaveLength(3);
	expect((await lines(stage)).find((entry) => entry.reader_id === idOf('teacher'))).toMatchObject({
		as_coordinator: false,
		profession: 'Lærer',
	});
});

on('looking twice is two lines', async (stage) => {
	await stage.as('teacher', read());
	await stage.as('teacher', read());
	expect(await lines(stage)).toHaveLength(2);
});

on('the owner sees the line', async ({ as }) => {
	const log = `select reader_id from access_log where owner_id = '@young-person'`;
	expect(await as('young-person', log)).toHaveLength(1);
	await as('teacher', read());
	expect(await as('young-person', log)).toHaveLength(2);
	expect(await as('teacher', log)).toEqual([]);
});

on('a refused read, and one that shows nothing, log nothing', async (stage) => {
	expect(await stage.refusal('guest', read())).toBe('42501');
	await stage.as('job-adviser', read());
	await stage.owner(`delete from rating where person_id = '@young-person' and topic = 'ladder'`);
	expect(await stage.as('teacher', read())).toEqual([]);
	expect(await lines(stage)).toEqual([]);
});

on('without the log there is no read', async ({ owner, refusal }) => {
	await owner(`alter table access_log add constraint full_up check (false) not valid`);
	expect(await refusal('teacher', read())).toBe('23514');
});

/** Something happens, and the teacher's very next read shows nothing. */
function closes(
	says: string,
	reader: ActorName,
	happens: (stage: Stage) => Promise<unknown>,
	refused: boolean,
) {
	on(`closed at the very next read: ${says}`, async (stage) => {
		expect((await stage.as(reader, read())).length).toBeGreaterThan(0);
		await happens(stage);
		const logged = (await lines(stage)).length;
		if (refused) expect(await stage.refusal(reader, read())).toBe('42501');
		else expect(await stage.as(reader, read())).toEqual([]);
		expect(await lines(stage)).toHaveLength(logged);
	});
}

const share = `'@young person shares with teacher'`;
closes(
	'withdrawn',
	'teacher',
	(s) => s.as('young-person', `update share set withdrawn_at = now() where id = ${share}`),
	false,
);
closes(
	'expired',
	'teacher',
	(s) => s.owner(`update share set valid_until = current_date - 2 where id = ${share}`),
	false,
);
closes(
	'the owner left the family',
	'teacher',
	(s) => s.owner(`update member set left_at = now() where id = '@young person in family'`),
	false,
);
closes(
	'the reader left the team',
	'teacher',
	(s) => s.as('project-lead', `update team_member set left_at = now() where id = '@teacher in team'`),
	true,
);
closes(
	'the reader left the job',
	'teacher',
	(s) => s.owner(`update professional set left_at = now() where person_id = '@teacher'`),
	true,
);

on('it holds through the last day, Danish time, and not a day longer', async ({ as, owner }) => {
	const until = (days: number) =>
		owner(
			`update share set valid_until = (now() at time zone 'Europe/Copenhagen')::date + ${days} where id = ${share}`,
		);
	await until(0);
	expect(await as('teacher', read())).toHaveLength(1);
	await until(-1);
	expect(await as('teacher', read())).toEqual([]);
});

on('a share that was renewed and then withdrawn leaves no older one in force', async ({ as }) => {
	await as(
		'young-person',
		`insert into share (id, owner_id, topic, professional_id, valid_until)
			values ('@renewed', '@young-person', 'ladder', '@teacher', current_date + 90)`,
	);
	expect(await as('teacher', read())).toHaveLength(1);
	await as('young-person', `update share set withdrawn_at = now() where id = '@renewed'`);
	expect(await as('teacher', read())).toEqual([]);
});
