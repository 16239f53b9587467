import { createInstance } from 'i18next';
import type { Messages, Translate } from './i18n';
import { placed, type Language } from './languages';

/** i18next with just these texts: one instance per request, never a global. */
export function engine(language: Language, messages: Messages): Translate {
	const instance = createInstance({
		lng: language,
		fallbackLng: false,
		resources: { [language]: messages },
		defaultNS: 'common',
		// Svelte escapes what it draws; here values keep their direction.
		interpolation: { escape: (value) => placed(language, value), useRawValueToEscape: true },
		initAsync: false,
	});
	void instance.init();
	return instance.t as Translate;
}
