/** Saying yes to an invitation ends in being signed in. */
import { error } from '@sveltejs/kit';
import type * as v from 'valibot';
import { deviceOf } from '$lib/server/auth/device';
import { rememberInvited } from '$lib/server/auth/invited-here';
import { identityProvider } from '$lib/server/auth/providers';
import { signIn } from '$lib/server/auth/session';
import type { OpenContext } from '$lib/server/command';
import { isDemo } from '$lib/server/supabase';
import type { Accept } from './commands.server';
import * as opening from './opening.server';

/**
 * Joins by a code, as somebody new or as the one who is signed in; or lets a child join, and stays who they are.
 * @returns into what; null when the invitation was closed while somebody was reading: its page says so
 */
export async function join(
	{ db, person: me, event, sent }: OpenContext,
	{ code, who, device }: v.InferOutput<typeof Accept>,
): Promise<'family' | 'child' | 'newChild' | 'staff' | null> {
	const { cookies, locals, url, request } = event;
	const opened = await opening.open(code);
	if (opened.state !== 'open') return null;
	if (who !== 'new' && who !== 'me') {
		if (!me) error(403, 'common:error.notAllowed');
		await (who === 'newChild' ? opening.acceptForNewChild(db, code) : opening.acceptFor(db, code, who));
		return who === 'newChild' ? who : 'child';
	}
	let person = me?.id;
	let ownDevice = device === 'own';
	if (who === 'me' && person) {
		await opening.acceptAsMe(db, code);
		// Whose the device is they have said when they signed in.
		ownDevice = locals.session?.ownDevice ?? false;
	} else {
		const identity = await identityProvider()?.verify(sent, opened.id);
		if (!identity) error(403, 'common:error.notAllowed');
		person = await opening.accept(code, identity);
		if (isDemo()) rememberInvited(cookies, { id: opened.id, name: opened.inviteeName });
	}
	const agent = request.headers.get('user-agent');
	await signIn(cookies, url, person, { ownDevice, device: deviceOf(agent) });
	return opened.memberRole ? 'family' : 'staff';
}
