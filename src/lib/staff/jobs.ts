/** Jobs and places in teams, and what ends with one. Pure. */
import type { Topic } from '$lib/wellbeing/wellbeing';

/** What somebody shares with the one who looks, and what ends. */
export interface EndingShare {
	id: string;
	owner: string;
	topic: Topic;
}

/** What ends when a job ends. */
export interface Ending {
	/** Whose teams the person leaves. */
	families: { id: string; name: string; isCoordinator: boolean }[];
	/** Empty for a project lead, who is not told. */
	shares: EndingShare[];
	/** Invitations they have sent, and nobody has used or said yes to, end with it. */
	invitations: boolean;
	/** Nobody else leads the project: the job cannot end before somebody does. */
	isOnlyLead: boolean;
}

/** What ends when somebody leaves one team. */
export interface PlaceEnding extends Omit<Ending, 'families' | 'isOnlyLead'> {
	/** The id of their place in it. */
	place: string;
}

/** A job somebody had. */
export interface FormerJob {
	profession: string;
	leftAt: string;
}
