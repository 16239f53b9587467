import { building, version } from '$app/environment';
import { createTexts, type Namespace } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import { messagesOf, messagesOfPage } from '$lib/i18n/messages.server';
import { namespacesOf } from '$lib/i18n/rooms';
import { placeOf } from '$lib/navigation';
import { keptUnder } from '$lib/offline/kept';
import { isDemo } from '$lib/server/supabase';
import { titleOf } from '$lib/titles';
import { takeReceipt, type Receipt } from '$lib/server/receipt';
import { wordsSent } from '$lib/server/words-sent';
import type { LayoutServerLoad } from './$types';

/** A receipt may be of another room than the page it stands on, whose texts the page does not have. */
async function inWords(receipt: Receipt | null, language: Language) {
	if (!receipt) return null;
	const room = receipt.text.split(':')[0] as Namespace;
	const { t } = await createTexts(language, messagesOf(language, ['common', room]));
	const say = (key: string) => t(key as 'common:action.save');
	const { text, not: kind = 'receipt' as const, undo } = receipt;
	return { text: say(text), kind, undo: undo && { ...undo, label: say(undo.label ?? 'common:action.undo') } };
}

/** What every page needs: texts, who is signed in, the receipt of what was just done. */
export const load: LayoutServerLoad = async ({ locals, cookies, route, url, request }) => ({
	language: locals.language,
	theme: locals.theme,
	messages: messagesOfPage(locals.language, namespacesOf(route.id, locals.session?.ownDevice ?? building)),
	person: locals.person,
	// What the service worker keeps for this person stands under this name; null: keep nothing.
	keepUnder: locals.session?.ownDevice
		? keptUnder(
				locals.session.sessionId,
				locals.person?.families.map(({ id }) => id) ?? [],
				locals.language,
				version,
			)
		: null,
	// Filled in by the service worker when it answers with a copy: when that was seen, ISO 8601.
	seenAt: null as string | null,
	/** Our clock, ISO 8601: the phone's own may be years off. */
	servedAt: locals.now.toISOString(),
	receipt: locals.isLookedAt ? await inWords(takeReceipt(cookies, url.pathname), locals.language) : null,
	/** Said where the page of a form is there no more (+error.svelte). */
	wordsSent: await wordsSent({ request, cookies, locals }),
	isDemo: !building && isDemo(),
	path: url.pathname,
	/** The place of the navigation that this page is under. */
	at: placeOf(url.pathname, locals.person),
	title: titleOf(route.id),
});
