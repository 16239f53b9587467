import { expect, test } from 'vitest';
import { seldomIn } from './words';
import { whenOf } from './when';

const now = new Date('2026-11-27T17:50:00Z');

test.each([
	['2026-11-27T17:40:00Z', 'for lidt siden'],
	['2026-11-27T17:55:00Z', 'for lidt siden'],
	['2026-11-27T08:05:00Z', 'i dag kl. 09.05'],
	['2026-11-26T22:30:00Z', 'i går kl. 23.30'],
	['2026-11-26T23:30:00Z', 'i dag kl. 00.30'],
	['2026-11-20T08:05:00Z', 'fredag den 20. november kl. 09.05'],
])('%s is %s', (at, said) => expect(whenOf(at, now, seldomIn('da'), 'da')).toBe(said));
