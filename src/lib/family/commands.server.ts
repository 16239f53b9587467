/** What people change of their own. */
import * as v from 'valibot';
import { command } from '$lib/server/command';
import { day, id, line, orNull } from '$lib/server/fields';
import * as family from './family.server';
import { birthRefusals } from './refusals';

export const rename = command({
	name: 'family.rename',
	schema: v.object({ name: line(100, 'family:error.nameMissing', 'family:error.nameTooLong') }),
	run: ({ db, person }, { name }) => family.rename(db, person.id, name),
	receipt: 'family:receipt.renamed',
});

/** That the day is neither in the future nor in another age, the database says. */
export const CorrectBirth = v.object({
	person: id,
	bornOn: day('common:error.birthUnclear'),
	/** The day that stood there; null: none did. */
	drawnFrom: orNull(day('common:error.unclear')),
});

export const correctBirth = command({
	name: 'family.correctBirth',
	schema: CorrectBirth,
	run: ({ db }, birth) => family.correctBirth(db, birth),
	refusals: birthRefusals,
	// Also when it made them somebody whose date is not theirs to correct.
	receipt: ({ person: whose }, _, { person }) => ({
		text: whose === person.id ? 'family:receipt.birthCorrected' : 'family:receipt.childsBirthCorrected',
	}),
});

export const familyCommands = [rename, correctBirth];
