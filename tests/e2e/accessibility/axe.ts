import type axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type As } from '../fixtures.ts';
import { pages } from '../pages.ts';
import { sideways, writeLong } from '../sideways.ts';
import { astray, enlarge, markNewLooks, narrowestColumn, onPaper, spoken, tooSmall } from './layout.ts';
import type { Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Of the phones that are still about, in CSS pixels. */
const narrowest = 320;

/** Widths, and how many percent the text is enlarged there. */
const larger = [
	[360, 200],
	[1024, 150],
	[1024, 200],
] as const;

/** What colours can break: nothing else may differ between light and dark. Of every text it takes two thirds of axe's time. */
const contrast: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
const everything: RunOptions = { runOnly: { type: 'tag', values: standards } };
/** The small one is read in half the time. Of texts that look alike it looks at one. */
const source = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')};
	axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-look]' }] })`;

/** axe in the page itself: there are no frames here, for which its builder opens a second page every time. */
async function violationsOf(page: Page, options: RunOptions): Promise<string[]> {
	const { violations, passes } = await page.evaluate(
		(chosen) => (window as unknown as { axe: typeof axe }).axe.run(document, chosen) as Promise<AxeResults>,
		{ ...options, resultTypes: ['violations'] } as RunOptions,
	);
	// Rules that looked at something; an axe that did not run would find nothing either.
	expect(passes.length + violations.length).toBeGreaterThan(0);
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/**
 * axe finds nothing on any page, and nothing scrolls sideways on a phone. Everything is looked at in Danish, colours in
 * light and dark, with larger text and on paper; in another language the same page can break only by words that are
 * missing or longer, and lines that run the other way.
 */
export function nothingIsInTheWay(language: NonNullable<As['language']>) {
	for (const { persona, paths } of pages) {
		test(`${language}: ${persona ?? 'nobody signed in'}`, async ({ as, newContext }) => {
			const page = persona
				? await as(persona, { language, at: paths[0] })
				: await (await newContext({ language })).newPage();
			const look = (colorScheme: 'light' | 'dark') =>
				page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			const known = { light: new Set<string>(), dark: new Set<string>() };
			const inspector = await page.context().newCDPSession(page);
			for (const path of paths) {
				await look('light');
				await page.goto(path);
				expect.soft(await spoken(page), path).toEqual({ language, unnamed: [] });
				if (language === 'da') {
					// So it is compiled for the first page alone.
					await inspector.send('Runtime.evaluate', { expression: source });
					await markNewLooks(page, known.light);
					expect.soft(await violationsOf(page, everything), path).toEqual([]);
					await look('dark');
					const dark = (await markNewLooks(page, known.dark)) ? await violationsOf(page, contrast) : [];
					expect.soft(dark, `${path}, dark`).toEqual([]);
				}
				expect.soft(await tooSmall(page), `${path}: too small for a thumb`).toEqual([]);
				expect.soft(await astray(page), `${path}: at the wrong side`).toEqual([]);
				const phone = page.viewportSize()!;
				for (const width of [phone.width, narrowest]) {
					await page.setViewportSize({ ...phone, width });
					expect.soft(await sideways(page), `${path} scrolls sideways at ${width}`).toBeLessThanOrEqual(0);
				}
				if (language === 'da') {
					await page.emulateMedia({ media: 'print' });
					expect.soft(await onPaper(page), `${path} on paper`).toEqual([]);
					await page.emulateMedia({ media: 'screen' });
					for (const [width, percent] of larger) {
						await page.setViewportSize({ ...phone, width });
						await enlarge(page, percent);
						const which = `${path} at ${width} with text of ${percent} %`;
						expect.soft(await sideways(page), `${which} scrolls sideways`).toBeLessThanOrEqual(0);
						expect.soft(await narrowestColumn(page), `${which} has a narrow column`).toBeGreaterThan(12);
					}
					await enlarge(page, 100);
					await page.setViewportSize({ ...phone, width: narrowest });
					await writeLong(page);
					expect.soft(await sideways(page), `${path} with long words`).toBeLessThanOrEqual(0);
				}
				await page.setViewportSize(phone);
			}
		});
	}
}
