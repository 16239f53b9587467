import type { Refusals } from '$lib/server/command';

/** What the database refuses about an answer, in words. */
export const rateRefusals: Refusals = {
	rating_not_in_the_future: { message: 'wellbeing:error.inFuture' },
	rating_not_long_ago: { message: 'wellbeing:error.longAgo' },
	rating_not_before_the_person: { message: 'wellbeing:error.clockBehind' },
	rating_for_this_age: { message: 'wellbeing:error.notThisAge' },
	draft_for_this_age: { message: 'wellbeing:error.notThisAge' },
	rating_on_own_scale: { message: 'wellbeing:error.scaleUnclear' },
};

/** What it refuses about an own scale. */
export const scaleRefusals: Refusals = {
	scales_at_most_a_hundred: { message: 'wellbeing:error.scalesTooMany' },
	scale_for_this_age: { message: 'wellbeing:error.notThisAge' },
};
