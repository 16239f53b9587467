/** The families a professional works with, and in which order they stand. Pure. */
/** A family in whose team I am now. */
export interface MyFamily {
	id: string;
	name: string;
	/** YYYY-MM-DD */
	enrolledOn: string;
	/** The family chose me as its coordinator. */
	isCoordinator: boolean;
}

/** How many of them, and of those who ask me to be their coordinator, are shown at once. */
export const familiesShown = 40;
export const questionsShown = 20;

/**
 * By name, or plans I have never seen first, then the latest news, then by name. There is no other order: families are
 * never ranked by how they are.
 */
export const orders = ['news', 'name'] as const;
export type Order = (typeof orders)[number];
export const orderOf = (asked: string | null): Order => (asked === 'name' ? 'name' : 'news');
