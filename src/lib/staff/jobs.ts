/** Jobs and places in teams, and what ends with one. Pure. */
import type { First, Shown } from '$lib/more';
import type { Topic } from '$lib/wellbeing/wellbeing';

/** Of what is shared and ends, at most so many are named. */
export const mostShares = 200;

/** What somebody shares with the one who looks, and what ends. */
export interface EndingShare {
	id: string;
	owner: string;
	topic: Topic;
}

/** What ends when a job ends. */
export interface Ending {
	/** Whose teams the person leaves, by name. */
	families: Shown<{ id: string; name: string; isCoordinator: boolean }>;
	/** Of one of them, shown or not, they are the coordinator. */
	isCoordinator: boolean;
	/** Empty for a project lead, who is not told. */
	shares: First<EndingShare>;
	/** Invitations they have sent, and nobody has used or said yes to, end with it. */
	invitations: boolean;
	/** Nobody else leads the project: the job cannot end before somebody does. */
	isOnlyLead: boolean;
}

/** What ends when somebody leaves one team. */
export interface PlaceEnding extends Omit<Ending, 'families' | 'isCoordinator' | 'isOnlyLead'> {
	/** The id of their place in it. */
	place: string;
	/** There are meetings ahead to which they are asked. */
	meetings: boolean;
}

/** A job somebody had. */
export interface FormerJob {
	profession: string;
	leftAt: string;
}
