import { createTexts } from '$lib/i18n/i18n';
import type { LayoutLoad } from './$types';

/** Texts become an i18next instance before anything is drawn, one per request. */
export const load: LayoutLoad = ({ data }) => ({
	...data,
	texts: createTexts(data.language, data.messages),
});
