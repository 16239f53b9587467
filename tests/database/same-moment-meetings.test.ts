/** Two people press at the same moment about a meeting: who comes to it, as what, and who sees where it is. */
import { describe, expect, test } from 'vitest';
import { engines } from './engines.ts';
import { twoAtOnce } from './two-at-once.ts';
import { withIds } from '../policies/labels.ts';

describe.runIf(engines.includes('postgres'))('at the same moment', () => {
	const { two, together, rows } = twoAtOnce({ anew: true });
	type Press = [string, string];
	const write = (sql: string) => two.watcher.exec(withIds(sql));

	const leaves: Record<string, { person: string; leaving: Press }> = {
		'leaves the team': {
			person: 'teacher',
			leaving: ['teacher', `select leave_team('@teacher in team')`],
		},
		'ends the job': { person: 'teacher', leaving: ['teacher', `select end_job('@job of teacher')`] },
		'is put out of the family': {
			person: 'newcomer',
			leaving: ['parent', `select put_out('@newcomer in family')`],
		},
		'leaves the family': {
			person: 'newcomer',
			leaving: ['newcomer', `select leave_family('@newcomer in family')`],
		},
		'is taken out of the family': {
			person: 'newcomer',
			leaving: ['project-lead', `select take_out('@press', '@family', 'Nora', 'relative', 'decided')`],
		},
	};
	const comes = (person: string): Press => [
		person,
		`update meeting_attendee set answer = 'coming'
			where meeting_id = '@meeting of the family' and person_id = '@${person}'`,
	];
	const aNewcomer = `
		insert into person (id, name) values ('@newcomer', 'Nora');
		insert into member (id, family_id, person_id, role) values ('@newcomer in family', '@family', '@newcomer', 'relative');
		insert into meeting_attendee (meeting_id, person_id, family_id) values ('@meeting of the family', '@newcomer', '@family')`;
	const coming = `select person_id from meeting_attendee where meeting_id = '@meeting of the family' and answer is not null`;

	test.each(Object.entries(leaves))(
		'who %s says that they come: nobody does',
		async (_, { person, leaving }) => {
			await write(aNewcomer);
			expect(await together(leaving, comes(person))).toEqual([null, '42501']);
			expect(await rows(coming)).toEqual([]);
		},
	);

	test.each(Object.entries(leaves))(
		'who says that they come %s: nobody does',
		async (_, { person, leaving }) => {
			await write(aNewcomer);
			expect(await together(comes(person), leaving)).toEqual([null, null]);
			expect(await rows(coming)).toEqual([]);
		},
	);

	test('a parent says for a child that it comes, which is leaving', async () => {
		await write(`insert into meeting_attendee (meeting_id, person_id, family_id)
			values ('@meeting of the family', '@child', '@family');
			set session_replication_role = replica;
			update member set joined_at = now() - interval '1 day' where id = '@child in family';
			reset session_replication_role`);
		const says: Press = ['grandmother', comes('child')[1]];
		const left: Press = ['parent', `select put_out('@child in family')`];
		expect(await together(left, says)).toEqual([null, '42501']);
		expect(await rows(coming)).toEqual([]);
	});

	const moves: Press = [
		'parent',
		`select move_meeting('@meeting of the family', now() + interval '9 days', now() + interval '9 days 1 hour', 0,
			place => 'Skolen')`,
	];
	const answers: Press = [
		'teacher',
		`select answer_meeting('@meeting of the family', '@teacher', 'coming', 0)`,
	];
	const teacherSays = `select answer from meeting_attendee
		where meeting_id = '@meeting of the family' and person_id = '@teacher'`;
	test.each([
		[
			'a meeting is moved while somebody says that they come to it as it was',
			moves,
			answers,
			'answer_is_for_the_meeting_shown',
		],
		['somebody says that they come to a meeting, and it is moved', answers, moves, null],
	])('%s: they are asked again', async (_, first, second, how) => {
		expect(await together(first, second)).toEqual([null, how]);
		expect(await rows(teacherSays)).toEqual([{ answer: null }]);
	});

	test('two change a meeting from the same page: the later one is told, and takes nothing back', async () => {
		const home: Press = [
			'coordinator',
			`${moves[1].replace("place => 'Skolen'", "place => 'Solvej 3', is_home => true")}`,
		];
		expect(await together(home, moves)).toEqual([null, 'changed_since']);
		expect(
			await rows(`select place, is_home from meeting_place where meeting_id = '@meeting of the family'`),
		).toEqual([{ place: 'Solvej 3', is_home: true }]);
	});

	const shown = `select person_id from meeting_attendee where sees_home`;
	const leavesThem: Press = ['other-parent', `select put_out('@child in other home')`];
	const callsThem: Press = [
		'parent',
		`select propose_meeting('@late meeting', '@family', 'other', 'Kaffe', now() + interval '3 days',
			now() + interval '73 hours', array['@parent', '@other-parent']::uuid[], array['', ''], about => '@child',
			place => 'Birkevej 1', is_home => true)`,
	];
	const wasThereFirst = `set session_replication_role = replica;
		update member set joined_at = joined_at - interval '1 day' where id = '@other parent in other home';
		reset session_replication_role`;
	test('a child leaves its other home, which is asked to a home meanwhile: it is not', async () => {
		await write(wasThereFirst);
		expect(await together(leavesThem, callsThem)).toEqual([null, '42501']);
	});
	test('the other home is asked to a home, and the child leaves it: it is shown no more', async () => {
		await write(wasThereFirst);
		expect(await together(callsThem, leavesThem)).toEqual([null, null]);
		expect(await rows(shown)).toEqual([]);
	});

	const asksThem = `insert into meeting_attendee (meeting_id, person_id, family_id)
		values ('@meeting about the child', '@other-parent', '@family')`;
	const saysNo: Press = [
		'other-parent',
		`select answer_meeting('@meeting about the child', '@other-parent', 'not_coming', 0)`,
	];
	const showsThem: Press = [
		'parent',
		`select move_meeting('@meeting about the child', now() + interval '9 days', now() + interval '9 days 1 hour', 0,
			place => 'Birkevej 1', is_home => true, shows => array['@other-parent']::uuid[])`,
	];
	test.each([
		['somebody says no, and is shown where a home is', saysNo, showsThem, null],
		['somebody is shown where a home is, and says no', showsThem, saysNo, 'answer_is_for_the_meeting_shown'],
	])('%s: the later one looks again', async (_, first, second, how) => {
		await write(asksThem);
		expect(await together(first, second)).toEqual([null, how]);
		expect(await rows(shown)).toHaveLength(how ? 1 : 0);
	});

	const asked: Press = [
		'parent',
		`insert into meeting_attendee (meeting_id, person_id, family_id)
			values ('@meeting without a place', '@teacher', '@family')`,
	];
	const renamed: Press = ['project-lead', `update organisation set name = 'Ny Skole' where id = '@school'`];
	const promoted: Press = ['teacher', `update job set profession = 'Rektor' where id = '@job of teacher'`];
	const comesAs = `select distinct profession, place from meeting_attendee
		where person_id = '@teacher' and meeting_id in ('@meeting of the family', '@meeting without a place')`;
	const [rector, newSchool] = [
		{ profession: 'Rektor', place: 'Nordby Skole' },
		{ profession: 'Lærer', place: 'Ny Skole' },
	];

	const both = { profession: 'Rektor', place: 'Ny Skole' };
	test.each([
		['somebody is asked whose place gets another name', renamed, asked, newSchool],
		['a place gets another name whose professional is asked', asked, renamed, newSchool],
		['somebody is asked who becomes something else', promoted, asked, rector],
		['somebody becomes something else who is asked', asked, promoted, rector],
		['a new profession, and a new name of the place', promoted, renamed, both],
		['a new name of the place, and a new profession', renamed, promoted, both],
	])('%s: they come as what they are', async (_, one, other, as) => {
		expect(await together(one, other)).toEqual([null, null]);
		expect(await rows(comesAs)).toEqual([as]);
	});
});
