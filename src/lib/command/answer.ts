/** What a page gets back from a command that did not go through (src/lib/server/command.ts). */
export interface Answer {
	form: {
		/** Which form on the page it was. */
		id: string;
		data: Record<string, unknown>;
		/** Message keys by field. */
		errors: Record<string, unknown>;
	};
	/** A message key when the whole command was refused. */
	refusal: string | null;
}

/** The first message key of a field, if there is one. */
export function errorOf(answer: Answer | null, field: string): string | undefined {
	const found = answer?.form.errors[field];
	if (Array.isArray(found)) return found[0] as string | undefined;
	// Arrays and objects keep their own errors in _errors.
	const nested = (found as { _errors?: string[] } | undefined)?._errors;
	return nested?.[0];
}

/**
 * What a Field, Select or Choices needs to know: its name, an id of its own on the page, what was typed before the
 * refusal (otherwise what is known), and the message beside it in the person's language.
 */
export type Field = (
	name: string,
	known?: string | number | null,
) => { name: string; id: string; value: string; error: string | undefined };
