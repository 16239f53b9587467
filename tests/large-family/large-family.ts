/** The large family of large-family.sql: for what must hold however much a family has. */
import { readFileSync } from 'node:fs';

/** One script for an empty database, or one with the demo in it. */
export const largeFamily = (): string =>
	`begin; ${readFileSync(new URL('large-family.sql', import.meta.url), 'utf8')} commit; analyze;`;

/** The same with lists that are longer than one page or one read: for the database of the large family. */
export const longerLists = (): string =>
	`begin; ${readFileSync(new URL('longer-lists.sql', import.meta.url), 'utf8')} commit; analyze;`;

/** The same with more of each than the API hands out at once: for the database of the large family. */
export const longestLists = (): string =>
	`begin; ${readFileSync(new URL('longest-lists.sql', import.meta.url), 'utf8')} commit; analyze;`;
