/** What people change of their own. */
import * as v from 'valibot';
import { day, id, words } from '$lib/server/fields';

/** `family.rename` */
export const Rename = v.object({
	name: words(100, 'family:error.nameMissing', 'family:error.nameTooLong'),
});

/** `family.correctBirth`. That the day is neither in the future nor in another age, the database says. */
export const CorrectBirth = v.object({ person: id, bornOn: day('family:error.birthUnclear') });
