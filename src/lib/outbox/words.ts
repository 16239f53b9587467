/** The words for what waits, where the page came without them. */
import { createTexts, type Messages } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';

const files = import.meta.glob<Messages[string]>('../i18n/locales/*/outbox.json', { import: 'default' });

/** From now on the texts of every page know them. */
export async function fetchWords(language: Language): Promise<void> {
	await createTexts(language, { outbox: await files[`../i18n/locales/${language}/outbox.json`]!() });
}
