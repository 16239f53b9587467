/** Every test file has a server of its own with fresh demo data, and pages signed in as the demo's people. */
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { freshData } from './prepare.ts';
import { startServer, type Server } from './server.ts';

export { expect };

export type Persona =
	| 'parent'
	| 'other-parent'
	| 'young-person'
	| 'child'
	| 'coordinator'
	| 'teacher'
	| 'job-adviser'
	| 'stranger-parent'
	| 'stranger-coordinator'
	| 'project-lead';

export interface As {
	javaScript?: boolean;
	/** "It is my own phone" at sign-in. */
	ownDevice?: boolean;
	language?: 'da' | 'en' | 'ar';
	viewport?: { width: number; height: number };
}

let running: { file: string; server: Server } | undefined;

async function serverOf(file: string, name: string): Promise<Server> {
	if (running?.file !== file) {
		await running?.server.stop();
		running = { file, server: await startServer(freshData(name)) };
	}
	return running.server;
}

export const test = base.extend<
	{
		newContext: (options?: As) => Promise<BrowserContext>;
		as: (persona: Persona, options?: As) => Promise<Page>;
	},
	{ stopAtEnd: void }
>({
	stopAtEnd: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the parameters of a fixture
		async ({}, use) => {
			await use();
			await running?.server.stop();
			running = undefined;
		},
		{ scope: 'worker', auto: true },
	],
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the parameters of a fixture
	baseURL: async ({}, use, info) => {
		const server = await serverOf(info.file, `${info.workerIndex}-${info.testId}`);
		await use(server.url);
	},
	newContext: async ({ browser, baseURL, viewport }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async (options = {}) => {
			const context = await browser.newContext({
				baseURL,
				locale: 'da-DK',
				timezoneId: 'Europe/Copenhagen',
				viewport: options.viewport ?? viewport,
				javaScriptEnabled: options.javaScript ?? true,
				colorScheme: 'light',
				// The worker answers pages only where its own tests want it.
				serviceWorkers: options.ownDevice ? 'allow' : 'block',
			});
			if (options.language) {
				await context.addCookies([{ name: 'language', value: options.language, url: baseURL! }]);
			}
			contexts.push(context);
			return context;
		});
		for (const context of contexts) await context.close();
	},
	as: async ({ newContext }, use) => {
		await use(async (persona, options = {}) => {
			const page = await (await newContext(options)).newPage();
			await page.goto('/sign-in');
			if (options.ownDevice) await page.locator('input[name="device"][value="own"]').check();
			await page.locator(`button[value="${persona}"]`).click();
			await page.waitForURL((url) => url.pathname !== '/sign-in' && url.pathname !== '/demo/sign-in');
			return page;
		});
	},
});
