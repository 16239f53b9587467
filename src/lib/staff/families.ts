/** The families a professional works with, in which order they stand, and how one is found. Pure. */
import type { IconName } from '$lib/ui/icons';

/** A family in whose team I am now. */
export interface MyFamily {
	id: string;
	name: string;
	/** YYYY-MM-DD */
	enrolledOn: string;
	/** The family chose me as its coordinator. */
	isCoordinator: boolean;
}

/** A family as a row of a list, in words. */
export interface Row extends Pick<MyFamily, 'id' | 'name'> {
	href: string;
	/** Who they are, to who works with them; who works with them, to the office. */
	people: string;
	/** What one looks for first: that it chose me, what is new, what is missing. */
	facts: { label: string; tone: 'pine' | 'sky' | 'plain' | 'care'; icon?: IconName }[];
	/** When we meet next; to the office since when it takes part, or until when it did. */
	day: string;
}

/** What finding one among many says, in the words of the room `office`. */
export interface Finding {
	part: string;
	label: string;
	hint: string;
	action: string;
	all: string;
	/** How many have `part` in a name; null while nobody is looked for. */
	found: string | null;
	/** What the form keeps of the address. */
	order?: Order;
	/** Where all of them stand again. */
	back: string;
}

/** How many of them, and of those who ask me to be their coordinator, are shown at once. */
export const familiesShown = 40;
export const questionsShown = 20;

/** So many are seen at once. */
export const few = 6;

/**
 * By name, or whom I meet within a week first, then the latest news, then by name. There is no other order: families are
 * never ranked by how they are.
 */
export const orders = ['news', 'name'] as const;
export type Order = (typeof orders)[number];
export const orderOf = (asked: string | null): Order => (asked === 'name' ? 'name' : 'news');
