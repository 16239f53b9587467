import { error, redirect } from '@sveltejs/kit';
import { formOf } from '$lib/server/action';
import { deviceOf } from '$lib/server/auth/device';
import { demoProvider } from '$lib/server/auth/demo';
import { personOf } from '$lib/server/auth/identity';
import { invitedHere } from '$lib/server/auth/invited-here';
import { signIn } from '$lib/server/auth/session';
import { ownPath } from '$lib/server/doors';
import { givenBack, keptField, keptIn } from '$lib/server/kept';
import { notGivenBack } from '$lib/server/receipt';
import { isDemo } from '$lib/server/supabase';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, cookies, url, locals }) => {
	if (!isDemo()) error(404, 'common:error.notFound');
	const form = await formOf(request);
	const invited = invitedHere(cookies).find(({ id }) => id === form.get('invited'));
	const identity = await demoProvider.verify(form, invited?.id);
	const person = identity && (await personOf(identity));
	const to = ownPath(form.get('to')) ?? '/';
	const kept = keptIn(form);
	if (!person) {
		redirect(303, `/sign-in?${new URLSearchParams({ unknown: '', to, ...(kept && { [keptField]: kept }) })}`);
	}
	await signIn(cookies, url, person, {
		ownDevice: form.get('device') === 'own',
		device: deviceOf(request.headers.get('user-agent')),
	});
	// This form goes on to the address of the one that was sent then, which opens what is kept (action.ts).
	const back = givenBack(kept, person, { cookies, locals });
	const action = back && ownPath(back.address);
	if (action) redirect(307, action);
	// Our page has promised it.
	if (kept) notGivenBack({ cookies, url }, to);
	redirect(303, to);
};
