/** What breaks each constraint of meetings. */
import { long, words, noFingerprints, atMost, twice, newId, type Breaks } from './ways.ts';

export const meetings: Breaks = {
	agenda_point: {
		agenda_point_has_words: words('wording', 500),
		point_belongs_to_its_meeting: [`family_id = '@other home'`],
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
};
