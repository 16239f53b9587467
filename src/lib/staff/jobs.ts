/** Jobs, and what ends with one. Pure. */
import type { Topic } from '$lib/wellbeing/wellbeing';

/** What ends when a job ends. */
export interface Ending {
	/** Whose teams the person leaves. */
	families: { id: string; name: string; isCoordinator: boolean }[];
	/** What people share with the one who looks, and what ends; empty for a project lead, who is not told. */
	shares: { id: string; owner: string; topic: Topic }[];
	/** Invitations they have sent, and nobody has used or said yes to, end with it. */
	invitations: boolean;
}
