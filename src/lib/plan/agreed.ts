/**
 * The rules of what a family agreed (P7): the plan as it stood then, and what is different now.
 * Pure: no Kit, no database, no clock of its own.
 */
import { danishDay } from '$lib/i18n/format';
import type { Enums } from '$lib/server/database.types';
import type { LifeArea } from './areas';

/** How many versions are listed at once. */
export const versionsShown = 10;
/** How many of the goals that were agreed, and of those that are different now, are shown at once. */
export const agreedShown = 15;
/** Said to whoever agrees to a plan that has changed since they read it. */
export const changedMeanwhile = 'agreed:error.changedMeanwhile';
/** So many meetings can be chosen as the one at which the plan was agreed, the latest; and the one somebody comes from. */
export const meetingsToChoose = 5;
/** A meeting that began longer ago is none at which the plan is agreed now (agree_plan, 46_plan_agreeing.sql). */
export const meetingDays = 30;

/** Somebody who was there or said yes; without an id they have been erased, without a name they are unknown here. */
export interface Someone {
	id: string | null;
	name: string | null;
}

/** That a family agreed its plan. */
export interface Version {
	id: string;
	familyId: string;
	/** 1: the first. */
	number: number;
	agreedAt: string;
	/** The parent who said that it is agreed; null: they have been erased. */
	agreedBy: Someone | null;
	/** At which meeting, or after which. */
	meeting: { id: string; startsAt: string; endsAt: string } | null;
	/** Who was there, on which side of the table. */
	present: (Someone & { voice: Enums<'voice'> })[];
	/** Who said yes to it too, in that order. */
	yes: (Someone & { saidAt: string })[];
}

/** What a family agreed last, and how much is different now. */
export interface Agreed {
	version: Version;
	changed: number;
	walked: number;
}

/** Nothing is different from what was agreed last: there is nothing to agree anew. */
export const isSettled = (agreed: Agreed | undefined): agreed is Agreed =>
	agreed !== undefined && agreed.changed + agreed.walked === 0;

export type What = Enums<'plan_difference'>;

/** What is said of a goal. */
interface Said {
	words: string | null;
	sign: string | null;
	/** YYYY-MM-DD */
	dueOn: string | null;
	area: LifeArea | null;
}

/** One goal or step that is different now. */
export interface Difference {
	id: string;
	level: number;
	aboutId: string | null;
	what: What;
	/** When the goal was changed last. */
	since: string;
	then: Said;
	now: Said;
	doneAt: string | null;
}

export type Part = 'words' | 'sign' | 'dueOn' | 'area';
const parts = ['words', 'sign', 'dueOn', 'area'] as const satisfies readonly Part[];

/** What of a goal is said in another way now. */
export const changedParts = ({ then, now }: Pick<Difference, 'then' | 'now'>): Part[] =>
	parts.filter((part) => then[part] !== now[part]);

const isOnDayOf = (meeting: { startsAt: string }, agreedAt: string) =>
	danishDay(new Date(agreedAt)) === danishDay(new Date(meeting.startsAt));

/** Whether it was agreed on the day of the meeting: at it, and not some days after. */
export const isAtMeeting = ({ agreedAt, meeting }: Pick<Version, 'agreedAt' | 'meeting'>) =>
	meeting !== null && isOnDayOf(meeting, agreedAt);

/** Who says yes to a version, the parent who agreed it first. */
export const sayingYes = ({ agreedBy, agreedAt, yes }: Version): Version['yes'] => [
	{ id: agreedBy?.id ?? null, name: agreedBy?.name ?? null, saidAt: agreedAt },
	...yes,
];

/** The professionals who were there. */
export const fromTeam = ({ present }: Version): Someone[] => present.filter(({ voice }) => voice === 'team');

/** When this person said yes to it; null: they have not. */
export const yesOf = (version: Version, me: string): string | null =>
	sayingYes(version).find(({ id }) => id === me)?.saidAt ?? null;

/**
 * Whether somebody is asked for a yes to a version: the newest, of a plan that is open, who says yes by themselves and
 * has not yet.
 */
export const asksForYes = (
	version: Version | null | undefined,
	by: { me: string; newest: string | undefined; isOpen: boolean; speaksAlone: boolean },
): boolean =>
	!!version && by.isOpen && by.speaksAlone && version.id === by.newest && yesOf(version, by.me) === null;

/**
 * What a meeting has to do with the plan: it was agreed there (`later`: on a day after, when), or may be now; null:
 * neither.
 */
export type PlanAtMeeting = { agreed: string; later: string | null } | 'may_be_agreed' | null;

/** What a meeting of the family has to do with its plan; `agreedThere` are the versions agreed there, the latest first. */
export function planAt(
	meeting: { startsAt: string; cancelledAt: string | null },
	agreedThere: Pick<Version, 'id' | 'agreedAt'> | null,
	now: Date,
): PlanAtMeeting {
	if (agreedThere) {
		const { id, agreedAt } = agreedThere;
		return { agreed: id, later: isOnDayOf(meeting, agreedAt) ? null : agreedAt };
	}
	const ago = now.getTime() - Date.parse(meeting.startsAt);
	const isRecent = ago >= 0 && ago < meetingDays * 24 * 60 * 60 * 1000;
	return isRecent && !meeting.cancelledAt ? 'may_be_agreed' : null;
}
