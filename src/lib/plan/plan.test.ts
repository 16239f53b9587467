import { describe, expect, test } from 'vitest';
import { goal, made, note } from './sample';
import {
	changeSince,
	branchOf,
	inOrder,
	isPast,
	nextStep,
	nextVisit,
	pastIn,
	reachedLast,
	toTree,
	walked,
	type Branch,
	type Goal,
} from './plan';

const step = (id: string, parentId: string, more: Partial<Goal> = {}) => goal(id, { parentId, ...more });
const done = { doneAt: made };

/** The tree as indented ids. */
const drawn = (branches: readonly Branch[], indent = ''): string[] =>
	branches.flatMap((branch) => [indent + branch.id, ...drawn(branch.steps, `${indent}  `)]);

describe('the order of siblings', () => {
	test('by position', () => {
		const goals = [goal('a', { position: 3 }), goal('b', { position: 1 }), goal('c', { position: 2 })];
		expect(goals.sort(inOrder).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
	});
	test('in order of time, as their ids are, when the positions are the same', () => {
		expect([goal('b'), goal('c'), goal('a')].sort(inOrder).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	});
	test('ten comes after nine', () => {
		const goals = [goal('a', { position: 10 }), goal('b', { position: 9 })];
		expect(goals.sort(inOrder).map(({ id }) => id)).toEqual(['b', 'a']);
	});
});

describe('the tree', () => {
	test('three levels, each in order, whatever order the goals come in', () => {
		const goals = [
			step('small 2', 'step 1', { position: 2 }),
			step('step 2', 'goal 1', { position: 2 }),
			goal('goal 2', { position: 2 }),
			step('small 1', 'step 1', { position: 1 }),
			step('step 1', 'goal 1', { position: 1 }),
			goal('goal 1', { position: 1 }),
		];
		expect(drawn(toTree(goals))).toEqual([
			'goal 1',
			'  step 1',
			'    small 1',
			'    small 2',
			'  step 2',
			'goal 2',
		]);
	});
	test('the steps of a goal taken off are off too', () => {
		expect(drawn(toTree([goal('goal'), step('orphan', 'gone'), step('small', 'orphan')]))).toEqual(['goal']);
	});
	test('what was noted stands with its goal, newest first; about others it is left out', () => {
		const [branch] = toTree(
			[goal('goal'), step('step', 'goal')],
			[
				note('goal', '2026-03-02'),
				note('step', '2026-03-04'),
				note('goal', '2026-03-03'),
				note('gone', '2026-03-05'),
			],
		);
		expect(branch!.progress.map(({ notedAt }) => notedAt)).toEqual(['2026-03-03', '2026-03-02']);
		expect(branch!.steps[0]!.progress.map(({ notedAt }) => notedAt)).toEqual(['2026-03-04']);
	});
	test('what was noted at the same moment keeps the order it was read in', () => {
		const [branch] = toTree(
			[goal('goal')],
			[
				{ ...note('goal', made), id: 'b' },
				{ ...note('goal', made), id: 'a' },
			],
		);
		expect(branch!.progress.map(({ id }) => id)).toEqual(['b', 'a']);
	});
	test('the goals that came in stay as they were', () => {
		const goals = [goal('b', { position: 2 }), goal('a', { position: 1 })];
		toTree(goals);
		expect(goals.map(({ id }) => id)).toEqual(['b', 'a']);
		expect(goals[0]).not.toHaveProperty('steps');
	});
});

describe('one goal', () => {
	const goals = [goal('goal'), step('step', 'goal'), step('small', 'step')];
	test('with what stands under it, and still under what it stands under', () => {
		expect(branchOf(goals, 'goal')?.steps[0]?.steps[0]?.id).toBe('small');
		const found = branchOf(goals.slice(1), 'step');
		expect([found?.parentId, found?.steps.map(({ id }) => id)]).toEqual(['goal', ['small']]);
	});
	test('nothing that is not there', () => {
		expect(branchOf(goals, 'gone')).toBeUndefined();
		expect(branchOf([], 'goal')).toBeUndefined();
	});
});

describe('the next step', () => {
	const next = (...steps: Goal[]) => nextStep(toTree([goal('goal'), ...steps])[0]!)?.id ?? null;
	test('the first that is not done', () => {
		expect(next(step('a', 'goal', done), step('b', 'goal'), step('c', 'goal'))).toBe('b');
	});
	test('down to the smallest that is not done', () => {
		expect(next(step('a', 'goal'), step('a1', 'a', done), step('a2', 'a'))).toBe('a2');
	});
	test('the step itself when all small ones under it are done', () => {
		expect(next(step('a', 'goal'), step('a1', 'a', done), step('b', 'goal'))).toBe('a');
	});
	test('not a small one under a step that is done', () => {
		expect(next(step('a', 'goal', done), step('a1', 'a'), step('b', 'goal'))).toBe('b');
	});
	test('none when there is none, or all are done', () => {
		expect(next()).toBeNull();
		expect(next(step('a', 'goal', done))).toBeNull();
	});
});

describe('how much is walked', () => {
	test('by its own steps, not the small ones under them', () => {
		const [branch] = toTree([
			goal('goal', done),
			step('a', 'goal', done),
			step('b', 'goal'),
			step('c', 'goal', done),
			step('b1', 'b', done),
		]);
		expect(walked(branch!)).toEqual({ done: 2, of: 3 });
	});
	test('nothing of nothing', () => {
		expect(walked(toTree([goal('goal')])[0]!)).toEqual({ done: 0, of: 0 });
	});
});

describe('what is news', () => {
	const visit = '2026-03-10T12:00:00+00:00';
	// The same moment said otherwise: strings that do not sort as moments do.
	const sameMoment = '2026-03-10T13:00:00+01:00';
	const after = '2026-03-10T12:00:01+00:00';
	const change = (more: Partial<Goal>, notedAt: string[] = [], since: string | null = visit) =>
		changeSince(
			toTree(
				[goal('goal', more)],
				notedAt.map((at) => note('goal', at)),
			)[0]!,
			since,
		);

	test('nothing to those who have never looked', () => {
		expect(change({ createdAt: after, changedAt: after }, [after], null)).toBeNull();
	});
	test('nothing when nothing happened since, or at the very moment', () => {
		expect(change({})).toBeNull();
		expect(change({ createdAt: visit, changedAt: sameMoment, doneAt: sameMoment }, [sameMoment])).toBeNull();
	});
	test('made, before everything else', () => {
		expect(change({ createdAt: after, changedAt: after, doneAt: after }, [after])).toBe('new');
	});
	test('done, before what was noted and changed', () => {
		expect(change({ changedAt: after, doneAt: after }, [after])).toBe('done');
	});
	test('noted, before changed; one new note among old ones is enough', () => {
		expect(change({ changedAt: after }, [made, after])).toBe('progress');
		expect(change({ changedAt: after }, [made])).toBe('changed');
	});
	test('an hour that looks earlier and is later', () => {
		expect(change({ changedAt: '2026-03-10T11:30:00-01:00' })).toBe('changed');
	});
});

describe('a date that has gone by', () => {
	const past = (more: Partial<Goal>) => isPast(goal('goal', more), '2026-03-10');
	test('yesterday has, today and tomorrow have not', () => {
		expect(past({ dueOn: '2026-03-09' })).toBe(true);
		expect(past({ dueOn: '2026-03-10' })).toBe(false);
		expect(past({ dueOn: '2026-03-11' })).toBe(false);
	});
	test('not when it is done, or has no date', () => {
		expect(past({ dueOn: '2026-03-09', ...done })).toBe(false);
		expect(past({ dueOn: null })).toBe(false);
	});
	test('is counted in goals and in their steps, down to the smallest, also under one whose date is to come', () => {
		const gone = { dueOn: '2026-03-09' };
		const tree = toTree([
			goal('goal', { dueOn: '2026-03-11' }),
			step('step', 'goal', gone),
			step('small', 'step', gone),
			step('walked', 'step', { ...gone, ...done }),
			goal('other', gone),
		]);
		expect(pastIn(tree, '2026-03-10')).toBe(3);
		expect(pastIn([], '2026-03-10')).toBe(0);
	});
});

describe('a visit', () => {
	const now = new Date('2026-03-10T12:30:00Z');
	const last = (visitedAt: string) => ({ visitedAt, since: '2026-03-01T08:00:00Z' });
	test('the first one has no news', () => {
		expect(nextVisit(null, now)).toEqual({ visitedAt: '2026-03-10T12:30:00.000Z', since: null });
	});
	test('within half an hour it is the same visit, with the same news', () => {
		const visit = last('2026-03-10T12:00:00.001Z');
		expect(nextVisit(visit, now)).toBe(visit);
	});
	test('after half an hour it is the next, and news is what happened since the last', () => {
		expect(nextVisit(last('2026-03-10T12:00:00Z'), now)).toEqual({
			visitedAt: '2026-03-10T12:30:00.000Z',
			since: '2026-03-10T12:00:00Z',
		});
	});
});

test('what is on the way stands as the family put it, then what was reached, the latest first', () => {
	const reached = (id: string, day: string) => goal(id, { doneAt: `2026-03-${day}T10:00:00+00:00` });
	const goals = [
		reached('first', '02'),
		goal('b', { position: 1 }),
		reached('last', '09'),
		goal('a', { position: 2 }),
		reached('same day', '02'),
	];
	expect(reachedLast(toTree(goals, [])).map(({ id }) => id)).toEqual(['b', 'a', 'last', 'first', 'same day']);
});
