import type { Namespace } from './i18n';

// Which texts a page needs, by the first folder of its route that names a room. The shared ones come with every page.
const always: Namespace[] = ['common', 'outbox'];
const byRoom: Record<string, Namespace[]> = {
	home: ['home', 'meetings', 'team', 'wellbeing'],
	plan: ['plan'],
	enrolment: ['enrolment'],
	team: ['team', 'invitation'],
	meetings: ['meetings', 'occupied'],
	offers: ['offers', 'plan'],
	wellbeing: ['wellbeing', 'sharing'],
	sharing: ['sharing', 'wellbeing'],
	me: ['family', 'wellbeing', 'sharing'],
	more: ['family'],
	families: ['staff', 'plan', 'meetings', 'occupied', 'offers', 'wellbeing', 'team', 'sharing', 'invitation'],
	office: ['office', 'enrolment', 'offers', 'team', 'plan', 'invitation', 'staff'],
	invitation: ['invitation', 'open'],
	'sign-in': ['open', 'invitation'],
};

/** The namespaces of a route id such as "/(family)/plan/[goal]"; the open pages share one. */
export function namespacesOf(routeId: string | null): Namespace[] {
	const folders = (routeId ?? '').split('/').filter((part) => part && !part.startsWith('('));
	return [...always, ...(byRoom[folders[0] ?? ''] ?? ['open'])];
}
