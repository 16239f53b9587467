import { expect, test } from 'vitest';
import * as v from 'valibot';
import { Enrol } from './commands.server';

test.each([
	['2027-03-02', 'office:error.visitToCome'],
	['2009-12-31', 'office:error.visitLongAgo'],
	['2027-02-30', 'office:error.visitUnclear'],
	['2027-03-01', undefined],
	['2010-01-01', undefined],
])('the day of the visit is judged together with the rest: %s', (visitedOn, message) => {
	const id = '01900000-0000-7000-8000-000000000001';
	const found = v.safeParse(Enrol(new Date('2027-02-28T23:30:00Z')), { id, name: '', visitedOn, tier: '' });
	expect(found.issues?.map((issue) => issue.message).sort()).toEqual(
		['office:error.familyNameMissing', ...(message ? [message] : [])].sort(),
	);
});
