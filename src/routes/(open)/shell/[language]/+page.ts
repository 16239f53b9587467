import { redirect } from '@sveltejs/kit';
import { browser } from '$app/environment';
import { languages } from '$lib/i18n/languages';

// An empty page, made while building, that the service worker answers with when there is no network: Kit's client
// starts at the address that was asked for and draws that page from its data.
export const ssr = false;
export const prerender = true;
export const entries = () => Object.keys(languages).map((language) => ({ language }));

/** Nobody is meant to be at the shell's own address. */
export const load = () => {
	if (browser) redirect(303, '/');
};
