import { describe, expect, it } from 'vitest';
import { hueOf, hues, initialsOf } from './tint.ts';

const person = (tail: number) => `00000000-0000-7000-8001-${tail.toString(16).padStart(12, '0')}`;

describe('the tint of a person', () => {
	it('stays what it was, so that nobody changes colour with a new version', () => {
		expect([0xa1, 0xa2, 0xe1].map((tail) => hueOf(person(tail)))).toEqual([176, 22, 262]);
	});

	it('is one of ours, also of nobody who is known', () => {
		for (const id of [person(0xa1), '', null]) expect(hues).toContain(hueOf(id));
	});

	it('spreads people over the tints', () => {
		expect(new Set(Array.from({ length: 16 }, (_, tail) => hueOf(person(tail)))).size).toBeGreaterThanOrEqual(
			6,
		);
	});
});

describe('initials', () => {
	it('are of the first and the last word', () => {
		expect(initialsOf('Mette Holm Sørensen')).toBe('MS');
		expect(initialsOf(' åse ')).toBe('Å');
		expect(initialsOf('')).toBe('');
	});

	it('leave out what is no name', () => {
		expect(initialsOf('Emil, 16')).toBe('E');
		expect(initialsOf('Ida (mor)')).toBe('I');
	});

	it('keep letters of two code units whole', () => {
		expect(initialsOf('𝒜nna Bo')).toBe('𝒜B');
	});

	it('do not join Arabic letters', () => {
		expect(initialsOf('أمينة حسن')).toBe('أ\u200cح');
	});
});
