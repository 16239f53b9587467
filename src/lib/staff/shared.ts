/** What somebody in a family lets a professional read, without what it says. */
import type { Enums } from '$lib/server/database';

export interface SharedWithMe {
	id: string;
	/** Whose answers. */
	owner: { id: string; name: string };
	topic: Enums['rating_topic'];
	/** The last day it holds, YYYY-MM-DD. */
	validUntil: string;
}
