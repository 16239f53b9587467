import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { iconNames, mirrored } from './icons.ts';

const drawn = [
	...readFileSync(new URL('./icons.svg', import.meta.url), 'utf8').matchAll(/<symbol id="([^"]+)"/g),
].map(([, id]) => id);

test('every name has a drawing, and every drawing a name', () => {
	expect(drawn).toEqual([...iconNames]);
});

test('what is mirrored is there', () => {
	expect(drawn).toEqual(expect.arrayContaining([...mirrored]));
});
