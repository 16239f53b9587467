/**
 * What somebody sent whose session was over. We store nothing of it: sealed, it goes with them in the address of the
 * sign-in page, and is given back to the one person its form was drawn for, and to nobody else who signs in here.
 */
import { againOf, type Again } from './again';
import { personField, valueOf } from './form';
import { sealed, unsealed } from './sealed';

/** Milliseconds in which they have signed in again. */
const patience = 60 * 60 * 1000;
/** What servers and browsers take for an address, and all our forms fit into when they are filled in. */
const longest = 7_000;

interface Kept extends Again {
	at: number;
}

/** The name it goes by in the address and the form of the sign-in page. */
export const keptField = 'kept';

/** It, sealed; null when there is nothing that could be given back. */
export async function keptOf(
	request: Pick<Request, 'method' | 'url' | 'headers'>,
	{ body, now }: Pick<App.Locals, 'body' | 'now'>,
): Promise<string | null> {
	if (request.method !== 'POST') return null;
	const again = await againOf(request, body);
	const person = again && valueOf(again.entries, personField);
	if (!again || !person) return null;
	const kept = sealed(keptField, person, { ...again, at: now.getTime() } satisfies Kept);
	return kept.length <= longest ? kept : null;
}

/** What this person sent before they signed in; null when it is somebody else's, or too long ago. */
export function givenBack(kept: unknown, person: string, now: Date): Again | null {
	if (typeof kept !== 'string' || !kept) return null;
	const found = unsealed(keptField, person, kept) as Kept | null;
	return found && now.getTime() - found.at < patience ? found : null;
}
