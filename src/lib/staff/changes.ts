/**
 * What has happened in a plan since the family and the team last met. Pure: no Kit, no database, no clock of its own.
 */
import { newestNotes, type Branch, type Change, type Goal, type Progress } from '$lib/plan/plan';

/** Since when: the last meeting, else my last visit to the plan, else the day the family enrolled. */
export interface Since {
	kind: 'meeting' | 'visit' | 'enrolment';
	/** A moment, or for the enrolment a day (all of that day counts). */
	at: string;
}

export function sinceWhen(lastMeeting: string | null, lastVisit: string | null, enrolledOn: string): Since {
	if (lastMeeting) return { kind: 'meeting', at: lastMeeting };
	if (lastVisit) return { kind: 'visit', at: lastVisit };
	return { kind: 'enrolment', at: enrolledOn };
}

export interface Happening {
	kind: Change;
	at: string;
	/** The goal or the step it happened to. */
	goal: Goal;
	/** What was noted, when somebody noted how it goes. */
	entry: Progress | null;
}

export interface ChangedGoal {
	/** A goal of the first level. */
	goal: Branch;
	/** What happened to it and its steps, newest first. */
	happenings: Happening[];
	/** Those of them about which more was noted than was read with the plan: the newest notes are here. */
	withMore: Goal[];
}

/** The goals something happened to, in the order of the plan; goals where nothing happened are left out. */
export function changesSince(tree: readonly Branch[], since: string): ChangedGoal[] {
	const start = Date.parse(since);
	return tree
		.map((goal) => ({
			goal,
			happenings: happeningsIn(goal, start).sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
			withMore: withMoreIn(goal, start),
		}))
		.filter(({ happenings }) => happenings.length > 0);
}

function happeningsIn(goal: Branch, start: number): Happening[] {
	const after = (moment: string | null): moment is string => moment !== null && Date.parse(moment) > start;
	const happening = (kind: Change, at: string, entry: Progress | null = null) => ({ kind, at, goal, entry });
	const own: Happening[] = goal.progress
		.slice(0, newestNotes)
		.filter(({ notedAt }) => after(notedAt))
		.map((entry) => happening('progress', entry.notedAt, entry));
	if (after(goal.createdAt)) own.push(happening('new', goal.createdAt));
	if (after(goal.doneAt)) own.push(happening('done', goal.doneAt));
	// Being made and being done count as changes too; then they say what the change was.
	else if (after(goal.changedAt) && !after(goal.createdAt)) own.push(happening('changed', goal.changedAt));
	return [...own, ...goal.steps.flatMap((step) => happeningsIn(step, start))];
}

/** Of each goal one note more than is shown was read: where that is since then too, there may be others. */
function withMoreIn(goal: Branch, start: number): Goal[] {
	const next = goal.progress[newestNotes];
	const isCut = next !== undefined && Date.parse(next.notedAt) > start;
	return [...(isCut ? [goal] : []), ...goal.steps.flatMap((step) => withMoreIn(step, start))];
}
