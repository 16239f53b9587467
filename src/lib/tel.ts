/** Numbers to call. Pure. */

/** The address that calls a number: digits only, and a plus in front where there is one. */
export const telOf = (phone: string) => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** Whom families call about taking part; null: the municipality has not said it. */
export interface Municipality {
	name: string;
	phone: string | null;
	/** When it is answered: as the database has it, then in words. */
	hours: string | null;
	/** What is said before the number, or instead of it. */
	words: string;
}
