/** The large family of large-family.sql: for what must hold however much a family has. */
import { readFileSync } from 'node:fs';

/** One script for an empty database, or one with the demo in it. */
export const largeFamily = (): string =>
	`begin; ${readFileSync(new URL('large-family.sql', import.meta.url), 'utf8')} commit; analyze;`;
