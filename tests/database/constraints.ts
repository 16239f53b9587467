/**
 * What breaks each constraint and nothing else, whoever writes: a check by a value, a foreign key by the id of another
 * family's or person's, what is there once by a second one. Written as what an update sets, or as a whole statement.
 * One list, as long as there are constraints: constraints.test.ts finds one that is missing.
 */

const long = (length: number) => `repeat('x', ${length + 1})`;
/** Too long, and nothing but spaces. */
const words = (column: string, length: number) => [`${column} = ${long(length)}`, `${column} = '  '`];
const noFingerprints = [63, 65]
	.map((length) => `made_as = repeat('a', ${length})`)
	.concat(`made_as = repeat('A', 64)`);
const atMost = (column: string, length: number) => [`${column} = ${long(length)}`];
/** A second row like the first, but for this. */
const twice = (table: string, change = `'{}'`, where = 'true') =>
	`insert into ${table} select (jsonb_populate_record(t, ${change})).* from ${table} t where ${where} limit 1`;
const newId = `jsonb_build_object('id', gen_random_uuid())`;
const nobody = 'gen_random_uuid()';
const another = (of: string, column: string) =>
	`${column} = (select id from ${of} o where o.id <> ${column} limit 1)`;

/** By table and name. */
export const breaks: Record<string, Record<string, string[]>> = {
	access_log: {
		access_log_once_per_reading: [
			twice('access_log', newId, 'reading_id is not null and share_id is not null'),
		],
		read_by_a_choice_of_the_owner: [`owner_id = '@stranger-parent' where share_id is not null`],
		read_in_a_job: [another('job', 'job_id')],
	},
	agenda_point: {
		agenda_point_has_words: words('wording', 500),
		point_belongs_to_its_meeting: [`family_id = '@other home'`],
	},
	birth: {
		born_in_this_age: [`born_on = '1899-12-31'`],
		born_not_in_the_future: [`born_on = private.today() + 1`],
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
	enrolment: {
		answer_has_its_day: ['answered_on = null where answer is not null'],
		answered_after_the_offer: [
			`offered_on = answered_on + 1 where ended_on is null`,
			'offered_on = null where answered_on is not null',
		],
		declined_is_over: [`answer = 'declined', ended_on = null where answered_on is not null`],
		ended_after_the_answer: [
			'ended_on = answered_on - 1, visited_on = answered_on - 9, offered_on = answered_on',
		],
		ended_after_the_visit: [
			`ended_on = visited_on - 1, answer = null, answered_on = null, offered_on = null`,
		],
		enrolment_in_the_municipality_of_the_family: [`municipality_id = '@other municipality'`],
		enrolment_one_in_force: [twice('enrolment', newId, 'ended_on is null')],
		offered_after_the_visit: ['offered_on = visited_on - 1, answer = null, answered_on = null'],
		offered_not_in_the_future: [
			'offered_on = private.today() + 1, answer = null, answered_on = null, ended_on = null where ended_on is null',
		],
		answered_not_in_the_future: [`answered_on = private.today() + 1 where answer = 'accepted'`],
		ended_not_in_the_future: ['ended_on = private.today() + 1 where ended_on is null'],
		visited_in_this_time: [`visited_on = '2009-12-31'`],
		visited_not_in_the_future: [
			'visited_on = private.today() + 1, offered_on = null, answer = null, answered_on = null, ended_on = null',
		],
	},
	enrolment_tier: {
		tier_not_in_the_future: ['from_on = private.today() + 1'],
		tier_of_an_enrolment: [`family_id = '@other home'`],
	},
	family: { family_name_check: words('name', 100) },
	family_event: {
		member_or_professional: [
			`profession = 'Lærer', place = 'Skolen', member_role = 'parent'`,
			`place = null where profession is not null`,
			`profession = null where place is not null`,
		],
	},
	family_offer: {
		answer_has_its_person: [`state = 'suggested', answered_at = null, answered_by = '@parent'`],
		answer_has_its_time: [
			`state = 'suggested', answered_at = now()`,
			`state = 'interested', answered_at = null, answered_by = null`,
		],
		offer_has_a_municipality: ['municipality_id = null'],
		offer_is_for_a_goal_of_the_family: [`goal_id = ${nobody}`],
		offer_is_of_the_same_municipality: [`municipality_id = '@other municipality'`],
		offer_once_for_each: [twice('family_offer', newId), twice('family_offer', newId, 'about_id is null')],
		reason_at_most_500: atMost('reason', 500),
	},
	goal: {
		goal_level_at_most_three: [`level = 4 where parent_id is not null`],
		goal_level_one_has_no_parent: ['level = 2 where parent_id is null'],
		goal_made_as_a_fingerprint: noFingerprints,
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
	identity: {
		identity_provider_check: [...atMost('provider', 40), `provider = ''`],
		identity_subject_check: [...atMost('subject', 200), `subject = ''`],
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
		invited_parent_is_no_child: [
			`member_role = 'parent', born_on = private.today() - 3650 where family_id is not null`,
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
	job: {
		helps_with_at_most_400: atMost('helps_with', 400),
		job_ends_after_it_starts: [`left_at = started_at - interval '1 second'`],
		job_has_a_profession: words('profession', 60),
		job_is_where_its_organisation_is: [`municipality_id = '@other municipality'`],
		job_once_at_a_time: [twice('job', newId, 'left_at is null')],
	},
	meeting: {
		meeting_ends_after_it_starts: ['ends_at = starts_at'],
		meeting_is_called_before_it_ends: ['created_at = ends_at'],
		meeting_made_as_a_fingerprint: noFingerprints,
		meeting_of_our_time: [
			`starts_at = '2019-12-31 22:59Z', ends_at = '2020-01-01Z', created_at = '2019-12-01Z'`,
		],
		meeting_purpose_has_words: words('purpose', 500),
		meeting_within_a_day: [`ends_at = starts_at + interval '25 hours'`],
		meeting_within_three_years: [
			`starts_at = created_at + interval '1100 days', ends_at = created_at + interval '1100 days 1 hour'`,
		],
	},
	meeting_attendee: {
		works_somewhere_as_something: [`profession = 'Lærer', place = null`],
		answer_comes_with_its_time: [
			'answered_at = now() where answer is null',
			`answer = 'coming', answered_at = null`,
		],
		asked_once: [twice('meeting_attendee', newId)],
		attendee_belongs_to_its_meeting: [`family_id = '@other home'`],
		attendee_reason_at_most_200: atMost('reason', 200),
	},
	meeting_place: {
		meeting_has_a_place_or_link: [`place = ' ', link = null`, 'place = null, link = null'],
		meeting_link_is_https: [`link = 'http://moede.example'`, `link = 'https://' || ${long(500)}`],
		meeting_place_at_most_300: atMost('place', 300),
		place_belongs_to_its_meeting: [`family_id = '@other home'`],
	},
	member: {
		member_joined_by_an_invitation_into_the_family: [
			`invitation_id = '@invitation of strangers' where family_id = '@family'`,
		],
		member_leaves_after_joining: [`left_at = joined_at - interval '1 second'`],
		member_once_per_family: [twice('member', newId, 'left_at is null')],
	},
	municipality: {
		municipality_duty_phone_check: atMost('duty_phone', 30),
		municipality_name_check: [...atMost('name', 100), `name = ''`],
	},
	municipality_notice: {
		municipality_notice_controller_check: atMost('controller', 1000),
		municipality_notice_email_check: atMost('email', 200),
		municipality_notice_kept_for_check: atMost('kept_for', 2000),
		municipality_notice_legal_basis_check: atMost('legal_basis', 2000),
		municipality_notice_not_accessible_check: atMost('not_accessible', 4000),
		municipality_notice_phone_check: atMost('phone', 30),
		municipality_notice_protection_officer_check: atMost('protection_officer', 1000),
		municipality_notice_purpose_check: atMost('purpose', 2000),
		municipality_notice_recipients_check: atMost('recipients', 2000),
		statement_is_made_in_was_tool: [
			`statement_url = 'https://was.digst.dk.example/x'`,
			`statement_url = 'x'`,
		],
	},
	'private.offer_word': {
		word_of_an_offer_of_the_municipality: [`municipality_id = '@other municipality'`],
	},
	offer: {
		offer_ages_in_order: ['age_from = 12, age_to = 10', 'age_from = -1', 'age_to = 121'],
		offer_contact_has_words: words('contact', 200),
		offer_description_has_words: words('description', 2000),
		offer_made_as_a_fingerprint: noFingerprints,
		offer_place_has_words: words('place', 120),
		offer_price_at_most_120: atMost('price', 120),
		offer_provider_has_words: words('provider', 120),
		offer_title_has_words: words('title', 120),
		offer_verified_not_ahead: [`verified_on = private.today() + 1`],
	},
	organisation: {
		organisation_has_a_name: words('name', 100),
		organisation_named_once: [`name = ' NORDBY skole' where kind = 'association'`],
	},
	person: { person_name_check: words('name', 100) },
	plan: {
		plan_ends_after_it_began: [`ended_at = begun_at - interval '1 second'`],
		plan_one_in_force: [twice('plan', newId, 'ended_at is null')],
	},
	plan_version: {
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
	rating: {
		own_scale_only_for_topic_scale: [
			`scale_id = null where topic = 'scale'`,
			`scale_id = '@scale of the parent' where topic = 'who5'`,
		],
		rating_answers_fit_topic: [
			`answers = '{6}' where topic = 'smiley'`,
			`answers = '{1,2,3,4,5,5}' where topic = 'who5'`,
			`answers = '{1,null}' where topic = 'ladder'`,
			`answers = '{11}' where topic = 'ladder'`,
			`answers = '{1,2}' where topic = 'scale'`,
		],
		rating_not_in_the_future: [`rated_at = received_at + interval '6 minutes'`],
		rating_not_long_ago: [`rated_at = received_at - interval '31 days'`],
		rating_on_own_scale: [`scale_id = ${nobody} where topic = 'scale'`],
	},
	rating_draft: {
		draft_answers_fit_topic: [
			`answers = '{6}' where topic = 'smiley'`,
			`topic = 'who5', answers = '{1,2,3,4,5,5}'`,
			`topic = 'who5', answers = '{6}'`,
		],
		draft_on_own_scale: [`topic = 'scale', answers = '{1}', scale_id = ${nobody}`],
		one_draft_of_each: [twice('rating_draft', newId)],
		own_scale_only_for_topic_scale: [`scale_id = '@scale of the parent' where person_id = '@parent'`],
	},
	scale: {
		scale_high_has_words: words('high_words', 80),
		scale_low_has_words: words('low_words', 80),
		scale_name_has_words: words('name', 80),
	},
	session: { session_device_check: atMost('device', 80) },
	'private.session_secret': {
		session_secret_is_a_sha256: [`secret_hash = 'ABC'`],
		session_secret_secret_hash_key: [`secret_hash = repeat('a', 64)`],
	},
	share: {
		share_at_most_a_year: [`valid_until = (created_at at time zone 'Europe/Copenhagen')::date + 367`],
		share_end_has_its_reason: [`withdrawn_at = now(), ended_as = null`],
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
};
