import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { compile } from 'sass';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';
import { hues } from './tint.ts';

const { css } = compile(fileURLToPath(new URL('./styles/app.scss', import.meta.url)), {
	style: 'compressed',
});

/** The custom properties of the first rule with this selector, as the browser gets them. */
function tokensOf(selector: string): Map<string, string> {
	const start = css.indexOf(`${selector}{`);
	if (start < 0) throw new Error(`no rule ${selector}`);
	const rule = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
	return new Map(
		[...rule.matchAll(/--([\w-]+):\s*([^;]+)/g)].map(([, name = '', value = '']) => [name, value]),
	);
}

const light = tokensOf(':root');
const themes = {
	light,
	'dark by choice': new Map([...light, ...tokensOf(':root[data-theme=dark]')]),
	'dark by device': new Map([...light, ...tokensOf(':root:not([data-theme=light])')]),
};

/** Text, what it stands on, and the least contrast: 4.5 for text, 7 for the ink people read most. */
const text: [text: string, on: string[], least: number][] = [
	['ink', ['paper', 'card', 'pine-wash', 'sun-wash', 'rose-wash', 'sky'], 7],
	['ink-soft', ['paper', 'card'], 7],
	['ink-soft', ['pine-wash', 'sun-wash', 'rose-wash', 'sky', 'line'], 4.5],
	['pine', ['paper', 'card', 'pine-wash', 'sun-wash', 'rose-wash', 'sky'], 4.5],
	['rose', ['paper', 'card', 'rose-wash', 'pine-wash', 'sun-wash', 'sky'], 4.5],
	['on-pine', ['pine', 'pine-strong'], 4.5],
	['on-sun', ['sun'], 4.5],
];

/** What must be seen to be used: borders of controls, filled controls, the focus ring. */
const controls: [control: string, on: string[]][] = [
	['edge', ['paper', 'card', 'pine-wash', 'sun-wash', 'rose-wash', 'sky']],
	['pine', ['paper', 'card', 'pine-wash']],
	['rose', ['paper', 'card']],
	['focus', ['paper', 'card', 'pine-wash', 'sun-wash', 'rose-wash', 'sky', 'focus-glow']],
];

describe.each(Object.entries(themes))('in the %s theme', (_, tokens) => {
	const colour = (name: string) => tokens.get(name) ?? `no token --${name}`;

	it.each(text.flatMap(([name, on, least]) => on.map((ground) => [name, ground, least] as const)))(
		'%s is readable on %s (at least %d)',
		(name, ground, least) => {
			expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(least);
		},
	);

	it.each(controls.flatMap(([name, on]) => on.map((ground) => [name, ground] as const)))(
		'%s is seen on %s (at least 3)',
		(name, ground) => {
			expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(3);
		},
	);

	it.each(hues)('initials and life areas are readable on the tint of %d degrees', (hue) => {
		const tint = (name: string) => `hsl(${hue} ${colour(name)})`;
		expect(contrast(tint('tint-ink'), tint('tint-fill'))).toBeGreaterThanOrEqual(7);
	});
});

describe('the measure itself', () => {
	it('agrees with known ratios', () => {
		expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5);
		expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
		expect(contrast('hsl(120 100% 50%)', '#00ff00')).toBeCloseTo(1, 5);
	});

	it('refuses what it cannot read', () => {
		expect(() => contrast('red', '#fff')).toThrow('not a colour');
	});
});

describe('the styles of every page', () => {
	it('weigh at most 4 kB', () => {
		expect(brotliCompressSync(css).byteLength).toBeLessThanOrEqual(4096);
	});
});
