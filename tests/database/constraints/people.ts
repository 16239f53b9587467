/** What breaks each constraint of people, families, their enrolment and how they come in. */
import { words, atMost, noFingerprints, twice, newId, type Breaks } from './ways.ts';

export const people: Breaks = {
	birth: {
		born_in_this_age: [`born_on = '1899-12-31'`],
		born_not_in_the_future: [`born_on = private.today() + 1`],
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
		event_made_as_a_fingerprint: noFingerprints,
		member_or_professional: [
			`profession = 'Lærer', place = 'Skolen', member_role = 'parent'`,
			`place = null where profession is not null`,
			`profession = null where place is not null`,
		],
	},
	identity: {
		identity_provider_check: [...atMost('provider', 40), `provider = ''`],
		identity_subject_check: [...atMost('subject', 200), `subject = ''`],
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
		municipality_phone_check: [`phone = 'Spørg i receptionen'`, `phone = ''`, `phone = repeat('1', 30)`],
		municipality_phone_hours_check: [
			`phone_hours = 'Mandag til torsdag kl. 9-15'`,
			`phone_hours = 'Mo-Th 09:00-24:00'`,
			`phone_hours = 'Mo 9:00-15:00'`,
			`phone_hours = 'Mo 09:00-15:00;'`,
			`phone_hours = 'Mo 09:00-15:00' || repeat('; Mo 09:00-15:00', 12)`,
		],
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
	person: { person_name_check: words('name', 100) },
	session: { session_device_check: atMost('device', 80) },
	'private.session_secret': {
		session_secret_is_a_sha256: [`secret_hash = 'ABC'`],
		session_secret_secret_hash_key: [`secret_hash = repeat('a', 64)`],
	},
};
