/**
 * Lists to choose from in a form: the first of them by name, and a way to the rest by a part of the name (`?part=`), so
 * that nothing is missing without a word. Pure.
 */

/** At most so many to choose from at once. */
export const mostChoices = 200;

/** What can be chosen, of those whose name has `part` in it; `isCut`: there are more. */
export interface Choosable<T> {
	rows: T[];
	part: string;
	isCut: boolean;
}

/** The part of a name an address asks for. */
export const partOf = (params: URLSearchParams) => (params.get('part') ?? '').trim().slice(0, 100);

/** For `ilike`: the part, wherever it stands, letter by letter. */
export const withPart = (part: string) => `%${part.replaceAll(/[\\%_]/g, '\\$&').replaceAll('*', '_')}%`;

/** What was found, asked with one more than is shown. */
export const choosable = <T>(found: readonly T[], part: string): Choosable<T> => ({
	rows: found.slice(0, mostChoices),
	part,
	isCut: found.length > mostChoices,
});
