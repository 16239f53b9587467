/**
 * Lists that grow: a page shows the first of them, and 'vis flere' is a link to the same page with more (`?more=40`),
 * so that it works without scripts. Pure.
 */

/** At most so many rows on a page. Further down, those at the top give way: no page and no read grows without end. */
export const widest = 200;

/** Which rows of a list, counted from 0; `to` is not among them. */
interface Stretch {
	from: number;
	to: number;
	/** How many more come with 'vis flere'. */
	step: number;
}

/** The rows an address asks for. */
export interface Window extends Stretch {
	/** Leads to where the list begins: an address may ask for what is beyond its end. */
	beyond?: () => never;
}

/** Some rows of a list, and of how many. */
export interface Shown<T> extends Stretch {
	rows: T[];
	of: number;
	/** So many are shown at most, and there are no links to more; left out where they lead to the last. */
	most?: number;
	/** The row after which these begin: part of an address, where a list is read in stretches. */
	after?: string | undefined;
	/** The row after which the next stretch begins, where this one ends and there is more. */
	next?: string | undefined;
}

/** Whether a link to more leads anywhere. */
export const hasMore = ({ to, of, most = of }: Omit<Shown<unknown>, 'rows'>): boolean =>
	to < Math.min(of, most);

/** The first of a list: of the newest, the next, whatever its order says. `isCut`: there are more, and the page says so. */
export interface First<T> {
	rows: T[];
	isCut: boolean;
}

/** At most so many of what was found with one more. */
export const cutOff = <T>(found: readonly T[], most: number): First<T> => ({
	rows: found.slice(0, most),
	isCut: found.length > most,
});

/** Rows that are there: a list of which these are none, because they are beyond its end, would say that it is empty. */
export function within<T>(rows: T[], { from, beyond }: Window): T[] {
	if (from > 0 && !rows.length) beyond?.();
	return rows;
}

/**
 * The rows of a list of which nobody counts how many there are, found with one more than it shows: `of` says only
 * whether there are more.
 */
export const cutAtOne = <T>(found: readonly T[], window: Window): Shown<T> => {
	const { from, to, step } = window;
	const rows = within(found.slice(0, to - from), window);
	return { rows, from, to: from + rows.length, of: from + found.length, step };
};

/** The rows of a list each of which says of how many it is. */
export function ofAll<T extends { ofAll: number }>(
	found: readonly T[],
	window: Window,
): Shown<Omit<T, 'ofAll'>> {
	const { from, step } = window;
	const rows = within(
		found.map(({ ofAll: _ofAll, ...row }) => row),
		window,
	);
	const to = from + rows.length;
	return { rows, from, to, of: found[0]?.ofAll ?? to, step };
}

/** The rows an address asks for; without a word, or with one that makes no sense, the first `step`. */
export function windowOf(params: URLSearchParams, step: number, name = 'more'): Stretch {
	const asked = Number(params.get(name));
	const to = Number.isSafeInteger(asked) && asked > step && asked <= 1_000_000 ? asked : step;
	return { from: Math.max(0, to - widest), to, step };
}

/** These rows of a list that is here already. */
export const cut = <T>(all: readonly T[], window: Window): Shown<T> => {
	const { from, to, step } = window;
	const rows = within(all.slice(from, to), window);
	return { rows, from, to: from + rows.length, of: all.length, step };
};

/** The same part, each row made into something else. */
export const mapped = <T, U>(shown: Shown<T>, change: (row: T) => U): Shown<U> => ({
	...shown,
	rows: shown.rows.map(change),
});
