/** Suggestions for what to say with a no. Each is a text of its own, staff:question.words.<name>. */
export const kindWords = ['time', 'closer', 'leaving'] as const;
export type KindWords = (typeof kindWords)[number];

/** The suggestion somebody picked, by its name in the address. */
export const wordsOf = (asked: string | null): KindWords | null =>
	kindWords.find((words) => words === asked) ?? null;
