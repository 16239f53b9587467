import { error, json, redirect } from '@sveltejs/kit';
import { signOut } from '$lib/server/auth/session';
import { ownPath } from '$lib/server/doors';
import { personField } from '$lib/server/form';
import { forgetHere } from '$lib/server/kept';
import { leaveReceipt } from '$lib/server/receipt';
import type { RequestHandler } from './$types';

/**
 * Ends the session. The service worker wipes the copies it kept, the page has taken this person's commands from the
 * phone; what waits there for somebody else stays, so the browser is not told to clear all it keeps. Nobody signs out
 * somebody else: a page of before says for whom it was drawn.
 */
export const POST: RequestHandler = async ({ cookies, url, locals, request, setHeaders }) => {
	const sent = await request.formData().catch(() => null);
	const drawnFor = sent?.get(personField);
	if (drawnFor && locals.person && drawnFor !== locals.person.id) error(409, 'open:otherHere');
	await signOut(cookies, url);
	if (locals.person) forgetHere(cookies, locals.person.id);
	const to = ownPath(sent?.get('to')) ?? '/sign-in';
	leaveReceipt(cookies, { text: 'common:receipt.signedOut' }, url, to);
	setHeaders({ 'clear-site-data': '"cache"' });
	// What stands between the phone and us may lead to anywhere; this only we say.
	if (request.headers.get('accept') === 'application/json') return json({ signedOut: true, at: locals.now });
	redirect(303, to);
};
