/** What the project lead does. */
import * as v from 'valibot';
import { id, words } from '$lib/server/fields';

/** `office.enrol`. The id is made with the form, so that the same press twice is one family. */
export const Enrol = v.object({
	id,
	name: words(100, 'office:error.familyNameMissing', 'office:error.familyNameTooLong'),
});
