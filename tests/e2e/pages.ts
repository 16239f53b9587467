/** Every page of the house with somebody who may enter it. */
import type { Persona } from './fixtures.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
export const holm = id('8002', 'a');
/** Of which the family wants calm mornings. */
export const goal = id('8010', 'a1');
export const meeting = id('8020', 'a1');

/** The demo's (supabase/seed/00_shorthand.sql). */
const demo = {
	family: holm,
	goal,
	version: id('8012', 'a1'),
	meeting,
	heldMeeting: id('8020', 'a3'),
	offer: id('8030', '1'),
	/** In the team, with whom the parent shares answers, and another who could be. */
	coordinator: id('8001', 'e1'),
	another: id('8001', 'e2'),
	/** The coordinator's. */
	job: id('8007', 'e1'),
};
/** What the pages are about, by id. */
export type About = typeof demo;

export const pagesAbout = ({
	family,
	goal,
	version,
	meeting,
	heldMeeting,
	offer,
	coordinator,
	another,
	job,
}: About): { persona: Persona | null; paths: string[] }[] => [
	{
		persona: null,
		paths: [
			'/sign-in',
			'/language',
			'/was',
			'/privacy',
			'/invitation',
			'/invitation/FARM-HERE-DEMA-2345',
			'/invitation/AAAA-AAAA-AAAA-AAAA',
			'/nowhere',
		],
	},
	{
		persona: 'parent',
		paths: [
			'/home',
			'/plan',
			`/plan/${goal}`,
			`/plan/${goal}/edit`,
			'/plan/agree',
			`/plan/agreed/${version}`,
			`/meetings/${heldMeeting}`,
			'/enrolment',
			'/team',
			'/team/coordinator',
			`/team/coordinator/${another}`,
			'/team/coordinator/end',
			`/team/leave/${family}`,
			'/team/log',
			'/meetings',
			`/meetings/${meeting}`,
			`/meetings/${meeting}/move`,
			'/meetings/new',
			'/offers',
			'/offers?words=fodbold',
			`/offers/${offer}`,
			'/wellbeing',
			'/wellbeing/who5',
			'/wellbeing/who5/answer',
			'/wellbeing/ladder/answer',
			'/wellbeing/scales',
			'/wellbeing/help',
			'/sharing',
			`/sharing/${coordinator}`,
			`/sharing/${coordinator}/preview?topic=who5`,
			`/sharing/${coordinator}/stop?topic=ladder`,
			`/sharing/${coordinator}/stop?topic=who5`,
			'/sharing/log',
			'/me',
			'/me/devices',
			'/more',
		],
	},
	{
		persona: 'young-person',
		paths: ['/home', '/plan', '/plan/agree', `/plan/agreed/${version}`, '/wellbeing'],
	},
	{ persona: 'child', paths: ['/home', '/plan', '/team', '/wellbeing', '/wellbeing/smiley/answer'] },
	{ persona: 'other-parent', paths: ['/home', '/plan', '/meetings'] },
	{
		persona: 'coordinator',
		paths: [
			'/families',
			`/families/${family}`,
			`/families/${family}/goals/${goal}`,
			`/families/${family}/agreed/${version}`,
			`/families/${family}/meetings/${heldMeeting}`,
			`/families/${family}/meetings/new`,
			`/families/${family}/meetings/${meeting}`,
			`/families/${family}/meetings/${meeting}/move`,
			`/families/${family}/answers`,
			`/families/${family}/offers`,
			`/families/${family}/offers/${offer}`,
			`/families/${family}/invite`,
			`/families/${family}/leave`,
			'/families/profile',
			`/families/profile/${job}`,
		],
	},
	{
		persona: 'job-adviser',
		paths: ['/families', `/families/${family}`, `/families/${family}/meetings/${meeting}`],
	},
	{
		persona: 'project-lead',
		paths: [
			'/office',
			'/office/colleagues',
			`/office/colleagues/${coordinator}`,
			`/office/colleagues/${coordinator}/${job}`,
			'/office/enrol',
			`/office/families/${family}`,
			`/office/families/${family}/birth`,
			`/office/families/${family}/out`,
			'/office/invitations',
			'/office/invitations/member',
			'/office/invitations/professional',
			'/office/offers',
			'/office/offers/new',
			`/office/offers/${offer}`,
			'/office/places',
		],
	},
];

export const pages = pagesAbout(demo);

const nextYear = new Date().getFullYear() + 1;
/** A day far ahead, and as the pages say it: meetings are called for days that have not been. */
export const june = {
	date: `${nextYear}-06-05`,
	words: new Intl.DateTimeFormat('da', { dateStyle: 'full', timeZone: 'UTC' }).format(
		new Date(Date.UTC(nextYear, 5, 5)),
	),
};
/** The night in which summer time begins: the last Sunday of March. */
export const summerTimeBegins = `${nextYear}-03-${31 - new Date(Date.UTC(nextYear, 2, 31)).getUTCDay()}`;
