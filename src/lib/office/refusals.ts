import type { Refusals } from '$lib/server/command';

/** What the database refuses about a visitation date, in words. */
export const enrolRefusals: Refusals = {
	visited_in_this_time: { field: 'visitedOn', message: 'office:error.visitLongAgo' },
	visited_not_in_the_future: { field: 'visitedOn', message: 'office:error.visitToCome' },
};

/** Somebody added it before, perhaps in other letters. */
export const placeRefusals: Refusals = {
	organisation_named_once: { field: 'name', message: 'office:error.placeKnown' },
};

export const jobRefusals: Refusals = {
	jobs_at_most_twenty: { field: 'organisation', message: 'office:error.jobsFull' },
	job_once_at_a_time: { field: 'organisation', message: 'office:error.worksThere' },
};
