/** A convention of the schema: a query that lists what breaks it, and a change that would. */
export interface Convention {
	says: string;
	/** Names what breaks it, in a column `what`. */
	query: string;
	/** A change after which the query must find something, or several that each would: a convention that cannot fail says nothing. */
	brokenBy: string | string[];
}

export const ours = `('public', 'private')`;
