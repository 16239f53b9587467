/** What occupies somebody, so that two things do not fall on one another (M5). Shown, never forbidden. Pure. */

/** Somebody who is asked to a meeting and has something else then. */
export interface Clash {
	/** The person's id. */
	person: string;
	/** When the other meeting is, ISO text; null where the one who looks may not know what it is. */
	meeting: { startsAt: string; endsAt: string } | null;
}

/** What is told: for each person what may be known, and only where nothing may be, that they are occupied. */
export function told(clashes: readonly Clash[]): Clash[] {
	const known = new Set(clashes.filter(({ meeting }) => meeting).map(({ person }) => person));
	return clashes.filter(({ person, meeting }) => meeting || !known.has(person));
}
