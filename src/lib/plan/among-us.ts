/** What the server says to one of a family about its own people: apart from the rules, which travel to the browser. Pure. */
import { callingOurs } from '$lib/family/called';
import type { Member } from '$lib/family/family';
import type { Version } from './agreed';

/** A version as we say it: our own by what we call them. */
export function amongUs(version: Version, ours: readonly Member[]): Version {
	const call = callingOurs(ours);
	const { agreedBy, present, yes } = version;
	return { ...version, agreedBy: agreedBy && call(agreedBy), present: present.map(call), yes: yes.map(call) };
}
