/** The project lead's side: which families take part, and who works with them. Never who they are. Pure. */
import type { Enums } from '$lib/server/database.types';

/** How many families of the municipality are shown at once. */
export const familiesShown = 40;

/** A family as the project lead knows it: its name, not its people. */
export interface EnrolledFamily {
	id: string;
	name: string;
	/** YYYY-MM-DD, the visitation date: the baseline of all measures. */
	enrolledOn: string;
}

/** How far a family has come in the project (F2). */
export const tiers = ['stabilising', 'normalising', 'preventive'] as const satisfies readonly Enums<'tier'>[];
