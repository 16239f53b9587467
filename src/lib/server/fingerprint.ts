import { createHash } from 'node:crypto';

/**
 * What a form gave, in 64 hex digits (SHA-256). What it made may be changed afterwards; sent again, it is known by
 * this (`made_as`).
 */
export const fingerprintOf = (given: object): string =>
	createHash('sha256').update(JSON.stringify(given)).digest('hex');
