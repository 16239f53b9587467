import { createHash, randomBytes } from 'node:crypto';
import { alphabet, codeLength, normalCode } from './code';

/** A new random code in normal form. It is shown once and never stored. */
export const newCode = () =>
	// A byte modulo 32 is even: 256 is a multiple of 32.
	Array.from(randomBytes(codeLength), (byte) => alphabet[byte % alphabet.length]).join('');

/** SHA-256, hex, of the code in normal form: what the database keeps. */
export const hashOfCode = (typed: string) => createHash('sha256').update(normalCode(typed)).digest('hex');
