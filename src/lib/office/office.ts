/** The project lead's side: which families take part, and who works with them. Never who they are. Pure. */

/** How many families of the municipality are shown at once. */
export const familiesShown = 40;

/** A family as the project lead knows it: its name, not its people. */
export interface EnrolledFamily {
	id: string;
	name: string;
	/** YYYY-MM-DD, the visitation date of the enrolment in force, or of the last; null when there is none. */
	enrolledOn: string | null;
	/** YYYY-MM-DD; null while the family takes part. */
	endedOn: string | null;
}
