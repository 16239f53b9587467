/**
 * Demo only: who joined by an invitation in this browser. Nobody but the demo's provider knows such a person, so the
 * sign-in page must; where people prove who they are, their provider knows them again. The cookie is signed: whoever reads
 * the id of an invitation on a page (the family, the coordinator, a lead) would otherwise come in as whom it brought.
 */
import type { Cookies } from '@sveltejs/kit';
import * as v from 'valibot';
import { signed, unsigned } from '$lib/server/signed';

const InvitedHere = v.array(
	v.object({
		/** The invitation's id. */
		id: v.pipe(v.string(), v.uuid()),
		name: v.pipe(v.string(), v.maxLength(100)),
	}),
);
export type InvitedHere = v.InferOutput<typeof InvitedHere>;

const name = 'demo-invited';
/** So that the cookie stays below what browsers keep. */
const atMost = 4;
const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: false };

/** Who can come back here, the latest first. */
export function invitedHere(cookies: Cookies): InvitedHere {
	try {
		return v.parse(InvitedHere, unsigned(name, cookies.get(name) ?? ''));
	} catch {
		return [];
	}
}

/** The latest first; an invitation that brought somebody is remembered for a month. */
export function rememberInvited(cookies: Cookies, invited: InvitedHere[number]): void {
	const others = invitedHere(cookies).filter(({ id }) => id !== invited.id);
	cookies.set(name, signed(name, [invited, ...others].slice(0, atMost)), {
		...options,
		maxAge: 30 * 24 * 60 * 60,
	});
}
