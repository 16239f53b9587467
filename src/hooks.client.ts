import type { HandleClientError } from '@sveltejs/kit';

/** What goes wrong in the browser, in words of ours: without a network it is mostly a page that is not there yet. */
export const handleError: HandleClientError = ({ status }) => {
	if (status === 404) return { message: 'common:error.notFound' };
	return { message: navigator.onLine ? 'common:error.unexpected' : 'common:offline.unknown' };
};
