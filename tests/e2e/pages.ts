/** Every page of the house with somebody who may enter it; the ids are the demo's (supabase/seed/00_shorthand.sql). */
import type { Persona } from './fixtures.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
export const holm = id('8002', 'a');
const goal = id('8010', 'a1');
export const meeting = id('8020', 'a1');
const version = id('8012', 'a1');
const heldMeeting = id('8020', 'a3');
const offer = id('8030', '1');
const mette = id('8001', 'e1');
const jonas = id('8001', 'e2');
const jobOf = (person: string) => id('8007', person);

export const pages: { persona: Persona | null; paths: string[] }[] = [
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
			`/team/coordinator/${jonas}`,
			'/team/coordinator/end',
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
			`/sharing/${mette}`,
			`/sharing/${mette}/preview?topic=who5`,
			`/sharing/${mette}/stop?topic=ladder`,
			`/sharing/${mette}/stop?topic=who5`,
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
			`/families/${holm}`,
			`/families/${holm}/goals/${goal}`,
			`/families/${holm}/agreed/${version}`,
			`/families/${holm}/meetings/${heldMeeting}`,
			`/families/${holm}/meetings/new`,
			`/families/${holm}/meetings/${meeting}`,
			`/families/${holm}/meetings/${meeting}/move`,
			`/families/${holm}/answers`,
			`/families/${holm}/offers`,
			`/families/${holm}/offers/${offer}`,
			`/families/${holm}/invite`,
			`/families/${holm}/leave`,
			'/families/profile',
			`/families/profile/${jobOf('e1')}`,
		],
	},
	{
		persona: 'job-adviser',
		paths: ['/families', `/families/${holm}`, `/families/${holm}/meetings/${meeting}`],
	},
	{
		persona: 'project-lead',
		paths: [
			'/office',
			'/office/colleagues',
			`/office/colleagues/${mette}`,
			`/office/colleagues/${mette}/${jobOf('e1')}`,
			'/office/enrol',
			`/office/families/${holm}`,
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
