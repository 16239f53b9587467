import * as v from 'valibot';
import { expect, test } from 'vitest';
import { AddGoal, EditGoal } from './commands.server';

const id = '01900000-0000-7000-8000-000000000001';
const title = 'Rolige morgener';

test.each([
	['adding', AddGoal, { id, family: id, title }],
	['editing', EditGoal, { id, drawnFrom: '0', title }],
])('%s a goal: a day there is, or none; otherwise a message beside the date', (_, schema, goal) => {
	const dueOn = (text: string) => {
		const { success, output, issues } = v.safeParse(schema, { ...goal, dueOn: text });
		return success ? output.dueOn : issues.map((issue) => [v.getDotPath(issue), issue.message]);
	};
	expect(dueOn('2028-02-29')).toBe('2028-02-29');
	expect(dueOn('')).toBeNull();
	expect(dueOn('2027-02-31')).toEqual([['dueOn', 'plan:error.dateUnclear']]);
	expect(dueOn('31. februar')).toEqual([['dueOn', 'plan:error.dateUnclear']]);
});
