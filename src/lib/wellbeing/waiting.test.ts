import { expect, test } from 'vitest';
import { held, type Entry } from '$lib/outbox/outbox';
import { waitsWith } from './waiting';

const waiting = (name: string, ...entries: Entry[]) =>
	held({ id: 'a', name, person: 'amira', notBefore: '', pressed: '', page: '', entries }, 0);
const ladder = { topic: 'ladder', scaleId: null } as const;

test('an answer waits with its own instrument, and with the one scale it is on', () => {
	const answers = [
		waiting('wellbeing.rate', ['topic', 'ladder'], ['scale', '']),
		waiting('wellbeing.rate', ['topic', 'scale'], ['scale', 'calm']),
		waiting('wellbeing.takeBack', ['topic', 'who5'], ['scale', '']),
	];
	expect(waitsWith(answers, ladder)).toBe(true);
	expect(waitsWith(answers, { topic: 'scale', scaleId: 'calm' })).toBe(true);
	expect(waitsWith(answers, { topic: 'scale', scaleId: 'sleep' })).toBe(false);
	expect(waitsWith(answers, { topic: 'who5', scaleId: null })).toBe(false);
	expect(waitsWith([], ladder)).toBe(false);
});
