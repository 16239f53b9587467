import type { Refusals } from '$lib/server/command';

/** What the database refuses about an enrolment, in words beside the day. */
export const enrolmentRefusals: Refusals = {
	offered_not_in_the_future: { field: 'on', message: 'enrolment:error.toCome' },
	answered_not_in_the_future: { field: 'on', message: 'enrolment:error.toCome' },
	ended_not_in_the_future: { field: 'on', message: 'enrolment:error.toCome' },
	tier_not_in_the_future: { field: 'on', message: 'enrolment:error.toCome' },
	offered_after_the_visit: { field: 'on', message: 'enrolment:error.beforeVisit' },
	tier_within_its_enrolment: { field: 'on', message: 'enrolment:error.beforeVisit' },
	ended_after_the_visit: { field: 'on', message: 'enrolment:error.beforeVisit' },
	answered_after_the_offer: { field: 'on', message: 'enrolment:error.beforeOffer' },
	ended_after_the_answer: { field: 'on', message: 'enrolment:error.beforeAnswer' },
	ended_after_its_tiers: { field: 'on', message: 'enrolment:error.beforeTier' },
	tier_after_the_last: { field: 'on', message: 'enrolment:error.beforeTier' },
	tiers_at_most_a_hundred: { field: 'tier', message: 'enrolment:error.full' },
	tier_is_another: { field: 'tier', message: 'enrolment:error.sameTier' },
	offer_is_open: { message: 'enrolment:error.answered' },
	enrolment_in_force: { message: 'enrolment:error.over' },
};

/** The same of taking part again. */
export const againRefusals: Refusals = {
	visited_in_this_time: { field: 'visitedOn', message: 'enrolment:error.beforeEnd' },
	visited_not_in_the_future: { field: 'visitedOn', message: 'enrolment:error.toCome' },
	enrolled_again_after_the_end: { field: 'visitedOn', message: 'enrolment:error.beforeEnd' },
	enrolments_at_most_a_hundred: { message: 'enrolment:error.full' },
	enrolment_one_in_force: { message: 'enrolment:error.inForce' },
};
