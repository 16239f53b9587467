/** Choosing a coordinator and shaping a team (F4, F5). */
import * as v from 'valibot';
import { id, optionalWords } from '$lib/server/fields';
import { messageLimit } from './team';

/** `team.choose`. The id is made with the page, so that the same press twice is one question. */
export const ChooseCoordinator = v.object({
	id,
	family: id,
	professional: id,
	/** What happens to the present coordinator while the other has not answered. */
	present: v.optional(v.picklist(['goesOn', 'stopsNow']), 'goesOn'),
});

/** `team.takeBack` and `team.end`. */
export const OneChoice = v.object({ id });

/** `team.answer`: the professional's yes or no, with a message to the family. */
export const AnswerChoice = v.object({
	id,
	answer: v.picklist(['yes', 'no'], 'team:error.answerMissing'),
	message: optionalWords(messageLimit, 'team:error.messageTooLong'),
});

/** `team.join`: a colleague comes into the team of a family. */
export const Join = v.object({
	id,
	family: id,
	professional: v.pipe(v.string('office:error.colleagueMissing'), v.uuid('office:error.colleagueMissing')),
});

/** `team.leave`: somebody is taken out of the team of a family. */
export const Leave = v.object({ family: id, professional: id });
