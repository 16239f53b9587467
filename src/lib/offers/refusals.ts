import type { Refusals } from '$lib/server/command';

/** What the database refuses about a family's offers, in words. */
export const offerRefusals: Refusals = {
	offer_is_for_a_member: { field: 'about', message: 'offers:error.notMember' },
	offer_once_for_each: { message: 'offers:error.alreadyThere' },
	offer_is_for_a_goal_of_the_family: { field: 'goal', message: 'offers:error.notOurGoal' },
	offer_is_for_a_goal_that_stands: { message: 'offers:error.goalIsOff' },
	offer_not_for_anothers_own_goal: { field: 'goal', message: 'offers:error.anothersGoal' },
	plan_is_open: { message: 'offers:error.over' },
	offer_is_of_the_same_municipality: { message: 'offers:error.notOurMunicipality' },
};
