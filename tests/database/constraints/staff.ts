/** What breaks each constraint of work, teams, coordinators and invitations. */
import { words, atMost, twice, newId, nobody, another, type Breaks } from './ways.ts';

export const staff: Breaks = {
	job: {
		helps_with_at_most_400: atMost('helps_with', 400),
		job_ends_after_it_starts: [`left_at = started_at - interval '1 second'`],
		job_has_a_profession: words('profession', 60),
		job_is_where_its_organisation_is: [`municipality_id = '@other municipality'`],
		job_once_at_a_time: [twice('job', newId, 'left_at is null')],
	},
	organisation: {
		organisation_has_a_name: words('name', 100),
		organisation_named_once: [`name = ' NORDBY skole' where kind = 'association'`],
	},
	team_member: {
		team_member_by_a_job: [another('job', 'job_id')],
		team_member_leaves_after_joining: [`left_at = joined_at - interval '1 second', unwanted_at = null`],
		team_member_once: [twice('team_member', newId, 'left_at is null')],
		unwanted_has_left: ['unwanted_at = now(), left_at = null, profession = null, place = null'],
		who_has_left_was_something: [
			`profession = 'Lærer', place = 'Skolen' where left_at is null`,
			'profession = null where left_at is not null',
			'place = null where left_at is not null',
		],
	},
	coordinator_choice: {
		answer_has_its_time: [
			`answered_at = null where answer is not null`,
			`answered_at = now() where answer is null`,
		],
		choice_of_a_job: [another('job', 'job_id')],
		nobody_chooses_themselves: ['chosen_by = professional_id'],
		one_coordinator_per_family: [
			twice('coordinator_choice', newId, `answer = 'accepted' and ended_at is null`),
		],
		one_open_question_per_family: [twice('coordinator_choice', newId, 'answer is null and ended_at is null')],
	},
	coordinator_message: {
		message_belongs_to_its_choice: [`family_id = '@other home'`, `professional_id = '@teacher'`],
		message_has_words: words('words', 1000),
	},
	invitation: {
		ended_with_who_invited: ['inviter_left = true where revoked_at is null'],
		invitation_into_a_family_of_the_municipality: [
			`municipality_id = '@other municipality' where family_id = '@family'`,
		],
		invitation_into_a_family_or_a_municipality: [
			`family_id = null where family_id is not null`,
			`profession = null where profession is not null`,
			`profession = ' ' where profession is not null`,
		],
		invitation_into_an_organisation_of_the_municipality: [
			`organisation_id = ${nobody} where organisation_id is not null`,
		],
		invited_child_has_a_date_of_birth: [`member_role = 'child', born_on = null where family_id is not null`],
		invited_parent_or_relative_is_no_child: [
			`member_role = 'parent', born_on = private.today() - 3650 where family_id is not null`,
			`member_role = 'relative', born_on = private.today() - 3650 where family_id is not null`,
		],
		invitee_born_in_this_age: [`born_on = '1899-12-31' where family_id is not null`],
		invitee_born_not_in_the_future: [
			`member_role = 'child', born_on = private.today() + 1 where family_id is not null`,
		],
		invitee_has_a_name: words('invitee_name', 100),
		professional_is_asked_no_date_of_birth: [`born_on = '1980-01-01' where family_id is null`],
		professional_needs_no_yes_of_a_family: ['agreed_at = now() where family_id is null'],
	},
	'private.invitation_code': {
		invitation_code_code_hash_key: [`code_hash = repeat('a', 64)`],
		invitation_code_is_a_sha256: [`code_hash = 'ABC'`],
	},
};
