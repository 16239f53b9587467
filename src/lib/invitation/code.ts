/** The code of an invitation, as it is read aloud and typed. Pure; made in code.server.ts. */

/** 32 letters and digits, 5 bits each; no 0, O, 1 or I, which look alike. */
export const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** 16 of them are 80 bits: nobody guesses that in 14 days. */
export const codeLength = 16;

/**
 * The form a code is hashed in: capitals without dashes or spaces; of a link to the invitation, the code in it. The demo's
 * seed writes the same.
 */
export const normalCode = (typed: string) =>
	(/\/invitation\/([^/?#\s]*)/.exec(typed)?.[1] ?? typed).toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** Whether a code in normal form can be one. */
export const isCode = (code: string) =>
	code.length === codeLength && [...code].every((letter) => alphabet.includes(letter));

/** "ABCD-EFGH-JKLM-NPQR": in fours, for reading aloud. */
export const grouped = (code: string) => code.match(/.{1,4}/g)?.join('-') ?? '';

/** With spaces and dashes, as people write it, or as the link they were sent. */
export const mostTyped = 200;
