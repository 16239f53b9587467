/** The short profile families choose their coordinator by (F5). Pure. */

export const professionLimit = 60;
export const helpsWithLimit = 400;

export interface Profile {
	/** The job's id: who has several has a profile in each. */
	id: string;
	name: string;
	/** The organisation's name. */
	place: string;
	/** In plain words, as the family would say it. */
	profession: string;
	/** What the person can help with, in own words; may be empty. */
	helpsWith: string;
	/** How often it was changed. */
	revision: number;
}
