/** What waits arrives without a page of ours: the browser wakes the worker when there is a network. */
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { heldOn, kept, sent } from './answering';
import { onPhone, untilKept, untilLookedAfter } from './phone';

const wish = 'Vi vil spise sammen om søndagen';

/** A goal that waits on the parent's own phone, which has no network. */
async function goalThatWaits(page: Page) {
	await untilKept(page, ['/plan']);
	await untilLookedAfter(page);
	await page.context().setOffline(true);
	await page.getByLabel('Hvad vil I gerne have skal ske?').fill(wish);
	await page.getByRole('button', { name: 'Læg i planen' }).click();
	await expect(page.getByText(kept)).toBeVisible();
}

// A Chromium without windows has no Background Sync: what the page asks of it is noted, and the worker is woken as it
// would be. Nor has it an icon, and asking for one from a worker ends that.
const noted = 'SyncManager.prototype.register = async (tag) => void (globalThis.tag = tag)';
const wake = (context: BrowserContext, tag: string): Promise<void> =>
	context
		.serviceWorkers()
		.at(-1)!
		.evaluate(async (tag) => {
			Object.assign(navigator, { setAppBadge: async () => undefined });
			const awake: Promise<unknown>[] = [];
			const waitUntil = (work: Promise<unknown>) => void awake.push(work);
			self.dispatchEvent(Object.assign(new Event('sync'), { tag, waitUntil }));
			await Promise.all(awake);
		}, tag);

test('what waits is sent with no page open, and said to a page that is', async ({ as }) => {
	const page = await as('parent', { ownDevice: true, inBackground: true, at: '/plan' });
	await page.addInitScript(noted);
	await page.reload();
	await goalThatWaits(page);
	await expect(page.getByText('Du kan godt lukke siden.')).toBeVisible();
	const tag = await page.evaluate(() => (globalThis as unknown as { tag: string }).tag);
	expect(tag).toMatch(/^outbox [0-9a-f-]{36}$/);
	const context = page.context();
	// Nothing arrives, and the browser will try again.
	await expect(wake(context, tag)).rejects.toThrow('waits still');

	const other = await context.newPage();
	await page.close();
	await context.setOffline(false);
	await wake(context, tag);
	await other.goto('/plan');
	await expect(other.getByRole('article').filter({ hasText: wish })).toHaveCount(1);
	expect(await heldOn(other)).toBe(0);
	// Where everything was taken away, as at signing out, the worker makes nothing anew. A page of ours would look there
	// once it is awake.
	await other.goto('/healthz');
	await other.evaluate(
		() =>
			new Promise((gone) => {
				indexedDB.deleteDatabase('outbox').onsuccess = gone;
			}),
	);
	await wake(context, tag);
	expect((await onPhone(other)).databases).not.toContain('outbox');
});

test('a page that is open hears what the worker sent', async ({ as }) => {
	const page = await as('parent', { ownDevice: true, inBackground: true, at: '/plan' });
	await page.addInitScript(noted);
	await page.reload();
	await goalThatWaits(page);
	const tag = await page.evaluate(() => (globalThis as unknown as { tag: string }).tag);
	// A network that does not say it is there.
	await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { value: false }));
	await page.evaluate(() => addEventListener('online', (event) => event.stopImmediatePropagation(), true));
	await page.context().setOffline(false);
	await wake(page.context(), tag);
	await expect(page.getByText(sent)).toBeVisible();
});

test('where the browser does not, it is said that the page must be open', async ({ as }) => {
	const page = await as('parent', { ownDevice: true, at: '/plan' });
	await goalThatWaits(page);
	await expect(page.getByText('når du har net og har siden åben')).toBeVisible();
	await page.context().setOffline(false);
	await expect(page.getByText(sent)).toBeVisible();
});
