import { signatureOf } from './signed';

/**
 * What a form gave, in 64 hex digits. What it made may be changed afterwards; sent again, it is known by this
 * (`made_as`). Signed, because whoever reads the row may not see all of it (where a home is): what is only hashed can be
 * guessed.
 */
export const fingerprintOf = (given: object): string =>
	signatureOf('made as', JSON.stringify(given)).toString('hex');
