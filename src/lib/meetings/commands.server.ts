/** Calling a meeting, moving it, and what those asked do with it. */
import * as v from 'valibot';
import { before } from '$lib/command/edited';
import { command } from '$lib/server/command';
import { unchanged } from '$lib/server/receipt';
import { drawnFrom, id, inOneLine, orNull, seen, since, wholeNumber, words } from '$lib/server/fields';
import { pointLimit, purposeLimit, reasonLimit } from './limits';
import { answers, kinds } from './meetings';
import * as agenda from './agenda.server';
import * as changes from './changes.server';
import { answerRefusals, cancelRefusals, meetingRefusals, moveRefusals } from './refusals';
import { checkWhenAndWhere, whenAndWhere } from './when.server';

/** The meeting as it was shown (its revision). */
const revision = wholeNumber(0, 1_000_000, 'common:error.unclear');

/** Whether somebody comes to the meeting as they were shown it. */
export const AnswerMeeting = v.object({
	meeting: id,
	revision,
	person: id,
	answer: v.picklist(answers),
});

/** Something to talk about. */
export const AddPoint = v.object({
	id,
	meeting: id,
	family: id,
	wording: words(pointLimit, 'meetings:error.pointMissing', 'meetings:error.pointTooLong'),
});

const OneMeeting = v.object({ id, revision });
const OnePoint = v.object({ id });

/** `now` is the time of the request: nothing is moved to a time that has gone. */
export const MoveMeeting = (now: Date) =>
	checkWhenAndWhere(
		{
			id,
			drawnFrom,
			...whenAndWhere,
			/** Who of the child's other home sees a home; asked of the family's parents alone. */
			shows: v.optional(v.array(id), []),
			/** Who saw it when the form was drawn. */
			[before('shows')]: v.optional(
				v.pipe(
					v.array(v.string()),
					v.transform((drawn) => drawn.filter(Boolean)),
					v.array(id),
				),
				[],
			),
		},
		now,
	);

/** What `meetings.move` takes. */
export type Move = v.InferOutput<ReturnType<typeof MoveMeeting>>;

const entries = {
	/** Made with the form, so that the same command twice is one meeting. */
	id,
	family: id,
	kind: v.optional(v.picklist(kinds), 'other'),
	/** The member it is about; null: the whole family. */
	about: orNull(id),
	purpose: words(purposeLimit, 'calling:error.purposeMissing', 'calling:error.purposeTooLong'),
	...whenAndWhere,
	/** Who is asked to come. */
	asked: v.pipe(v.optional(v.array(id), []), v.minLength(1, 'calling:error.nobodyAsked')),
	/** Everybody who could be asked, and beside each in the same order why they would come. */
	people: v.optional(v.array(id), []),
	reasons: v.optional(
		v.pipe(
			v.array(v.optional(v.pipe(v.string(), inOneLine, seen), '')),
			v.everyItem((reason) => reason.length <= reasonLimit, 'calling:error.reasonTooLong'),
		),
		[],
	),
};

/** `now` is the time of the request: a meeting is not called for a time that has gone. */
export const ProposeMeeting = (now: Date) => checkWhenAndWhere(entries, now);

/** What `meetings.propose` takes. */
export type Proposal = v.InferOutput<ReturnType<typeof ProposeMeeting>>;

/** Who is asked, each with why; nobody twice. */
export const askedOf = ({ asked, people, reasons }: Proposal) =>
	[...new Set(asked)].map((person) => ({
		person,
		reason: reasons[people.indexOf(person)] || null,
	}));

export const propose = command({
	name: 'meetings.propose',
	mayBeTwo: true,
	schema: ProposeMeeting,
	run: ({ db }, meeting) => changes.propose(db, meeting),
	refusals: meetingRefusals,
	receipt: 'meetings:receipt.proposed',
});

/** Answers what is another: when it is the time, everybody is asked again. */
export const move = command({
	name: 'meetings.move',
	schema: MoveMeeting,
	run: ({ db }, moved) => changes.move(db, moved),
	refusals: moveRefusals,
	receipt: (_, changed) => (changed === 'nothing' ? unchanged : { text: `moving:receipt.${changed}` }),
});

export const answer = command({
	name: 'meetings.answer',
	mayWait: true,
	schema: AnswerMeeting,
	run: ({ db }, given) => changes.answer(db, given),
	refusals: answerRefusals,
	receipt: (given, _, { person }) => {
		const mine = given.answer === 'coming' ? 'meetings:receipt.coming' : 'meetings:receipt.notComing';
		return { text: given.person === person.id ? mine : 'meetings:receipt.answeredFor' };
	},
});

export const addPoint = command({
	name: 'meetings.addPoint',
	mayWait: true,
	mayBeTwo: true,
	schema: AddPoint,
	run: ({ db, person }, point) => agenda.addPoint(db, person.id, point),
	refusals: meetingRefusals,
	receipt: 'meetings:receipt.pointAdded',
});

export const removePoint = command({
	name: 'meetings.removePoint',
	schema: OnePoint,
	run: ({ db, now }, { id }) => agenda.removePoint(db, id, now),
	refusals: meetingRefusals,
	receipt: ({ id }, at) => ({
		text: 'meetings:receipt.pointRemoved',
		undo: { action: `?/restorePoint&drawnFrom=${encodeURIComponent(at)}`, id },
	}),
});

export const restorePoint = command({
	name: 'meetings.restorePoint',
	schema: v.object({ id, drawnFrom: since }),
	run: ({ db }, { id, drawnFrom }) => agenda.restorePoint(db, id, drawnFrom),
	refusals: { ...meetingRefusals, changed_since: { message: 'meetings:error.pointRemovedSince' } },
	receipt: 'meetings:receipt.pointRestored',
});

export const cancel = command({
	name: 'meetings.cancel',
	schema: OneMeeting,
	run: ({ db, now }, { id, revision }) => changes.cancel(db, id, revision, now),
	refusals: cancelRefusals,
	// Nobody undoes with a button of theirs what another has done.
	receipt: ({ id }, { revision, by }, { person }) => ({
		text: 'meetings:receipt.cancelled',
		...(by === person.id && { undo: { action: `?/holdAfterAll&revision=${revision}`, id } }),
	}),
});

export const holdAfterAll = command({
	name: 'meetings.holdAfterAll',
	schema: OneMeeting,
	run: ({ db }, { id, revision }) => changes.holdAfterAll(db, id, revision),
	refusals: cancelRefusals,
	receipt: (_, asksAgain) => ({
		text: asksAgain ? 'held:again.receipt' : 'meetings:receipt.notCancelled',
	}),
});

export const meetingCommands = [
	propose,
	move,
	answer,
	addPoint,
	removePoint,
	restorePoint,
	cancel,
	holdAfterAll,
];
