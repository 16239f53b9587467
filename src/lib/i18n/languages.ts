/** The languages of the interface, the person's own name for each, and the direction of writing. */
export const languages = {
	da: { name: 'Dansk', direction: 'ltr', locale: 'da-DK' },
	en: { name: 'English', direction: 'ltr', locale: 'en-GB' },
	// Months as they are called where most Arabic speakers in Denmark come from, with the digits used in Denmark.
	ar: { name: 'العربية', direction: 'rtl', locale: 'ar-SY-u-nu-latn' },
} as const;

export type Language = keyof typeof languages;

/**
 * What is put into a sentence of ours. In a language that runs from right to left it keeps its own direction there
 * (Unicode isolates): a Danish name and a comma would otherwise change places.
 */
export const placed = (language: Language, value: unknown): string =>
	typeof value === 'string' && languages[language].direction === 'rtl'
		? `\u2068${value}\u2069`
		: String(value ?? '');
export const defaultLanguage: Language = 'da';

export const isLanguage = (text: unknown): text is Language =>
	typeof text === 'string' && Object.hasOwn(languages, text);

/** The person's choice, otherwise the first language of the browser that we speak, otherwise Danish. */
export function pickLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
	if (isLanguage(chosen)) return chosen;
	const wished = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
	return wished.find(isLanguage) ?? defaultLanguage;
}
