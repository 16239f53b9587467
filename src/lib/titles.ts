import type { Namespace } from '$lib/i18n/i18n';

/**
 * What each page is called in the tab, the history and by a screen reader, by its route. A word of ours for the kind of
 * page, never a name or words of a family: a title is seen by whoever sees the screen, and kept in the history.
 */
const titles = {
	'/(family)/enrolment': 'enrolment:title',
	'/(family)/home': 'home:title',
	'/(family)/meetings': 'meetings:title',
	'/(family)/meetings/[meeting]': 'meetings:page.title',
	'/(family)/meetings/[meeting]/move': 'meetings:move.title',
	'/(family)/meetings/new': 'meetings:new.title',
	'/(family)/offers': 'offers:title',
	'/(family)/offers/[offer]': 'offers:page.title',
	'/(family)/plan': 'plan:title',
	'/(family)/plan/[goal]': 'plan:page.title',
	'/(family)/plan/[goal]/edit': 'plan:edit.title',
	'/(family)/plan/agree': 'plan:agree',
	'/(family)/plan/agreed/[version]': 'agreed:title',
	'/(family)/sharing': 'sharing:title',
	'/(family)/sharing/[professional]': 'sharing:one.page',
	'/(family)/sharing/[professional]/preview': 'sharing:preview.page',
	'/(family)/sharing/[professional]/stop': 'sharing:stop.title',
	'/(family)/sharing/log': 'sharing:log.title',
	'/(family)/team': 'team:title',
	'/(family)/team/coordinator': 'team:choose.title',
	'/(family)/team/coordinator/[professional]': 'team:ask.page',
	'/(family)/team/coordinator/end': 'team:end.page',
	'/(family)/team/leave/[family]': 'parting:title',
	'/(family)/team/log': 'team:log.title',
	'/(family)/wellbeing': 'wellbeing:title',
	'/(family)/wellbeing/[instrument]': 'wellbeing:page.title',
	'/(family)/wellbeing/[instrument]/answer': 'wellbeing:answer.now',
	'/(family)/wellbeing/help': 'wellbeing:help.title',
	'/(family)/wellbeing/scales': 'wellbeing:scale.title',
	'/(office)/office': 'office:title',
	'/(office)/office/colleagues': 'office:colleagues.title',
	'/(office)/office/colleagues/[person]': 'office:colleagues.page',
	'/(office)/office/colleagues/[person]/[job]': 'office:ending.page',
	'/(office)/office/enrol': 'office:enrol.title',
	'/(office)/office/families/[family]': 'office:family.page',
	'/(office)/office/families/[family]/birth': 'birth:page',
	'/(office)/office/families/[family]/out': 'parting:out.page',
	'/(office)/office/invitations': 'invitation:title',
	'/(office)/office/invitations/member': 'office:invitations.member',
	'/(office)/office/invitations/professional': 'office:invitations.professional',
	'/(office)/office/offers': 'office:offers.page',
	'/(office)/office/offers/[offer]': 'office:offers.form.editTitle',
	'/(office)/office/offers/new': 'office:offers.form.newTitle',
	'/(office)/office/places': 'office:places.title',
	'/(open)/invitation': 'invitation:type.title',
	'/(open)/invitation/[code]': 'invitation:opened.page',
	'/(open)/language': 'common:language.choose',
	'/(open)/privacy': 'common:nav.privacy',
	'/(open)/sign-in': 'common:action.signIn',
	'/(open)/was': 'common:nav.was',
	'/(staff)/families': 'staff:title',
	'/(staff)/families/[family]': 'staff:family.page',
	'/(staff)/families/[family]/agreed/[version]': 'staff:pages.agreed',
	'/(staff)/families/[family]/answers': 'staff:shared.title',
	'/(staff)/families/[family]/goals/[goal]': 'staff:pages.goal',
	'/(staff)/families/[family]/leave': 'staff:leaving.page',
	'/(staff)/families/[family]/invite': 'staff:family.invite',
	'/(staff)/families/[family]/meetings/[meeting]': 'staff:pages.meeting',
	'/(staff)/families/[family]/meetings/[meeting]/move': 'staff:pages.move',
	'/(staff)/families/[family]/meetings/new': 'staff:pages.propose',
	'/(staff)/families/[family]/offers': 'staff:offers.suggest',
	'/(staff)/families/[family]/offers/[offer]': 'staff:pages.offer',
	'/(staff)/families/profile': 'staff:profile.title',
	'/(staff)/families/profile/[job]': 'staff:ending.page',
	'/(staff)/families/questions/[choice]': 'staff:question.page',
	'/me': 'common:nav.me',
	'/me/devices': 'family:devices.title',
	'/more': 'common:nav.more',
} as const satisfies Record<string, `${Namespace}:${string}`>;

/** What the page of an invitation is called when it opens nothing. */
export const titlesOfClosed = {
	accepted: 'invitation:closed.accepted.title',
	expired: 'invitation:closed.expired.title',
	revoked: 'invitation:closed.revoked.title',
	inviterLeft: 'invitation:closed.inviterLeft.title',
	unknown: 'invitation:closed.unknown.title',
	waits: 'invitation:closed.waits.title',
	waitsForMe: 'invitation:closed.waitsForMe.title',
} as const satisfies Record<string, `${Namespace}:${string}`>;

/** What is answered has a page of the answers, and one where it is answered: an own scale goes by no name here. */
export const titlesOfAnswers = {
	who5: 'wellbeing:page.answers.who5',
	ladder: 'wellbeing:page.answers.ladder',
	smiley: 'wellbeing:page.answers.smiley',
	scale: 'wellbeing:page.answers.scale',
} as const satisfies Record<string, `${Namespace}:${string}`>;
export const titlesOfAnswering = {
	who5: 'wellbeing:page.answering.who5',
	ladder: 'wellbeing:page.answering.ladder',
	smiley: 'wellbeing:page.answering.smiley',
	scale: 'wellbeing:page.answering.scale',
} as const satisfies Record<string, `${Namespace}:${string}`>;

type Several = typeof titlesOfClosed | typeof titlesOfAnswers | typeof titlesOfAnswering;
type ValueOf<One> = One extends One ? One[keyof One] : never;
export type Title = ValueOf<typeof titles | Several>;

/** The key of a route's title; null where there is none (the offline shell, addresses without a page). */
export const titleOf = (routeId: string | null): Title | null =>
	Object.hasOwn(titles, routeId ?? '') ? titles[routeId as keyof typeof titles] : null;
