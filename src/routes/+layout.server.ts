import { building, version } from '$app/environment';
import { messagesOf } from '$lib/i18n/messages.server';
import { namespacesOf } from '$lib/i18n/rooms';
import { keptUnder } from '$lib/offline/kept';
import { isDemo } from '$lib/server/supabase';
import { titleOf } from '$lib/titles';
import { takeReceipt } from '$lib/server/receipt';
import type { LayoutServerLoad } from './$types';

/** What every page needs: texts, who is signed in, the receipt of what was just done. */
export const load: LayoutServerLoad = ({ locals, cookies, route, url }) => ({
	language: locals.language,
	theme: locals.theme,
	messages: messagesOf(locals.language, namespacesOf(route.id)),
	person: locals.person,
	// What the service worker keeps for this person stands under this name; null: keep nothing.
	keepUnder: locals.session?.ownDevice ? keptUnder(locals.session.sessionId, locals.language, version) : null,
	// Filled in by the service worker when it answers with a copy: when that was seen, ISO 8601.
	seenAt: null as string | null,
	receipt: locals.isLookedAt ? takeReceipt(cookies) : null,
	isDemo: !building && isDemo(),
	path: url.pathname,
	title: titleOf(route.id),
});
