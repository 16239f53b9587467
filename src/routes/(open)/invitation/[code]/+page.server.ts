import { error } from '@sveltejs/kit';
import { Accept } from '$lib/invitation/commands.server';
import * as opening from '$lib/invitation/opening.server';
import { acceptingRefusals } from '$lib/invitation/refusals';
import { deviceOf } from '$lib/server/auth/device';
import { rememberInvited } from '$lib/server/auth/invited-here';
import { identityProvider } from '$lib/server/auth/providers';
import { signIn } from '$lib/server/auth/session';
import { command } from '$lib/server/command';
import { isDemo } from '$lib/server/supabase';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	// The address holds the code: no other site, and no page of ours, is told it. (Not "no-referrer", which would
	// take the origin out of the form's own request too, and with it the proof that it comes from here.)
	setHeaders({ 'referrer-policy': 'strict-origin' });
	return { opened: await opening.open(params.code), canProve: identityProvider() !== null };
};

export const actions: Actions = {
	accept: command(
		Accept,
		async ({ params, locals, request, cookies, url }, { who, device }, sent) => {
			const code = params.code!;
			const opened = await opening.open(code);
			// Closed while somebody was reading: the page itself says so.
			if (opened.state !== 'open') return { to: url.pathname };
			let person = locals.person?.id;
			if (who === 'me' && person) {
				await opening.acceptAsMe(locals.db, code);
			} else {
				const identity = await identityProvider()?.verify(sent, opened.id);
				if (!identity) error(403, 'common:error.notAllowed');
				person = await opening.accept(code, identity);
				if (isDemo()) rememberInvited(cookies, { id: opened.id, name: opened.inviteeName });
			}
			await signIn(cookies, url, person, {
				ownDevice: device === 'own',
				device: deviceOf(request.headers.get('user-agent')),
			});
			return { receipt: { text: 'common:receipt.joined' }, to: opened.memberRole ? '/home' : '/families' };
		},
		acceptingRefusals,
	),
};
