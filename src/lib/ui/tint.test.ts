import { describe, expect, it } from 'vitest';
import { hueOf, hues, initialsOf } from './tint.ts';

const names = [
	...[
		'Mette Sørensen',
		'Amina Yusuf',
		'Jonas Holm',
		'Karin Bech',
		'Ali Hassan',
		'Sofie Lund',
		'Oksana Kovalenko',
	],
	...[
		'Peter Friis',
		'Fatma Demir',
		'Lars Ny',
		'Ida',
		'Emil',
		'Freja',
		'William',
		'أمينة حسن',
		'Łukasz Wójcik',
	],
];

describe('the tint of a name', () => {
	it('is the same every time, however the name is typed', () => {
		expect(hueOf('Mette Sørensen')).toBe(hueOf('  mette SØRENSEN '));
		expect(hueOf('Åse')).toBe(hueOf('A\u030ase'));
	});

	it('stays what it was, so that nobody changes colour with a new version', () => {
		expect(['Mette Sørensen', 'Amina Yusuf', 'Jonas Holm'].map(hueOf)).toEqual([204, 204, 262]);
	});

	it('is one of ours, also for no name', () => {
		for (const name of [...names, '']) expect(hues).toContain(hueOf(name));
	});

	it('spreads names over the tints', () => {
		expect(new Set(names.map(hueOf)).size).toBeGreaterThanOrEqual(6);
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
