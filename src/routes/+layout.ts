import { createTexts } from '$lib/i18n/i18n';
import type { LayoutLoad } from './$types';

/** Texts become a translate function before anything is drawn, one per request. */
export const load: LayoutLoad = async ({ data }) => ({
	...data,
	texts: await createTexts(data.language, data.messages),
});
