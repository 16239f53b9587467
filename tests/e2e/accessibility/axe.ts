import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type As } from '../fixtures.ts';
import { pages } from '../pages.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that colours can break: the only ones that may differ between light and dark. */
const ofColours = ['color-contrast', 'link-in-text-block'];

async function violationsOf(axe: AxeBuilder): Promise<string[]> {
	const { violations } = await axe.analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** axe finds nothing on any page, in this language, in light and dark; and nothing scrolls sideways on a phone. */
export function axeFindsNothing(language: NonNullable<As['language']>) {
	for (const { persona, paths } of pages) {
		test(`${language}: ${persona ?? 'nobody signed in'}`, async ({ as, newContext }) => {
			test.setTimeout(180_000);
			const page = persona
				? await as(persona, { language })
				: await (await newContext({ language })).newPage();
			for (const path of paths) {
				await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
				await page.goto(path);
				const light = await violationsOf(new AxeBuilder({ page }).withTags(standards));
				expect.soft(light, path).toEqual([]);
				await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
				const dark = await violationsOf(new AxeBuilder({ page }).withRules(ofColours));
				expect.soft(dark, `${path}, dark`).toEqual([]);
				const sideways = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
				);
				expect.soft(sideways, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
			}
		});
	}
}
