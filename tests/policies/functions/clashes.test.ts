/** For whom a meeting collides with something else: said to who calls it, as far as they may know, and to oneself. */
import { nameOf } from '../labels.ts';
import { expect, on, type Stage } from '../stage.ts';
import type { ActorName } from '../actors.ts';

/** Everything at the same time as the meeting of the family, and the people it asks asked elsewhere too. */
async function atTheSameTime({ owner }: Stage) {
	await owner(`update meeting set
		starts_at = (select starts_at from meeting where id = '@meeting of the family'),
		ends_at = (select ends_at from meeting where id = '@meeting of the family')
		where id in ('@meeting about the child', '@meeting of strangers', '@meeting of the other home')`);
	await owner(`insert into team_member (id, family_id, professional_id, job_id)
		values ('@teacher with strangers', '@strangers', '@teacher', '@job of teacher')`);
	await owner(`insert into meeting_attendee (meeting_id, family_id, person_id) values
		('@meeting about the child', '@family', '@young-person'),
		('@meeting of strangers', '@strangers', '@teacher')`);
}
const clashesOf = async ({ as }: Stage, who: ActorName, meeting = 'meeting of the family') =>
	(await as(who, `select * from clashes('@${meeting}')`)).map(
		({ person_id, source, source_id, starts_at }) =>
			`${nameOf(person_id)}: ${source_id === null ? 'optaget' : `${source as string} ${nameOf(source_id)}`}${starts_at === null ? '' : ' at a time'}`,
	);

on(
	'a parent and the coordinator hear of everybody asked, of what they may not see only that',
	async (stage) => {
		await atTheSameTime(stage);
		const all = [
			'parent: meeting meeting about the child at a time',
			'teacher: optaget',
			'young-person: meeting meeting about the child at a time',
		];
		expect((await clashesOf(stage, 'parent')).sort()).toEqual(all);
		expect((await clashesOf(stage, 'coordinator')).sort()).toEqual(all);
	},
);

on('somebody who is asked hears of themselves alone', async (stage) => {
	await atTheSameTime(stage);
	expect(await clashesOf(stage, 'teacher')).toEqual(['teacher: meeting meeting of strangers at a time']);
	expect(await clashesOf(stage, 'young-person')).toEqual([
		'young-person: meeting meeting about the child at a time',
	]);
});

on('nobody else learns anything, of this meeting and of one that is not there alike', async (stage) => {
	await atTheSameTime(stage);
	for (const who of [
		'child',
		'job-adviser',
		'other-parent',
		'stranger-parent',
		'stranger-coordinator',
		'project-lead',
		'guest',
		'former-partner',
		'former-mentor',
		'former-nurse',
	] as const) {
		expect(await clashesOf(stage, who), who).toEqual([]);
		expect(await clashesOf(stage, who, 'new'), who).toEqual([]);
	}
	for (const who of ['anonymous', 'session-keeper', 'service-key'] as const) {
		expect(await stage.refusal(who, `select * from clashes('@meeting of the family')`)).toBe('42501');
	}
});

on('what a home meets about is said to nobody who does not see it, not even as optaget', async (stage) => {
	await atTheSameTime(stage);
	await stage.owner(`update meeting set starts_at = f.starts_at, ends_at = f.ends_at
		from (select * from meeting where id = '@meeting of the family') f
		where meeting.id = '@meeting about the child there'`);
	await stage.owner(`insert into meeting_attendee (meeting_id, family_id, person_id) values
		('@meeting of the family', '@family', '@child'), ('@meeting of the other home', '@other home', '@child')`);
	const ofTheChild = async (who: ActorName) =>
		(await clashesOf(stage, who)).filter((line) => line.startsWith('child')).sort();
	// What is about the child, both homes see; the team of the one sees nothing of the other.
	const here = 'child: meeting meeting about the child at a time';
	const there = 'child: meeting meeting about the child there at a time';
	expect(await ofTheChild('coordinator')).toEqual([here]);
	expect(await ofTheChild('parent')).toEqual([here, there]);
	expect(await ofTheChild('child')).toEqual([
		here,
		there,
		'child: meeting meeting of the other home at a time',
	]);
});

on('somebody of the family who is asked by another one is not said to be occupied there', async (stage) => {
	await atTheSameTime(stage);
	await stage.owner(`insert into meeting_attendee (meeting_id, family_id, person_id)
		values ('@meeting of strangers', '@strangers', '@young-person')`);
	const young = ['young-person: meeting meeting about the child at a time'];
	for (const who of ['parent', 'coordinator'] as const)
		expect((await clashesOf(stage, who)).filter((line) => line.startsWith('young'))).toEqual(young);
	expect(await clashesOf(stage, 'young-person')).toHaveLength(2);
});

on(
	'who has said no collides with nothing, and nothing collides with what is cancelled or over',
	async (stage) => {
		await atTheSameTime(stage);
		await stage.as(
			'teacher',
			`update meeting_attendee set answer = 'not_coming' where meeting_id = '@meeting of the family' and person_id = '@me'`,
		);
		expect((await clashesOf(stage, 'parent')).join()).not.toContain('teacher');
		await stage.as('parent', `update meeting set cancelled_at = now() where id = '@meeting of the family'`);
		expect(await clashesOf(stage, 'parent')).toEqual([]);
		await stage.as('parent', `update meeting set cancelled_at = null where id = '@meeting of the family'`);
		expect(await clashesOf(stage, 'parent')).not.toEqual([]);
		await stage.longAgo(
			`update meeting set starts_at = starts_at - interval '9 days', ends_at = ends_at - interval '9 days',
				created_at = created_at - interval '9 days'`,
		);
		expect(await clashesOf(stage, 'parent')).toEqual([]);
	},
);

on('who has left the household hears nothing more', async (stage) => {
	await atTheSameTime(stage);
	await stage.owner(`update member set left_at = now() where id = '@parent in family'`);
	expect(await clashesOf(stage, 'parent')).toEqual([]);
});
