/** What the project lead does. */
import * as v from 'valibot';
import { tiers } from '$lib/enrolment/enrolment';
import { command } from '$lib/server/command';
import { danishDay } from '$lib/i18n/format';
import { dayThatWas, drawnFrom, id, line, orNull } from '$lib/server/fields';
import { professionLimit } from '$lib/staff/profile';
import { placeKinds } from './colleagues';
import * as colleagues from './colleagues.server';
import * as office from './office.server';
import { enrolRefusals, jobRefusals, placeRefusals } from './refusals';

const visit = {
	unclear: 'office:error.visitUnclear',
	from: '2010-01-01',
	longAgo: 'office:error.visitLongAgo',
	toCome: 'office:error.visitToCome',
};

/** The id is made with the form, so that the same press twice is one family. `now` is the time of the request. */
export const Enrol = (now: Date) =>
	v.object({
		id,
		name: line(100, 'office:error.familyNameMissing', 'office:error.familyNameTooLong'),
		/** The visitation date: what change is measured from. */
		visitedOn: dayThatWas(visit, danishDay(now)),
		/** May be settled later. */
		tier: orNull(v.picklist(tiers, 'common:error.unclear')),
	});

export const enrol = command({
	name: 'office.enrol',
	mayBeTwo: true,
	schema: Enrol,
	run: async ({ db, person }, family) => office.enrol(db, (await office.workplace(db, person.id)).id, family),
	refusals: enrolRefusals,
	receipt: 'office:receipt.enrolled',
});

/** Where people work with families. The id is made with the form. */
export const AddPlace = v.object({
	id,
	name: line(100, 'office:error.placeNameMissing', 'office:error.placeNameTooLong'),
	kind: v.picklist(placeKinds, 'office:error.kindMissing'),
});

export const addPlace = command({
	name: 'office.addPlace',
	mayBeTwo: true,
	schema: AddPlace,
	run: async ({ db, person }, place) =>
		colleagues.addPlace(db, (await office.workplace(db, person.id)).id, place),
	refusals: placeRefusals,
	receipt: 'office:receipt.placeAdded',
});

/** A name that was wrong, or is another one now. */
export const RenamePlace = v.object({ id, drawnFrom, name: AddPlace.entries.name });

export const renamePlace = command({
	name: 'office.renamePlace',
	schema: RenamePlace,
	run: ({ db }, place) => colleagues.renamePlace(db, place),
	refusals: placeRefusals,
	receipt: 'office:receipt.placeRenamed',
});

/** One more job for a colleague. */
export const GiveJob = v.object({
	id,
	person: id,
	organisation: v.pipe(
		v.string('invitation:error.organisationMissing'),
		v.uuid('invitation:error.organisationMissing'),
	),
	profession: line(
		professionLimit,
		'invitation:error.professionMissing',
		'invitation:error.professionTooLong',
	),
});

export const giveJob = command({
	name: 'office.giveJob',
	schema: GiveJob,
	run: ({ db }, job) => colleagues.giveJob(db, job),
	refusals: jobRefusals,
	receipt: 'office:receipt.jobGiven',
});

export const officeCommands = [enrol, addPlace, renamePlace, giveJob];
