/** Choosing a coordinator and shaping a team (F4, F5). */
import * as v from 'valibot';
import { command } from '$lib/server/command';
import { day, id, inOneLine, line, optionalWords, orNull } from '$lib/server/fields';
import { memberRoles } from '$lib/invitation/invitation';
import * as arrivals from './arrivals.server';
import { leavingReasons } from './leaving';
import * as leaving from './leaving.server';
import {
	arrivalRefusals,
	askRefusals,
	endRefusals,
	leaveFamilyRefusals,
	leaveRefusals,
	shapingRefusals,
	takeBackRefusals,
	takeOutRefusals,
} from './refusals';
import * as shaping from './shaping.server';
import { messageLimit } from './team';
import * as team from './team.server';

/** The id is made with the page, so that the same press twice is one question. */
export const ChooseCoordinator = v.object({
	id,
	family: id,
	professional: id,
	/** By which place in the team they were shown. */
	place: id,
	/** As what. */
	profession: v.pipe(v.string('common:error.unclear'), inOneLine),
	/** The coordinator of then, if there was one. */
	coordinator: orNull(id),
	/** What happens to the present coordinator while the other has not answered. */
	present: v.optional(v.picklist(['goesOn', 'stopsNow']), 'goesOn'),
});

const OneChoice = v.object({ id });

/** The professional's yes or no, with a message to the family. */
export const AnswerChoice = v.object({
	id,
	/** Where a yes leads; the page knows it. */
	family: orNull(id),
	answer: v.picklist(['yes', 'no'], 'team:error.answerMissing'),
	message: optionalWords(messageLimit, 'team:error.messageTooLong'),
});

/** A colleague comes into the team of a family, by a job. */
export const Join = v.object({
	id,
	family: id,
	job: v.pipe(v.string('office:error.colleagueMissing'), v.uuid('office:error.colleagueMissing')),
});

/** Somebody is taken out of the team of a family; the id is that of their place in it. */
export const Leave = v.object({ id });

/** Whom the office takes out it does not see: the name they were told, and as what; of two, when they were born. */
export const TakeOut = v.object({
	id,
	family: id,
	name: line(100, 'birth:error.nameMissing', 'birth:error.nameMissing'),
	role: v.picklist(memberRoles, 'birth:error.roleMissing'),
	reason: v.picklist(leavingReasons, 'parting:error.reasonMissing'),
	knownBornOn: orNull(day('birth:error.knownUnclear')),
});

export const fine = command({
	name: 'team.fine',
	schema: v.object({ id }),
	run: ({ db, person }, { id }) => arrivals.fine(db, id, person.id),
	refusals: arrivalRefusals,
	receipt: ({ id }) => ({ text: 'team:receipt.fine', undo: { action: '/team?/tellAgain', id } }),
});

/** What was said to be fine by a slip. */
export const tellAgain = command({
	name: 'team.tellAgain',
	schema: v.object({ id }),
	run: ({ db, person }, { id }) => arrivals.tellAgain(db, id, person.id),
	refusals: arrivalRefusals,
	receipt: 'team:receipt.toldAgain',
});

/** Somebody came into the family who should not be there. */
export const putOut = command({
	name: 'team.putOut',
	schema: v.object({ id }),
	run: ({ db }, { id }) => arrivals.putOut(db, id),
	refusals: arrivalRefusals,
	receipt: (_, isInOtherHome) => ({
		text: isInOtherHome ? 'team:receipt.putOutOfOne' : 'team:receipt.putOut',
	}),
});

/** One's own place in a family, the one that the page asked about; the id is that of the place. */
export const leaveFamily = command({
	name: 'team.leaveFamily',
	schema: v.object({ id, family: id }),
	run: ({ db }, place) => leaving.leaveFamily(db, place),
	refusals: leaveFamilyRefusals,
	receipt: 'parting:receipt.left',
});

/** How one left a family is seen, and told no more. */
export const sawLeaving = command({
	name: 'team.sawLeaving',
	schema: v.object({ id }),
	run: ({ db, person }, { id }) => arrivals.fine(db, id, person.id),
	receipt: 'team:receipt.fine',
});

/** After a word from the family, by the municipality. */
export const takeOut = command({
	name: 'team.takeOut',
	schema: TakeOut,
	run: ({ db }, given) => leaving.takeOut(db, given),
	refusals: takeOutRefusals,
	receipt: 'parting:receipt.takenOut',
});

/** The family does not want this professional in its team. */
export const sendAway = command({
	name: 'team.sendAway',
	schema: v.object({ id }),
	run: ({ db }, { id }) => arrivals.sendAway(db, id),
	refusals: arrivalRefusals,
	receipt: 'team:receipt.sentAway',
});

/** The family may want the professional after all. */
export const takeNoBack = command({
	name: 'team.takeNoBack',
	schema: v.object({ id }),
	run: ({ db }, { id }) => arrivals.takeNoBack(db, id),
	refusals: arrivalRefusals,
	receipt: 'team:receipt.noTakenBack',
});

export const choose = command({
	name: 'team.choose',
	schema: ChooseCoordinator,
	run: ({ db }, choice) => team.choose(db, choice),
	refusals: askRefusals,
	receipt: 'team:receipt.asked',
});

export const takeBack = command({
	name: 'team.takeBack',
	schema: OneChoice,
	run: ({ db }, { id }) => team.takeBack(db, id),
	refusals: takeBackRefusals,
	receipt: 'team:receipt.takenBack',
});

export const end = command({
	name: 'team.end',
	schema: OneChoice,
	run: ({ db }, { id }) => team.endCoordinator(db, id),
	refusals: endRefusals,
	receipt: 'team:receipt.ended',
});

export const answer = command({
	name: 'team.answer',
	schema: AnswerChoice,
	run: ({ db }, given) => team.answer(db, given.id, given.answer === 'yes', given.message),
	receipt: ({ answer, message }) => {
		const no = message === null ? 'staff:receipt.noWithoutWords' : 'staff:receipt.no';
		return { text: answer === 'yes' ? 'staff:receipt.yes' : no };
	},
});

export const join = command({
	name: 'team.join',
	schema: Join,
	run: ({ db }, member) => shaping.join(db, member),
	refusals: shapingRefusals,
	receipt: 'office:receipt.joined',
});

export const leave = command({
	name: 'team.leave',
	schema: Leave,
	run: ({ db, now }, member) => shaping.leave(db, member, now),
	refusals: leaveRefusals,
	receipt: 'office:receipt.removed',
});

export const teamCommands = [
	fine,
	tellAgain,
	putOut,
	leaveFamily,
	sawLeaving,
	takeOut,
	sendAway,
	takeNoBack,
	choose,
	takeBack,
	end,
	answer,
	join,
	leave,
];
