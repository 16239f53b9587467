import type { Refusals } from '$lib/server/command';

/** What the database refuses about a meeting and its points, in words beside the field. */
export const meetingRefusals: Refusals = {
	meeting_is_about_a_member: { field: 'about', message: 'meetings:error.notMember' },
	other_home_is_asked_about_its_child: { field: 'elsewhere', message: 'meetings:error.elsewhere' },
	meeting_ends_after_it_starts: { field: 'end', message: 'meetings:error.endBeforeStart' },
	meeting_has_a_place_or_link: { field: 'place', message: 'meetings:error.nowhere' },
	meeting_link_is_https: { field: 'link', message: 'meetings:error.linkNotHttps' },
	meeting_is_called_before_it_ends: { field: 'start', message: 'meetings:error.startPast' },
	meeting_is_not_over: { message: 'meetings:error.over' },
	meeting_within_three_years: { field: 'date', message: 'meetings:error.dateFar' },
	meeting_can_be_answered: { message: 'meetings:error.answeredTooLate' },
	family_takes_part: { message: 'meetings:error.takesPartNoMore' },
	meeting_is_held: { message: 'meetings:error.cancelled' },
};

/** What it refuses when a meeting is cancelled, or held after all. */
export const cancelRefusals: Refusals = {
	...meetingRefusals,
	changed_since: { message: 'meetings:error.changedSince' },
};

/** What it refuses about another time or place. */
export const moveRefusals: Refusals = {
	...meetingRefusals,
	family_says_what_is_a_home: { field: 'home', message: 'moving:error.homeStays' },
};

/** What it refuses about an answer: somebody who would have come need not. */
export const answerRefusals: Refusals = {
	...meetingRefusals,
	meeting_is_held: { message: 'meetings:error.cancelledAnswer' },
	answer_is_for_the_meeting_shown: { message: 'meetings:error.changedMeanwhile' },
};
