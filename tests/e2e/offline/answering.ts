/** Answering the ladder on one's own phone: what is typed, what the phone says, and what arrived. */
import { expect, type Page } from '@playwright/test';
import { untilKept, untilLookedAfter } from './phone.ts';

export const questions = '/wellbeing/ladder/answer';
export const kept = 'Gemt på din telefon';
export const waiting = 'Én ting venter på net';
/** Where one more answer can be given, the page says of the former one too that it is kept: this is said of both. */
export const twoWaiting = '2 ting venter på net';
export const sent = 'Sendt. Det, du gjorde uden net, er kommet frem.';

/** How many answers on the ladder somebody has in the database, whatever page is open. */
export async function answers(page: Page): Promise<number> {
	const ladder = await page.request.get('/wellbeing/ladder');
	expect(ladder.url()).toMatch(/ladder$/);
	expect(ladder.ok()).toBe(true);
	const [, rows] = /<tbody[^>]*>(.*)<\/tbody>/s.exec(await ladder.text()) ?? [];
	return rows?.match(/<tr[ >]/g)?.length ?? 0;
}

/** Answers the ladder up to the screen with the button that sends. */
export async function answer(page: Page, step = '6') {
	await page.getByRole('button', { name: step, exact: true }).click();
	await page.getByRole('button', { name: 'Spring over' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Er det rigtigt?');
}
export const send = (page: Page) => page.getByRole('button', { name: /^Gem mit svar/ }).click();

/** Answers without a network from now on, so that the answer waits on the phone. */
export async function answerWithoutNetwork(page: Page, step?: string) {
	await page.context().setOffline(true);
	await answer(page, step);
	await send(page);
	await expect(page.getByText(kept)).toBeVisible();
	await expect(page.getByText(waiting)).toBeVisible();
}

/** The questions are open on somebody's own phone, and can be answered without a network. */
export async function ready(page: Page): Promise<number> {
	await untilKept(page, [questions, '/wellbeing', '/home']);
	await untilLookedAfter(page);
	return answers(page);
}

/** How many commands the phone holds. */
export const heldOn = (page: Page): Promise<number> =>
	page.evaluate(
		() =>
			new Promise<number>((done) => {
				const open = indexedDB.open('outbox');
				open.onsuccess = () => {
					const db = open.result;
					if (!db.objectStoreNames.contains('commands')) return done(0);
					const count = db.transaction('commands').objectStore('commands').count();
					count.onsuccess = () => {
						db.close();
						done(count.result);
					};
				};
			}),
	);

/** The addresses to which answers go: the form's own, and the outbox. */
export const isSending = /answer\?\/send|api\/outbox/;

/** Stops no more; leaves the page first, which tries again by itself and would be the one to hear that it arrived. */
export async function letThrough(page: Page, stopped: string | RegExp) {
	await page.goto('about:blank');
	await page.unroute(stopped);
}
