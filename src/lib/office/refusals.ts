import type { Refusals } from '$lib/server/command';

/** What the database refuses about a visitation date, in words. */
export const enrolRefusals: Refusals = {
	visited_in_this_time: { field: 'visitedOn', message: 'office:error.visitLongAgo' },
	visited_not_in_the_future: { field: 'visitedOn', message: 'office:error.visitToCome' },
};
