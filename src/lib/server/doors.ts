import type { SignedIn } from './auth/session';

export type Door = 'open' | 'family' | 'own' | 'staff' | 'office' | 'signed-in';

/**
 * What is one's own stays one's own for whoever is in no family any more: own answers, who may read them, and that one
 * has left, when it is pressed twice.
 */
const own = /^\/\(family\)\/(wellbeing|sharing|team\/leave)(\/|$)/;

/** The door of a route id: its group "(open)", "(family)", "(staff)" or "(office)"; what has no group wants anybody signed in. */
export function doorOf(routeId: string | null): Door {
	if (routeId === null || routeId === '/healthz' || routeId === '/') return 'open';
	if (own.test(routeId)) return 'own';
	const group = /^\/\((open|family|staff|office)\)/.exec(routeId)?.[1];
	return (group as Door | undefined) ?? 'signed-in';
}

/** Whether a door does not open for somebody who is signed in. */
export function isClosed(door: Door, { families, professional }: SignedIn): boolean {
	if (door === 'family') return !families.length;
	return (door === 'staff' && !professional) || (door === 'office' && !professional?.is_project_lead);
}

/** Where somebody arrives after signing in. */
export function entranceOf(person: SignedIn): string {
	if (person.families.length) return '/home';
	if (person.professional?.is_project_lead) return '/office';
	return person.professional ? '/families' : '/me';
}

/** Letters of an address that fit in a header beside others, whatever stands between us and the browser. */
const longestPath = 2_000;

/**
 * An address of our own that somebody sent along, as a path; null for anything else, and for what is longer than any of
 * ours. Browsers drop tabs and line ends from addresses and read "\\" as "/", so those are none of ours, and neither is
 * "//elsewhere".
 */
export function ownPath(to: unknown): string | null {
	if (typeof to !== 'string' || !to.startsWith('/') || /[\0-\x20\x7f-\x9f\\]/.test(to)) return null;
	const here = 'http://here.invalid';
	if (!URL.canParse(to, here)) return null;
	const { origin, pathname, search, hash } = new URL(to, here);
	const path = pathname + search + hash;
	return origin === here && !pathname.startsWith('//') && path.length <= longestPath ? path : null;
}

/** The page of an action: without the "?/action" part, but with what was searched or chosen on the page. */
export function pageOf(url: URL): string {
	const rest = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	return url.pathname + (rest.size ? `?${rest}` : '');
}
