import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type As } from '../fixtures.ts';
import { pages } from '../pages.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** axe finds nothing on any page, in this language, in light and dark; and nothing scrolls sideways on a phone. */
export function axeFindsNothing(language: NonNullable<As['language']>) {
	for (const theme of ['light', 'dark'] as const) {
		for (const { persona, paths } of pages) {
			test(`${language}, ${theme}: ${persona ?? 'nobody signed in'}`, async ({ as, newContext }) => {
				test.setTimeout(180_000);
				const page = persona
					? await as(persona, { language, theme })
					: await (await newContext({ language, theme })).newPage();
				for (const path of paths) {
					await page.goto(path);
					const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
					const found = violations.map(
						({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
					);
					expect.soft(found, path).toEqual([]);
					const sideways = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
					);
					expect.soft(sideways, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
				}
			});
		}
	}
}
