import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { standingOf, tellLeft, tellWhose } from './whose';

const stored = new Map<string, string>();
beforeEach(() => {
	stored.clear();
	vi.useFakeTimers({ toFake: ['performance'] });
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => stored.get(key) ?? null,
		setItem: (key: string, value: string) => void stored.set(key, value),
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const amira = '00000000-0000-7000-8001-0000000000a1';
const emil = '00000000-0000-7000-8001-0000000000a2';
const at = (minute: number) => `2026-11-27T12:0${minute}:00.000Z`;

test('where nothing was said nobody knows', () => expect(standingOf(amira)).toBeNull());
test('whoever was here last is here, and who came before is not', () => {
	tellWhose({ person: amira, servedAt: at(0) });
	expect([standingOf(amira), standingOf(emil)]).toEqual(['here', 'other']);
	tellWhose({ person: emil, servedAt: at(1) });
	expect([standingOf(amira), standingOf(emil)]).toEqual(['other', 'here']);
	tellWhose({ person: null, servedAt: at(2) });
	expect([standingOf(amira), standingOf(emil)]).toEqual(['out', 'out']);
});
test('nothing on a page of nobody is anybody’s', () => {
	tellWhose({ person: amira, servedAt: at(0) });
	expect(standingOf(null)).toBeNull();
});
test('what was answered before brings nobody back', () => {
	tellWhose({ person: null, servedAt: at(2) });
	tellWhose({ person: amira, servedAt: at(1) });
	expect(standingOf(amira)).toBe('out');
});
test('whoever has left is out, until the server answers somebody, however near that is', () => {
	tellLeft();
	expect(standingOf(amira)).toBe('out');
	tellWhose({ person: amira, servedAt: at(1) });
	tellLeft();
	expect(standingOf(amira)).toBe('out');
	tellWhose({ person: amira, servedAt: at(1) });
	expect(standingOf(amira)).toBe('out');
	tellWhose({ person: emil, servedAt: at(1).replace('.000Z', '.001Z') });
	expect([standingOf(amira), standingOf(emil)]).toEqual(['other', 'here']);
});
test('a page that was answered before somebody left, and wakes only afterwards, brings them back no more', () => {
	tellWhose({ person: amira, servedAt: at(1) });
	vi.advanceTimersByTime(60_000);
	tellLeft();
	tellWhose({ person: amira, servedAt: at(1).replace(':00.000Z', ':59.000Z') });
	expect(standingOf(amira)).toBe('out');
	tellWhose({ person: amira, servedAt: at(2).replace('.000Z', '.100Z') });
	expect(standingOf(amira), 'here anew').toBe('here');
});
test('a clock of ours that was years ahead is forgotten', () => {
	tellWhose({ person: null, servedAt: '2036-11-27T12:00:00.000Z' });
	tellWhose({ person: amira, servedAt: at(1) });
	expect(standingOf(amira)).toBe('here');
});
test('who it is cannot be read from what is stored', () => {
	tellWhose({ person: amira, servedAt: at(0) });
	expect([...stored.values()].join()).not.toContain('8001');
});
test('a browser that lets nothing be stored shows what it shows', () => {
	const refuse = () => {
		throw new Error('SecurityError');
	};
	vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
	tellWhose({ person: null, servedAt: at(0) });
	expect(standingOf(amira)).toBeNull();
});
