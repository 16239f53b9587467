import type { Namespace } from './i18n';

// Which texts a page needs, by the first folder of its route that names a room. The shared ones come with every page.
const always: Namespace[] = ['common'];
const byRoom: Record<string, Namespace[]> = {
	home: ['home', 'meetings', 'team', 'wellbeing'],
	plan: ['plan', 'elsewhere'],
	enrolment: ['enrolment'],
	team: ['team', 'invitation', 'parting'],
	meetings: ['meetings', 'occupied'],
	offers: ['offers', 'plan'],
	wellbeing: ['wellbeing', 'sharing'],
	sharing: ['sharing', 'wellbeing'],
	me: ['family', 'leaving', 'parting', 'wellbeing', 'sharing'],
	more: ['family', 'leaving'],
	families: ['staff', 'plan', 'meetings', 'occupied', 'offers', 'wellbeing'],
	office: ['office', 'enrolment', 'offers', 'team', 'plan', 'invitation', 'staff'],
	invitation: ['invitation', 'open'],
	'sign-in': ['open', 'invitation'],
};

// What only some pages of a room say, by another folder of their route: the plan as it was agreed, and agreeing on it,
// also at a meeting; how a meeting is called and moved, and what its own page alone says, also when it is over, cancelled or moved; what professionals are told when answers cannot
// be read, of who reads a goal, when they invite, are asked, or leave a team or a job; how the office corrects a date of birth, or takes somebody out of a family.
const byPage: Record<string, Namespace[]> = {
	agree: ['agreed'],
	agreed: ['agreed'],
	'[meeting]': ['agreed', 'held', 'moving'],
	answers: ['sharing'],
	goals: ['elsewhere'],
	new: ['calling'],
	move: ['calling'],
	invite: ['invitation'],
	leave: ['team'],
	birth: ['birth'],
	// Of the office: the team's own stand in the first folder.
	families: ['parting'],
	out: ['birth'],
	'[job]': ['team'],
	'[choice]': ['team'],
};

/**
 * The namespaces of a route id such as "/(family)/plan/[goal]"; the open pages share one.
 * @param keeps what cannot be sent is kept on this device
 */
export function namespacesOf(routeId: string | null, keeps = true): Namespace[] {
	const folders = (routeId ?? '').split('/').filter((part) => part && !part.startsWith('('));
	const ofPage = folders.slice(1).flatMap((folder) => byPage[folder] ?? []);
	return [
		...always,
		...(keeps ? (['outbox'] as const) : []),
		...(byRoom[folders[0] ?? ''] ?? ['open']),
		...ofPage,
	];
}
