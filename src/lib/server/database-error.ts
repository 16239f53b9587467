import type { PostgrestError } from '@supabase/supabase-js';

/** A refusal or failure of the database. The message is PostgreSQL's and is not for people or logs. */
export class DatabaseError extends Error {
	/** SQLSTATE */
	readonly code: string;
	/**
	 * Everything the answer names: the constraint or rule that refused is among them. Messages come in the database's
	 * language, so no sentence is read, only what stands in quotes; whoever asks knows which names are refusals.
	 */
	readonly names: readonly string[];
	constructor(error: Pick<PostgrestError, 'code' | 'message'> & Partial<PostgrestError>) {
		const names = [error.hint, error.message, error.details].flatMap((text) => namesIn(text ?? ''));
		// How the embedded database tells of a broken check, and of what private.refuse raises (embedded/connection.ts).
		const code = error.code === 'PT400' ? '23514' : error.code;
		super(`database error ${code}`);
		this.code = code;
		this.names = names;
	}
}

/** Identifiers in the quotes of any language, and a text that is nothing but one (the hint of private.refuse). */
const namesIn = (text: string): string[] =>
	/^\w+$/.test(text)
		? [text]
		: [...text.matchAll(/["'`«»‹›„“”‚‘’]\s?([a-z_]\w*)\s?["'`«»‹›“”‘’]/g)].map(([, name]) => name!);

/** Refuses by a rule of ours, as private.refuse does in the database. @throws {DatabaseError} always */
export function refuse(rule: string): never {
	throw new DatabaseError({ code: '23514', message: '', hint: rule });
}
