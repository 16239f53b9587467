/** What is seldom needed of what waits: the words for it, where the page came without them, and what shows it. */
import { createTexts, type Messages } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';

const files = import.meta.glob<Messages[string]>('../i18n/locales/*/outbox.json', { import: 'default' });

/** What shows that something waits: fetched before anything does, for without a network it cannot be. */
export const fetchShown = () =>
	Promise.all([import('./WaitsHere.svelte'), import('$lib/offline/Seldom.svelte')]);

/** From now on the texts of every page know them. */
export async function fetchWords(language: Language): Promise<void> {
	await createTexts(language, { outbox: await files[`../i18n/locales/${language}/outbox.json`]!() });
}
