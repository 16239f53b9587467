import type { SignedIn } from './auth/session';

export type Door = 'open' | 'family' | 'staff' | 'office' | 'signed-in';

/** The door of a route id: its group "(open)", "(family)", "(staff)" or "(office)"; what has no group wants anybody signed in. */
export function doorOf(routeId: string | null): Door {
	if (routeId === null || routeId === '/healthz' || routeId === '/') return 'open';
	const group = /^\/\((open|family|staff|office)\)/.exec(routeId)?.[1];
	return (group as Door | undefined) ?? 'signed-in';
}

/** Where somebody arrives after signing in. */
export function entranceOf(person: SignedIn): string {
	if (person.families.length) return '/home';
	if (person.professional?.is_project_lead) return '/office';
	return '/families';
}

/** An address of our own that somebody sent along, as a path; null for anything else ("//elsewhere" is somebody else's). */
export const ownPath = (to: unknown): string | null =>
	typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : null;
