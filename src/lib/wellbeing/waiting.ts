/** Answers that are given and wait on the phone for a network, so that no server knows of them yet. */
import type { Command } from '$lib/outbox/outbox';
import type { Asked } from './wellbeing';

const fieldOf = ({ entries }: Command, field: string) => entries.find(([name]) => name === field)?.[1];

/** Whether one of the commands that wait is an answer with this instrument: what was begun is in it. */
export const waitsWith = (undelivered: readonly Command[], { topic, scaleId }: Asked): boolean =>
	undelivered.some(
		(command) =>
			command.name === 'wellbeing.rate' &&
			fieldOf(command, 'topic') === topic &&
			(fieldOf(command, 'scale') ?? '') === (scaleId ?? ''),
	);
