/** What the project lead does. */
import * as v from 'valibot';
import { tiers } from '$lib/enrolment/enrolment';
import { command } from '$lib/server/command';
import { day, id, orNull, words } from '$lib/server/fields';
import * as office from './office.server';
import { enrolRefusals } from './refusals';

/** The id is made with the form, so that the same press twice is one family. */
export const Enrol = v.object({
	id,
	name: words(100, 'office:error.familyNameMissing', 'office:error.familyNameTooLong'),
	/** The visitation date: what change is measured from. */
	visitedOn: day('office:error.visitUnclear'),
	/** May be settled later. */
	tier: orNull(v.picklist(tiers, 'common:error.unclear')),
});

export const enrol = command({
	name: 'office.enrol',
	schema: Enrol,
	run: async ({ db, person }, family) => office.enrol(db, (await office.workplace(db, person.id)).id, family),
	refusals: enrolRefusals,
	receipt: 'office:receipt.enrolled',
});

export const officeCommands = [enrol];
