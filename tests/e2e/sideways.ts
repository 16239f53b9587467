import type { Page } from '@playwright/test';

/** How many pixels a page is wider than its window. */
export const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
