/** What breaks each constraint of how one is, and who may read it. */
import { words, twice, newId, nobody, another, type Breaks } from './ways.ts';

export const wellbeing: Breaks = {
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
	'private.rating_draft_end': {
		end_on_own_scale: [`scale_id = ${nobody} where topic = 'scale'`],
		one_end_of_each: [twice('private.rating_draft_end')],
	},
	scale: {
		scale_high_has_words: words('high_words', 80),
		scale_low_has_words: words('low_words', 80),
		scale_name_has_words: words('name', 80),
	},
	access_log: {
		access_log_once_per_reading: [
			twice('access_log', newId, 'reading_id is not null and share_id is not null'),
		],
		read_by_a_choice_of_the_owner: [`owner_id = '@stranger-parent' where share_id is not null`],
		read_in_a_job: [another('job', 'job_id')],
	},
	share: {
		share_at_most_a_year: [`valid_until = (created_at at time zone 'Europe/Copenhagen')::date + 367`],
		share_end_has_its_reason: [`withdrawn_at = now(), ended_as = null`],
	},
};
