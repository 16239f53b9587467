import { expect, test } from 'vitest';
import { goal as goalOf } from '$lib/plan/sample';
import { toTree, type Goal } from '$lib/plan/plan';
import { goalsForHome, greetingOf } from './home';

const goal = (id: string, part: Partial<Goal> = {}) =>
	goalOf(id, { level: part.parentId ? 2 : 1, position: Number(id.replace(/\D/g, '')), ...part });

test('goals whose date has gone by come first, then the nearest date, then our own order; reached ones stay away', () => {
	const goals = toTree([
		goal('1'),
		goal('2', { dueOn: '2026-06-01' }),
		goal('3', { doneAt: '2026-01-05T00:00:00Z', dueOn: '2026-01-01' }),
		goal('4', { dueOn: '2026-02-01' }),
		goal('5'),
	]);
	expect(goalsForHome(goals, '2026-03-01').map(({ id }) => id)).toEqual(['4', '2', '1']);
	expect(goalsForHome(goals, '2026-01-01').map(({ id }) => id)).toEqual(['4', '2', '1']);
	expect(goalsForHome(goals, '2026-12-01').map(({ id }) => id)).toEqual(['4', '2', '1']);
	const late = toTree([goal('1', { dueOn: '2026-09-01' }), goal('2', { dueOn: '2026-10-01' }), goal('3')]);
	expect(goalsForHome(late, '2026-09-15').map(({ id, isPast }) => [id, isPast])).toEqual([
		['1', true],
		['2', false],
		['3', false],
	]);
});

test('the step of a goal is the deepest that is not done', () => {
	const tree = toTree([
		goal('1'),
		goal('11', { parentId: '1', doneAt: '2026-01-02T00:00:00Z' }),
		goal('12', { parentId: '1' }),
		goal('121', { parentId: '12' }),
		goal('9'),
	]);
	expect(goalsForHome(tree, '2026-03-01').map(({ step }) => step)).toEqual(['121', null]);
});

test.each([
	[4, 'evening'],
	[5, 'morning'],
	[9, 'morning'],
	[10, 'day'],
	[17, 'day'],
	[18, 'evening'],
	[23, 'evening'],
])('at %i o’clock it is %s', (hour, greeting) => expect(greetingOf(hour)).toBe(greeting));
