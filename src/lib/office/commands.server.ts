/** What the project lead does. */
import * as v from 'valibot';
import { command } from '$lib/server/command';
import { id, words } from '$lib/server/fields';
import * as office from './office.server';

/** The id is made with the form, so that the same press twice is one family. */
export const Enrol = v.object({
	id,
	name: words(100, 'office:error.familyNameMissing', 'office:error.familyNameTooLong'),
});

export const enrol = command({
	name: 'office.enrol',
	schema: Enrol,
	run: async ({ db, person }, family) => office.enrol(db, (await office.workplace(db, person.id)).id, family),
	receipt: 'office:receipt.enrolled',
});

export const officeCommands = [enrol];
