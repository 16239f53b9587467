import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawingNames } from './drawings.ts';
import { iconNames, mirrored } from './icons.ts';

const drawnIn = (file: string) =>
	[...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/<symbol id="([^"]+)"/g)].map(
		([, id]) => id,
	);

test.each([
	['./icons.svg', iconNames],
	['./drawings.svg', drawingNames],
])('in %s every name has a drawing, and every drawing a name', (file, names) => {
	expect(drawnIn(file)).toEqual([...names]);
});

test('what is mirrored is there', () => {
	expect(iconNames).toEqual(expect.arrayContaining([...mirrored]));
});
