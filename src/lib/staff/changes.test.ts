import { describe, expect, test } from 'vitest';
import { goal, note } from '$lib/plan/sample';
import { toTree, type Goal, type Progress } from '$lib/plan/plan';
import { changesSince, sinceWhen } from './changes';

const before = '2026-03-01T10:00:00Z';
const meeting = '2026-03-10T13:30:00Z';
const after = '2026-03-12T18:00:00Z';
const later = '2026-03-14T18:00:00Z';

const told = (goals: Goal[], progress: Progress[] = []) =>
	changesSince(toTree(goals, progress), meeting).map((changed) => ({
		goal: changed.goal.id,
		happenings: changed.happenings.map(({ kind, goal: { id } }) => `${kind} ${id}`),
	}));

describe('since when', () => {
	test('the last meeting, else the last visit, else the enrolment', () => {
		expect(sinceWhen(meeting, after, '2025-09-01')).toEqual({ kind: 'meeting', at: meeting });
		expect(sinceWhen(null, after, '2025-09-01')).toEqual({ kind: 'visit', at: after });
		expect(sinceWhen(null, null, '2025-09-01')).toEqual({ kind: 'enrolment', at: '2025-09-01' });
	});
	test('what was made on the day of the enrolment counts', () => {
		const made = goal('first', { createdAt: '2025-09-01T08:15:00Z', changedAt: '2025-09-01T08:15:00Z' });
		expect(changesSince(toTree([made]), '2025-09-01')).toHaveLength(1);
	});
});

describe('what has changed since the last meeting', () => {
	const days = (count: number) =>
		Array.from({ length: count }, (_, day) => note('goal', `2026-03-${20 + day}T10:00:00Z`));
	test.each([
		[5, 5, []],
		[6, 5, ['goal']],
	])('of %i notes %i are told, and where there are more', (count, shown, withMore) => {
		const [changed] = changesSince(toTree([goal('goal')], days(count)), meeting);
		expect(changed!.happenings).toHaveLength(shown);
		expect(changed!.withMore.map(({ id }) => id)).toEqual(withMore);
	});
	test('a note from before the meeting is no more of what is new, and a step says its own', () => {
		const [changed] = changesSince(
			toTree([goal('top'), goal('goal', { parentId: 'top' })], [...days(6), note('top', before)]),
			meeting,
		);
		expect(changed!.withMore.map(({ id }) => id)).toEqual(['goal']);
		expect(
			changesSince(toTree([goal('goal')], [...days(5), note('goal', before)]), meeting)[0]!.withMore,
		).toEqual([]);
	});
	test('a goal where nothing happened is left out', () => {
		expect(told([goal('quiet')], [note('quiet', before)])).toEqual([]);
	});
	test('a new goal is new, also when its words were changed afterwards', () => {
		expect(told([goal('new', { createdAt: after, changedAt: later })])).toEqual([
			{ goal: 'new', happenings: ['new new'] },
		]);
	});
	test('a goal that was done is done, not changed as well', () => {
		expect(told([goal('walked', { doneAt: after, changedAt: after })])[0]?.happenings).toEqual([
			'done walked',
		]);
	});
	test('a goal said in other words is changed', () => {
		expect(told([goal('said anew', { changedAt: after })])[0]?.happenings).toEqual(['changed said anew']);
	});
	test('new words about a goal done long ago are a change of words', () => {
		expect(told([goal('old', { doneAt: before, changedAt: after })])[0]?.happenings).toEqual(['changed old']);
	});
	test('new and done since are both told, newest first', () => {
		const quick = goal('quick', { createdAt: after, doneAt: later, changedAt: later });
		expect(told([quick])[0]?.happenings).toEqual(['done quick', 'new quick']);
	});
	test('every note since is told', () => {
		const notes = [note('a', before), note('a', after), note('a', later)];
		expect(told([goal('a')], notes)[0]?.happenings).toEqual(['progress a', 'progress a']);
	});
	test('what happens to a small step is told under its goal', () => {
		const goals = [
			goal('football'),
			goal('try', { parentId: 'football', level: 2 }),
			goal('boots', { parentId: 'try', level: 3, createdAt: after, changedAt: after }),
		];
		expect(told(goals, [note('try', later)])).toEqual([
			{ goal: 'football', happenings: ['progress try', 'new boots'] },
		]);
	});
	test('goals come in the order of the plan, never by how they go', () => {
		const goals = [
			goal('second', { position: 2, changedAt: later }),
			goal('first', { position: 1, changedAt: after }),
		];
		expect(told(goals).map((changed) => changed.goal)).toEqual(['first', 'second']);
	});
	test('the moment of the meeting itself is not after it', () => {
		expect(told([goal('then', { changedAt: meeting })])).toEqual([]);
	});
});
