/** What professionals change of their own. */
import * as v from 'valibot';
import { words } from '$lib/server/fields';
import { helpsWithLimit, professionLimit } from './profile';

/** `staff.editProfile`. The name is the person's own and is changed elsewhere. */
export const EditProfile = v.object({
	profession: words(professionLimit, 'staff:error.professionMissing', 'staff:error.professionTooLong'),
	helpsWith: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(helpsWithLimit, 'staff:error.helpsWithTooLong'),
	),
});
