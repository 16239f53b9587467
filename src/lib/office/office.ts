/** The project lead's side: which families take part, and who works with them. Never who they are. Pure. */
import * as v from 'valibot';

const id = v.pipe(v.string(), v.uuid());

/** A family as the project lead knows it: its name, not its people. */
export interface EnrolledFamily {
	id: string;
	name: string;
	/** YYYY-MM-DD, the baseline of all measures. */
	enrolledOn: string;
}

/** `office.enrol`. The id is made with the form, so that the same press twice is one family. */
export const Enrol = v.object({
	id,
	name: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'office:error.familyNameMissing'),
		v.maxLength(100, 'office:error.familyNameTooLong'),
	),
});
