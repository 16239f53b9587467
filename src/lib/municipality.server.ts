/** How a municipality is called, in words that come with its page: the others need not carry them. */
import type { Language } from '$lib/i18n/languages';
import { seldomIn } from '$lib/offline/words';
import type { Municipality } from '$lib/tel';

export const sayingHow = (municipality: Omit<Municipality, 'words'>, language: Language): Municipality => ({
	...municipality,
	words: seldomIn(language)(municipality.phone ? 'seldom:call.to' : 'seldom:call.missing', {
		municipality: municipality.name,
	}),
});
