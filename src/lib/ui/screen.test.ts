import { fileURLToPath } from 'node:url';
import { compile } from 'sass';
import { expect, it } from 'vitest';

const { css } = compile(fileURLToPath(new URL('./styles/app.scss', import.meta.url)));

it('asks how wide the screen is in the text size of whoever reads', () => {
	const widths = [...css.matchAll(/\((?:min|max)-width: ([^)]+)\)/g)].map(([, width]) => width);
	expect(widths).toContain('62em');
	expect(widths.filter((width) => !width!.endsWith('em'))).toEqual([]);
});
