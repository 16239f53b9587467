/** Every test file has a server of its own with fresh demo data, and pages signed in as the demo's people. */
import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { freshServer, onFolder } from '../running/fresh.ts';
import { freshData } from './prepare.ts';
import type { Server } from './server.ts';

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
	/** The browser delivers what waits by itself too; only where that is what is tried. */
	inBackground?: boolean;
	/** The page that is open first; where one comes in unless told. */
	at?: string;
}

let running: { file: string; server: Server } | undefined;

async function serverOf(file: string, name: string, asPeopleStartIt: boolean): Promise<Server> {
	if (running?.file !== file) {
		await running?.server.stop();
		running = { file, server: await (asPeopleStartIt ? onFolder(freshData(name)) : freshServer(name)) };
	}
	return running.server;
}

/** What the buttons of the sign-in page send, without a browser that shows it; sign-in.test.ts presses them. */
export async function sendSignIn(
	context: BrowserContext,
	origin: string,
	persona: Persona,
	device: 'own' | 'shared',
) {
	const answer = await context.request.post('/demo/sign-in', {
		form: { persona, device },
		headers: { origin },
		maxRedirects: 0,
	});
	const { location } = answer.headers();
	if (location !== '/') throw new Error(`${persona} was not signed in: ${answer.status()} ${location}`);
}

/** A browser of somebody's, in which nothing is yet; whoever opens it closes it. */
export async function openContext(
	browser: Browser,
	baseURL: string,
	options: As & { viewport: NonNullable<As['viewport']> },
): Promise<BrowserContext> {
	const context = await browser.newContext({
		baseURL,
		locale: 'da-DK',
		timezoneId: 'Europe/Copenhagen',
		viewport: options.viewport,
		javaScriptEnabled: options.javaScript ?? true,
		colorScheme: 'light',
		// The worker answers pages only where its own tests want it.
		serviceWorkers: options.ownDevice ? 'allow' : 'block',
	});
	if (!options.inBackground) {
		await context.addInitScript('delete globalThis.ServiceWorkerRegistration?.prototype.sync');
	}
	if (options.language) {
		await context.addCookies([{ name: 'language', value: options.language, url: baseURL }]);
	}
	return context;
}

export const test = base.extend<
	{
		/** On the embedded database also where there is PostgreSQL; of a whole file. */
		asPeopleStartIt: boolean;
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
	asPeopleStartIt: [false, { option: true }],
	baseURL: async ({ asPeopleStartIt }, use, info) => {
		const server = await serverOf(info.file, `${info.workerIndex}-${info.testId}`, asPeopleStartIt);
		await use(server.url);
	},
	newContext: async ({ browser, baseURL, viewport }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async (options = {}) => {
			const context = await openContext(browser, baseURL!, { viewport: viewport!, ...options });
			contexts.push(context);
			return context;
		});
		for (const context of contexts) await context.close();
	},
	as: async ({ newContext, baseURL }, use) => {
		await use(async (persona, options = {}) => {
			const context = await newContext(options);
			await sendSignIn(context, baseURL!, persona, options.ownDevice ? 'own' : 'shared');
			const page = await context.newPage();
			await page.goto(options.at ?? '/');
			return page;
		});
	},
});
