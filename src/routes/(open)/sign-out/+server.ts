import { redirect } from '@sveltejs/kit';
import { signOut } from '$lib/server/auth/session';
import { leaveReceipt } from '$lib/server/receipt';
import type { RequestHandler } from './$types';

/** Ends the session and tells the browser to forget everything of ours; the service worker wipes what it kept. */
export const POST: RequestHandler = async ({ cookies, url, setHeaders }) => {
	await signOut(cookies, url);
	const to = '/sign-in';
	leaveReceipt(cookies, { text: 'common:receipt.signedOut' }, url, to);
	setHeaders({ 'clear-site-data': '"cache", "storage"' });
	redirect(303, to);
};
