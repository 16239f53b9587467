/** What a page gets back from a command that did not go through (src/lib/server/action.ts). */
export interface Answer {
	/** Which form on the page it was. */
	form: string;
	/** For whom that form was drawn; null when it did not say. */
	person: string | null;
	/** Everything that was typed and chosen, by field. */
	typed: Record<string, string[]>;
	/** Message keys by field. */
	errors: Record<string, string>;
	/** A message key when the whole command was refused. */
	refusal: string | null;
}

/** Asked where just this was made already (src/lib/server/once.ts): once, or twice. */
export const justMade = 'common:error.justMade';
/** Said when somebody else is signed in than the page was drawn for. */
export const otherPerson = 'common:error.otherPerson';
/** Said where nothing was refused: signed in again, the words stand in their form and are not saved yet. */
export const backAgain = 'common:error.backAgain';
/** Said where what a form edits was changed after the form was drawn from it. */
export const changedSince = 'common:error.changedSince';
/** Said where the session was over, and what was sent can only stay where it is. */
export const signedOutHere = 'common:error.signedOutHere';

/** The answer of a page, when it is for the form of this name. */
export function answerFor(name: string, answer: unknown): Answer | null {
	const given = answer as Answer | null | undefined;
	return given?.form === name ? given : null;
}

/** The page has an answer for one of these forms: a fold around them stands open. */
export const isFor = (answer: unknown, ...names: string[]): boolean =>
	names.some((name) => answerFor(name, answer) !== null);

/**
 * What a Field, Select or Choices needs to know: its name, an id of its own on the page, what was typed before the
 * refusal (otherwise what is known), and the message beside it in the person's language.
 */
export type Field = (
	name: string,
	known?: string | number | null,
) => { name: string; id: string; value: string; error: string | undefined };

/** What a form's fields are drawn by. */
export interface Fields {
	field: Field;
	/** The value alone, for hidden fields. */
	value: (name: string, known?: string | number | null) => string;
	/** All values, for what takes a list. */
	values: (name: string, known?: readonly string[]) => readonly string[];
}

/** What stands in a field that a form edits: as the field has it, and in words. */
export interface Stands {
	name: string;
	label: string;
	value: string | number | readonly string[] | null;
	/** Left out where they are the value. */
	words?: string | null | undefined;
}
