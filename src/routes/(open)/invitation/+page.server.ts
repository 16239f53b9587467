import { grouped, mostTyped } from '$lib/invitation/code';
import { typeCode } from '$lib/invitation/commands.server';
import { actionOf } from '$lib/server/action';
import type { Actions, PageServerLoad } from './$types';

/** What was typed before, where one letter of it was wrong; like every address with a code, no other page is told it. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
	setHeaders({ 'referrer-policy': 'strict-origin' });
	return { typed: url.searchParams.get('code')?.slice(0, mostTyped) ?? null };
};

export const actions: Actions = {
	default: actionOf(typeCode, { to: ({ code }) => `/invitation/${grouped(code)}` }),
};
