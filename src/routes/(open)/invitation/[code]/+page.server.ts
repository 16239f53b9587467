import { accept } from '$lib/invitation/commands.server';
import * as opening from '$lib/invitation/opening.server';
import { identityProvider } from '$lib/server/auth/providers';
import { actionOf } from '$lib/server/action';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	// The address holds the code: no other site, and no page of ours, is told it. (Not "no-referrer", which would
	// take the origin out of the form's own request too, and with it the proof that it comes from here.)
	setHeaders({ 'referrer-policy': 'strict-origin' });
	return { opened: await opening.open(params.code), canProve: identityProvider() !== null };
};

const entrances = { family: '/home', staff: '/families' };

export const actions: Actions = {
	accept: actionOf(accept, {
		says: ({ params }) => ({ code: params.code! }),
		to: (_, joined, { url }) => (joined ? entrances[joined] : url.pathname),
	}),
};
