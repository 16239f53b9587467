/** What breaks each constraint of the plan. */
import { words, noFingerprints, atMost, twice, newId, nobody, type Breaks } from './ways.ts';

export const plan: Breaks = {
	goal: {
		goal_level_at_most_three: [`level = 4 where parent_id is not null`],
		goal_level_one_has_no_parent: ['level = 2 where parent_id is null'],
		goal_made_as_a_fingerprint: noFingerprints,
		goal_removed_by_has_its_time: [`removed_by = '@parent' where removed_at is null`],
		goal_sign_at_most_1000: atMost('sign', 1000),
		goal_stands_in_a_plan: ['plan_id = null'],
		goal_stands_in_a_plan_of_its_family: [`plan_id = ${nobody}`],
		goal_title_has_words: words('title', 500),
		step_stands_in_the_plan_of_its_goal: [`parent_id = ${nobody} where parent_id is not null`],
	},
	goal_progress: {
		progress_is_about_whom_its_goal_is_about: [`about_id = '@stranger-parent'`],
		progress_note_at_most_2000: atMost('note', 2000),
		progress_says_something: [`note = ' ', score = null`],
		progress_score_0_to_10: ['score = 11', 'score = -1'],
		progress_stands_in_the_plan_of_its_goal: [`family_id = '@other home'`],
	},
	goal_wording: {
		wording_is_about_whom_its_goal_is_about: [`about_id = '@stranger-parent'`],
		wording_stands_in_the_plan_of_its_goal: [
			`family_id = '@other home' where not exists
				(select from plan_version_goal v where v.goal_id = goal_wording.goal_id and v.wording = number)`,
		],
	},
	plan: {
		plan_ends_after_it_began: [`ended_at = begun_at - interval '1 second'`],
		plan_one_in_force: [twice('plan', newId, 'ended_at is null')],
	},
	plan_version: {
		version_made_as_a_fingerprint: noFingerprints,
		version_agreed_at_a_meeting_of_the_family: [`meeting_id = '@meeting of strangers'`],
		version_of_a_plan_of_the_family: [`plan_id = ${nobody}`],
		version_once_in_its_plan: [twice('plan_version', newId)],
	},
	plan_version_goal: {
		agreed_with_a_wording_of_the_goal: ['wording = 999'],
		goal_of_a_version_of_the_family: [`version_id = ${nobody}`],
	},
	plan_version_person: {
		person_at_a_version_of_the_family: [`version_id = ${nobody}`],
		person_once_at_a_version: [twice('plan_version_person', newId)],
	},
	plan_version_yes: {
		yes_said_once: [twice('plan_version_yes', newId)],
		yes_to_a_version_of_the_family: [`version_id = ${nobody}`],
	},
};
