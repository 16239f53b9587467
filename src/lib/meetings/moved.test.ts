import { expect, test } from 'vitest';
import type { Answer, Answerable } from './meetings';
import { movedOf } from './moved';

const startsAt = '2026-12-01T13:30:00Z';
const stands = { startsAt, movedFrom: null, placeMovedAt: null, isPlaceHidden: false };
const earlier = '2026-11-30T13:30:00Z';
const since = '2026-11-25T08:00:00Z';
const said = (...answers: (Answer | null)[]) =>
	answers.map((answer) => ({ attendee: { answer } }) as Answerable);

test('nothing is said of what was not moved', () => expect(movedOf(stands, said(null))).toBeNull());

test.each([
	// The time is new: whoever has not said yet is asked again, and nobody hears that an old answer holds.
	[{ movedFrom: earlier, placeMovedAt: since }, said(null), { time: 'start', place: true, asksAgain: true }],
	[{ movedFrom: earlier, placeMovedAt: since }, said('coming', null), { asksAgain: true }],
	[{ movedFrom: startsAt }, said(null), { time: 'end', place: false, asksAgain: true }],
	[{ movedFrom: earlier }, said('coming'), { asksAgain: false, mayAnswerAgain: false }],
	// Only the place is: whoever has answered may answer again.
	[{ placeMovedAt: since }, said('coming'), { time: null, asksAgain: false, mayAnswerAgain: true }],
	[{ placeMovedAt: since }, said(null), { asksAgain: false, mayAnswerAgain: false }],
	// Not whoever is not asked to come, nor who does not see where it is.
	[{ placeMovedAt: since }, [], { asksAgain: false, mayAnswerAgain: false }],
	[{ placeMovedAt: since, isPlaceHidden: true }, said('not_coming'), { mayAnswerAgain: false }],
	[{ movedFrom: earlier, placeMovedAt: since }, [], { asksAgain: true, mayAnswerAgain: false }],
])('of %j with the answers %j', (changed, answers, is) => {
	expect(movedOf({ ...stands, ...changed }, answers)).toMatchObject(is);
});
