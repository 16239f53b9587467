/** What stands on the phone: caches and databases, as somebody with the phone in hand could read them. */
import { expect, type Page } from '@playwright/test';
import type { Persona } from '../fixtures.ts';

export interface OnPhone {
	/** Addresses by cache. */
	caches: Record<string, string[]>;
	databases: string[];
}

/** Everything the browser keeps for our pages. */
export const onPhone = (page: Page): Promise<OnPhone> =>
	page.evaluate(async () => {
		const found: Record<string, string[]> = {};
		for (const name of await caches.keys()) {
			const kept = await (await caches.open(name)).keys();
			found[name] = kept.map(({ url }) => url.slice(location.origin.length));
		}
		return { caches: found, databases: (await indexedDB.databases()).map(({ name }) => name ?? '') };
	});

/** The pages kept of somebody; empty when there are none. */
export const seenPages = async (page: Page) =>
	Object.entries((await onPhone(page)).caches)
		.filter(([name]) => name.startsWith('seen-'))
		.flatMap(([, addresses]) => addresses);

/** Everything that is kept of pages seen, as one text. */
export const seenText = (page: Page): Promise<string> =>
	page.evaluate(async () => {
		const texts: string[] = [];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				if (name.startsWith('seen-')) texts.push((await (await cache.match(request))?.text()) ?? '');
			}
		}
		return texts.join('\n');
	});

/** Waits until these pages can be read without a network. */
export const untilKept = (page: Page, pages: string[]) =>
	expect.poll(() => seenPages(page)).toEqual(expect.arrayContaining(pages));

/** Signs in on whatever phone this page is on. */
export async function signIn(page: Page, persona: Persona, device: 'own' | 'shared') {
	await page.goto('/sign-in');
	// What is chosen before the page is awake may be set back.
	await expect(() => page.locator(`input[name="device"][value="${device}"]`).check()).toPass();
	await page.locator(`button[value="${persona}"]`).click();
	await page.waitForURL((url) => !/sign-in$/.test(url.pathname));
}

/** Waits until the service worker looks after this page. */
export const untilLookedAfter = (page: Page) =>
	page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 50));
	});

/** Waits until a page that was opened in a fresh browser watches for what does not come (watch.svelte.ts). */
export const untilItWatches = (page: Page) =>
	expect.poll(() => page.evaluate(() => localStorage.getItem('here'))).not.toBeNull();
