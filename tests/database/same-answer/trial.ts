import type { Person } from '../../policies/actors.ts';

export interface Trial {
	/** The column that names a row of others, or in words what does. */
	names: string;
	/** Who tries it. */
	who: Person;
	/** Rows of others, which exist. */
	others: string[];
	sql: (name: string) => string;
}
