import { redirect } from '@sveltejs/kit';
import { windowOf, type Window } from '$lib/more';

/**
 * The rows of a list that an address asks for (`windowOf`). From beyond its end one is led to where it begins: fewer may
 * be left than there were, and an old link says nothing untrue.
 * @param name what it is called in the address
 * @param further what else of the address is about this list
 */
export const windowAt = (url: URL, step: number, name = 'more', further: string[] = []): Window => ({
	...windowOf(url.searchParams, step, name),
	beyond() {
		const gone = [name, ...further];
		// Not the name of an action: this is a page to read.
		const kept = [...url.searchParams].filter(([key]) => !gone.includes(key) && !key.startsWith('/'));
		redirect(303, `${url.pathname}?${new URLSearchParams(kept).toString()}`.replace(/\?$/, ''));
	},
});
