/** The short profile families choose their coordinator by (F5). Pure. */

export const professionLimit = 60;
export const helpsWithLimit = 400;

export interface Profile {
	name: string;
	/** In plain words, as the family would say it. */
	profession: string;
	/** What the person can help with, in own words; may be empty. */
	helpsWith: string;
}
