import type { Refusals } from '$lib/server/command';
import { changedMeanwhile } from './agreed';

/** What the database refuses about a goal, in words beside the field. */
export const goalRefusals: Refusals = {
	goal_due_not_in_the_past: { field: 'dueOn', message: 'plan:error.datePast' },
	goal_due_within_twenty_years: { field: 'dueOn', message: 'plan:error.dateFar' },
	goal_is_at_the_end: { message: 'plan:error.atTheEnd' },
	goal_stays_as_it_was_left: { message: 'plan:error.leftOff' },
	goal_stands_in_a_plan: { message: 'plan:error.closed' },
	goal_stands_in_the_plan: { message: 'plan:error.takenOff' },
	plan_is_open: { message: 'plan:error.closed' },
	goal_level_at_most_three: { field: 'title', message: 'plan:error.tooDeep' },
	plan_at_most_600: { message: 'plan:error.full' },
	goals_about_one_at_most_300: { message: 'plan:error.full' },
	goal_is_about_a_member: { field: 'about', message: 'plan:error.notMember' },
};

/** What the database refuses about agreeing on a plan. */
export const agreeRefusals: Refusals = {
	agreed_at_a_meeting_that_was: { field: 'meeting', message: 'agreed:error.noSuchMeeting' },
	agreed_by_who_sees_the_plan: { field: 'present', message: 'agreed:error.notHere' },
	plan_is_as_it_was_read: { message: changedMeanwhile },
	plan_is_open: { message: 'plan:error.closed' },
	plan_says_something: { message: 'agreed:error.nothingToAgree' },
	yes_to_the_newest: { message: 'agreed:error.agreedAnew' },
};
