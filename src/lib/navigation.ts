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
