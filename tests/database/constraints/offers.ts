/** What breaks each constraint of offers. */
import { words, noFingerprints, atMost, twice, newId, nobody, type Breaks } from './ways.ts';

export const offers: Breaks = {
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
		offer_verified_in_this_time: [`verified_on = '2009-12-31'`, `verified_on = '0001-01-01'`],
		offer_verified_not_ahead: [`verified_on = private.today() + 1`],
	},
};
