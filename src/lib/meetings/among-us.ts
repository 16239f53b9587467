/** What the server says to one of a family about its own people: apart from the rules, which travel to the browser. Pure. */
import { callingOurs } from '$lib/family/called';
import type { Member } from '$lib/family/family';
import { mapped } from '$lib/more';
import type { Invitation, Meeting } from './meetings';

/** A meeting as we say it: our own by what we call them. */
export function amongUs<M extends Meeting & Partial<Invitation>>(meeting: M, ours: readonly Member[]): M {
	const call = callingOurs(ours);
	const { about, attendees, canceller, proposer, points } = meeting;
	return {
		...meeting,
		about: about && call(about),
		attendees: attendees.map(call),
		canceller: canceller && call(canceller),
		...(proposer && { proposer: call(proposer) }),
		...(points && {
			points: mapped(points, (point) => ({
				...point,
				author: call({ id: point.authorId, name: point.author }).name,
			})),
		}),
	};
}
