/** Who works with the families, and where. Pure. */
import type { Enums } from '$lib/server/database.types';

/** How many colleagues, and how many places, are shown at once. */
export const colleaguesShown = 40;
export const placesShown = 40;

/** What a place can be, in the order in which it is asked. */
export const placeKinds = [
	'municipality',
	'association',
	'business',
] as const satisfies readonly Enums<'organisation_kind'>[];

/** Where people work with families. */
export interface Place {
	id: string;
	name: string;
	kind: Enums<'organisation_kind'>;
	/** How often its name was changed. */
	revision: number;
}

/** Somebody who works here, with what they work as. */
export interface Colleague {
	/** The person's id. */
	id: string;
	name: string;
	/** In the order they began. */
	jobs: {
		id: string;
		profession: string;
		/** The name of the organisation. */
		place: string;
		organisationId: string;
		startedAt: string;
		/** Leads the project by this job. */
		isLead: boolean;
	}[];
}
