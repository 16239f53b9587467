/** What people change of their own. */
import * as v from 'valibot';
import { words } from '$lib/server/fields';

/** `family.rename` */
export const Rename = v.object({
	name: words(100, 'family:error.nameMissing', 'family:error.nameTooLong'),
});
