/**
 * The parent's own phone, for tests that do not try how the app comes onto it. That costs more than most tests do, so the
 * next test gets the phone as it is then, with the app on it and, where she is signed in as before, the pages that are
 * kept for her. Of what was done or begun on it nothing stays.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { openContext, sendSignIn, test as base } from '../fixtures';

/** As the test before left it: whose data it shows is said by the file and the session. */
let left: { context: BrowserContext; origin: string; file: string; session: string } | undefined;

const sessionOn = async (context: BrowserContext) =>
	JSON.stringify((await context.cookies()).map(({ name, value }) => [name, value]));

/** Takes away what was written and begun here, before any page is open. */
async function empty(page: Page, origin: string) {
	const browser = await page.context().newCDPSession(page);
	await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb' });
	await browser.detach();
}

/** Takes away whoever was here, and what was kept for them; the app stays. */
async function forget(page: Page) {
	await page.context().clearCookies();
	await page.goto('/healthz');
	await page.evaluate(async () => {
		for (const name of await caches.keys()) if (!name.startsWith('workbox-')) await caches.delete(name);
	});
}

/** Nothing is open any more, and there is a network. */
async function putDown(context: BrowserContext) {
	await context.unrouteAll({ behavior: 'ignoreErrors' });
	for (const page of context.pages()) await page.close();
	await context.setOffline(false);
}

export const test = base.extend<{ ownPhone: (at?: string) => Promise<Page> }>({
	ownPhone: async ({ browser, baseURL, viewport }, use, info) => {
		const { file } = info;
		const origin = baseURL!;
		const former = left;
		left = undefined;
		if (former && former.origin !== origin) await former.context.close();
		const used = former?.origin === origin ? former : undefined;
		let context = used?.context;
		await use(async (at) => {
			context ??= await openContext(browser, origin, { ownDevice: true, viewport: viewport! });
			const page = await context.newPage();
			if (used) await empty(page, origin);
			const isHers = used?.file === file && (await sessionOn(context)) === used.session;
			if (used && !isHers) await forget(page);
			if (!isHers) await sendSignIn(context, origin, 'parent', 'own');
			left = { context, origin, file, session: await sessionOn(context) };
			if (at) await page.goto(at);
			return page;
		});
		if (info.status === 'passed' && context) return putDown(context);
		left = undefined;
		await context?.close();
	},
});
