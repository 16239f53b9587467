/**
 * The rules of sharing (S2): a person's own choice that one professional may read one topic until one day.
 * Append-only: a new choice replaces the old one, and both stay as history. Pure: no Kit, no database, no clock.
 */
import { groupedBy } from '$lib/grouped';
import { danishDay } from '$lib/i18n/format';
import type { Topic } from '$lib/wellbeing/wellbeing';

export interface Share {
	id: string;
	topic: Topic;
	professionalId: string;
	professionalName: string;
	/** The last day it holds, YYYY-MM-DD in Denmark. */
	validUntil: string;
	/** ISO 8601 */
	createdAt: string;
	withdrawnAt: string | null;
}

/** What a professional may read, without what it says. */
export interface SharedWithMe {
	/** The share's id. */
	id: string;
	/** Whose answers. */
	owner: { id: string; name: string };
	topic: Topic;
	/** The last day it holds, YYYY-MM-DD in Denmark. */
	validUntil: string;
}

/** Someone one can share with, or has shared with. */
export interface Professional {
	id: string;
	name: string;
	/** Null for somebody who is around no longer: what is shared with them can still be ended. */
	profession: string | null;
	isCoordinator: boolean;
}

/** Whether it holds on a day (YYYY-MM-DD in Denmark): not withdrawn, and the last day is not over. */
export const inForce = (share: Pick<Share, 'withdrawnAt' | 'validUntil'>, today: string) =>
	share.withdrawnAt === null && share.validUntil >= today;

/** The choice that holds for this professional and topic; the one that lasts longest, as when they read. */
export function holding(
	shares: readonly Share[],
	professional: string,
	topic: Topic,
	today: string,
): Share | undefined {
	return shares
		.filter(
			(share) => share.professionalId === professional && share.topic === topic && inForce(share, today),
		)
		.sort((a, b) => b.validUntil.localeCompare(a.validUntil))[0];
}

/** For how long, as it is asked: months, or until a day of one's own. */
export const periods = ['1', '3', '6', 'day'] as const;
export type Period = (typeof periods)[number];
/** Never longer than this many months; the database says so too (share_at_most_a_year). */
export const mostMonths = 12;

/** The same day so many months later, or the last day of a month that is shorter (YYYY-MM-DD). */
export function monthsLater(day: string, months: number): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

/** The last day a choice made today holds (YYYY-MM-DD). */
export const untilOf = ({ period, until }: { period: Period; until: string }, today: string) =>
	period === 'day' ? until : monthsLater(today, Number(period));

/** How many reads the log shows at once. */
export const readsShown = 30;
/** How many of them Home tells. */
export const readsAtHome = 3;
/** How many choices about one professional that are over are shown at once. */
export const endedShown = 20;

/** One time somebody read, and why they could. */
export interface Read {
	id: string;
	/** Null when they were erased: as what they read, what and when stays. */
	readerId: string | null;
	readerName: string | null;
	/** As they were then, and the name of the organisation then. */
	profession: string;
	place: string;
	asCoordinator: boolean;
	topic: Topic;
	/** Null: they opened the answers, and nobody knows whether any was shown. */
	answersRead: number | null;
	/** ISO 8601 */
	readAt: string;
	/** The choice that allowed it: from when, and until when (ISO 8601 and YYYY-MM-DD; withdrawn days
	 * count). Null when it was erased with the reader. */
	sharedAt: string | null;
	sharedUntil: string | null;
}

/**
 * How many answers a professional has read of a topic: what withdrawing does not erase. Each read shows all of them
 * again, so it is the largest number and not the sum. Null: opened, and nobody knows whether any was shown.
 */
export function alreadyRead(reads: readonly Read[], professional: string, topic: Topic): number | null {
	const theirs = reads.filter((read) => read.readerId === professional && read.topic === topic);
	const most = Math.max(0, ...theirs.map(({ answersRead }) => answersRead ?? 0));
	return most || (theirs.length ? null : 0);
}

/** The reads by day (YYYY-MM-DD in Denmark), in the order given. */
export const byDay = (reads: readonly Read[]): { day: string; reads: Read[] }[] =>
	[...groupedBy(reads, ({ readAt }) => danishDay(new Date(readAt)))].map(([day, onDay]) => ({
		day,
		reads: onDay,
	}));

/** A profession in the middle of a sentence: "sundhedsplejerske", but "PPR-psykolog" stays as it is. */
export const inSentence = (profession: string) =>
	/^\p{Lu}\p{Ll}/u.test(profession)
		? profession.charAt(0).toLocaleLowerCase('da') + profession.slice(1)
		: profession;
