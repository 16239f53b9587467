/** How a municipality is called, and when it answers, in words that come with its page: the others need not carry them. */
import { hoursWords } from '$lib/hours';
import type { Language } from '$lib/i18n/languages';
import { seldomIn } from '$lib/offline/words';
import type { Municipality } from '$lib/tel';

export function sayingHow(municipality: Omit<Municipality, 'words'>, language: Language): Municipality {
	const t = seldomIn(language);
	const { name, phone, hours } = municipality;
	return {
		...municipality,
		hours: hours && hoursWords(hours, t, language),
		words: t(phone ? 'seldom:call.to' : 'seldom:call.missing', { municipality: name }),
	};
}
