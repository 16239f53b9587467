/** What something that waits is, in words that tell nobody what it says: keys of `seldom`. Pure. */
import type { Command } from './outbox';

/** Everything that may wait, by the names of commands. */
export const kinds = {
	'plan.addGoal': 'seldom:waits.goal',
	'plan.noteProgress': 'seldom:waits.note',
	'plan.markDone': 'seldom:waits.done',
	'plan.markNotDone': 'seldom:waits.notDone',
	'offers.answer': 'seldom:waits.offer',
	'meetings.answer': 'seldom:waits.meeting',
	'meetings.addPoint': 'seldom:waits.point',
	'wellbeing.rate': 'seldom:waits.answers',
} as const;

export const kindOf = ({ name, entries }: Pick<Command, 'name' | 'entries'>) => {
	const isStep = name === 'plan.addGoal' && entries.some(([field, value]) => field === 'parent' && value);
	if (isStep) return 'seldom:waits.step';
	// An older version of ours may have kept what is called something else by now.
	return kinds[name as keyof typeof kinds] ?? 'seldom:waits.other';
};
