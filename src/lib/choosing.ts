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
	/** How many of them were found; rows may leave out who cannot be chosen here, and keep who is chosen already. */
	found: number;
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
	found: found.length,
});

/** The address of an action whose page still has what was looked for and chosen when there is something to put right. */
export function finding(action: string, kept: Record<string, string | null>): string {
	const said = Object.entries(kept).filter((one): one is [string, string] => Boolean(one[1]));
	return said.length ? `${action}&${new URLSearchParams(said).toString()}` : action;
}
