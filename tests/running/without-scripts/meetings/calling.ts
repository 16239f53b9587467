import { june } from '../../../e2e/pages.ts';
import type { Browser } from '../browser.ts';

/** Fills in the page on which a parent calls a meeting, and presses. */
export async function propose(parent: Browser, purpose: string, more: Record<string, string | boolean> = {}) {
	await parent.open('/meetings/new');
	return parent.press('Foreslå mødet', {
		'Hvad skal mødet handle om?': purpose,
		'Hvilken dag?': june.date,
		'Fra kl.': '16:00',
		'Til kl.': '15:00',
		'Hvor?': 'Biblioteket, 2. sal',
		'Jonas Lund': true,
		'Hvorfor kommer Jonas Lund?': 'Kender lektierne',
		...more,
	});
}
