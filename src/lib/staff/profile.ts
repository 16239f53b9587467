/** The short profile families choose their coordinator by (F5). Pure. */
import * as v from 'valibot';

export const professionLimit = 60;
export const helpsWithLimit = 400;

export interface Profile {
	name: string;
	/** In plain words, as the family would say it. */
	profession: string;
	/** What the person can help with, in own words; may be empty. */
	helpsWith: string;
}

/** `staff.editProfile`. The name is the person's own and is changed elsewhere. */
export const EditProfile = v.object({
	profession: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'staff:error.professionMissing'),
		v.maxLength(professionLimit, 'staff:error.professionTooLong'),
	),
	helpsWith: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(helpsWithLimit, 'staff:error.helpsWithTooLong'),
	),
});
