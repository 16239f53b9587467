import type { SignedIn } from '$lib/server/auth/session';
import type { IconName } from '$lib/ui/icons';

interface Place {
	href: string;
	label: `common:nav.${'home' | 'plan' | 'meetings' | 'me' | 'more' | 'families' | 'office'}`;
	icon: IconName;
}

const me: Place = { href: '/me', label: 'common:nav.me', icon: 'me' };
const more: Place = { href: '/more', label: 'common:nav.more', icon: 'more' };
const family: Place[] = [
	{ href: '/home', label: 'common:nav.home', icon: 'home' },
	{ href: '/plan', label: 'common:nav.plan', icon: 'path' },
	{ href: '/meetings', label: 'common:nav.meetings', icon: 'meeting' },
	me,
	more,
];

/** What is under a place besides what its address begins with: it is reached from there. */
const leadsTo: Partial<Record<string, string[]>> = {
	'/me': ['/wellbeing', '/sharing', '/families/profile'],
	'/more': ['/me', '/team', '/enrolment', '/offers', '/language', '/privacy', '/was'],
};
const isUnder = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

/** Under which of somebody's places a page is (its address); undefined when under none. */
export function placeOf(path: string, person: SignedIn | null): string | undefined {
	const places = navigationOf(person).map(({ href }) => href);
	const found = (of: string): string | undefined => {
		const own = places.find((place) => isUnder(of, place));
		if (own || !places.length) return own;
		const [from] = Object.entries(leadsTo).find(([, led]) => led!.some((one) => isUnder(of, one))) ?? [];
		return from && found(from);
	};
	return found(path);
}

/** The places somebody can go, in the order of the navigation; none when nobody is signed in. */
export function navigationOf(person: SignedIn | null): Place[] {
	if (!person) return [];
	const places = person.families.length ? [...family] : [];
	if (person.professional) {
		places.push({ href: '/families', label: 'common:nav.families', icon: 'people' });
		if (person.professional.is_project_lead) {
			places.push({ href: '/office', label: 'common:nav.office', icon: 'leaf' });
		}
		if (!person.families.length) places.push(more);
	}
	// Somebody who is in no family and at no place of work any more still has what is their own.
	return places.length ? places : [me, more];
}
