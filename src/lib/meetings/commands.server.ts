/** Calling a meeting, moving it, and what those asked do with it. */
import * as v from 'valibot';
import { id, orNull, words } from '$lib/server/fields';
import { pointLimit, purposeLimit, reasonLimit } from './limits';
import { answers, kinds } from './meetings';
import { checkWhenAndWhere, whenAndWhere } from './when.server';

/** `meetings.answer`: whether somebody comes. */
export const AnswerMeeting = v.object({ meeting: id, person: id, answer: v.picklist(answers) });

/** `meetings.addPoint`: something to talk about. */
export const AddPoint = v.object({
	id,
	meeting: id,
	family: id,
	wording: words(pointLimit, 'meetings:error.pointMissing', 'meetings:error.pointTooLong'),
});

/** Commands that need only the meeting, or only the point. */
export const OneMeeting = v.object({ id });
export const OnePoint = v.object({ id });

/** `meetings.move`. `now` is the time of the request: nothing is moved to a time that has gone. */
export const MoveMeeting = (now: Date) => checkWhenAndWhere({ id, ...whenAndWhere }, now);

/** What `meetings.move` takes. */
export type Move = v.InferOutput<ReturnType<typeof MoveMeeting>>;

const entries = {
	/** Made with the form, so that the same command twice is one meeting. */
	id,
	family: id,
	kind: v.optional(v.picklist(kinds), 'other'),
	/** The member it is about; null: the whole family. */
	about: orNull(id),
	purpose: words(purposeLimit, 'meetings:error.purposeMissing', 'meetings:error.purposeTooLong'),
	...whenAndWhere,
	/** Who is asked to come. */
	asked: v.pipe(v.optional(v.array(id), []), v.minLength(1, 'meetings:error.nobodyAsked')),
	/** Everybody who could be asked, and beside each in the same order why they would come. */
	people: v.optional(v.array(id), []),
	reasons: v.optional(
		v.pipe(
			v.array(v.optional(v.pipe(v.string(), v.trim()), '')),
			v.everyItem((reason) => reason.length <= reasonLimit, 'meetings:error.reasonTooLong'),
		),
		[],
	),
};

/** `meetings.propose`. `now` is the time of the request: a meeting is not called for a time that has gone. */
export const ProposeMeeting = (now: Date) => checkWhenAndWhere(entries, now);

/** What `meetings.propose` takes. */
export type Proposal = v.InferOutput<ReturnType<typeof ProposeMeeting>>;

/** Who is asked, each with why; nobody twice. */
export const askedOf = ({ asked, people, reasons }: Proposal) =>
	[...new Set(asked)].map((person) => ({
		person,
		reason: reasons[people.indexOf(person)] || null,
	}));
