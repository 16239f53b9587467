/** Signing in and out, on Lucia behind functions of our own. */
import type { Cookies } from '@sveltejs/kit';
import { Lucia, TimeSpan } from 'lucia';
import type { Enums } from '$lib/server/database.types';
import { rememberHere } from '$lib/server/kept';
import { forgetReceipt } from '$lib/server/receipt';
import { adapter } from './adapter';

/** Who is signed in, and as what. */
export interface SignedIn {
	id: string;
	name: string;
	professional: { profession: string; is_project_lead: boolean } | null;
	families: { id: string; name: string; role: Enums<'member_role'>; stage: Enums<'life_stage'> }[];
}

export interface SessionAttributes {
	/** The session's id in the database; not the secret. */
	sessionId: string;
	/** The person said: this is my own phone. */
	ownDevice: boolean;
	device?: string;
}

export interface Session extends Pick<SessionAttributes, 'sessionId' | 'ownDevice'> {
	expiresAt: Date;
}

declare module 'lucia' {
	interface Register {
		Lucia: typeof lucia;
		DatabaseSessionAttributes: SessionAttributes;
		DatabaseUserAttributes: SignedIn;
	}
}

// The longest any session can last (own phone); the database ends most of them sooner.
const lucia = new Lucia(adapter, {
	sessionExpiresIn: new TimeSpan(30, 'd'),
	getSessionAttributes: ({ sessionId, ownDevice }) => ({ sessionId, ownDevice }),
	getUserAttributes: ({ name, professional, families }) => ({ name, professional, families }),
});

const isLoopback = ({ hostname }: URL) => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/** `__Host-` needs Secure, which browsers also grant to loopback; a plain address on a local network gets neither. */
function cookieOf(url: URL) {
	const secure = url.protocol === 'https:' || isLoopback(url);
	return {
		name: secure ? '__Host-session' : 'session',
		options: { path: '/', httpOnly: true, secure, sameSite: 'lax' as const },
	};
}

/**
 * Who has the cookie of this request. The cookie of a session that is over stays until the next sign-in: clearing it
 * here would clear a newer one when this answer is overtaken by that of a sign-in.
 */
export async function readSession(
	cookies: Cookies,
	url: URL,
): Promise<{ person: SignedIn; session: Session } | { person: null; session: null }> {
	const secret = cookies.get(cookieOf(url).name);
	if (!secret) return { person: null, session: null };
	const { session, user } = await lucia.validateSession(secret);
	if (!session) return { person: null, session: null };
	return {
		person: { id: user.id, name: user.name, professional: user.professional, families: user.families },
		session: { sessionId: session.sessionId, ownDevice: session.ownDevice, expiresAt: session.expiresAt },
	};
}

/** A new session, always: whatever session the cookie held before is ended. */
export async function signIn(
	cookies: Cookies,
	url: URL,
	personId: string,
	{ ownDevice, device }: { ownDevice: boolean; device: string },
): Promise<void> {
	await signOut(cookies, url);
	const session = await lucia.createSession(personId, { sessionId: '', ownDevice, device });
	const { name, options } = cookieOf(url);
	// On a device that others use too, the cookie goes when the browser closes.
	const lasting = ownDevice ? { maxAge: 30 * 24 * 60 * 60 } : {};
	cookies.set(name, session.id, { ...options, ...lasting });
	rememberHere(cookies, personId, lasting);
}

/** Ends the session of this cookie, here and in the database. What was to be said to whoever was here is said to nobody else. */
export async function signOut(cookies: Cookies, url: URL): Promise<void> {
	const { name, options } = cookieOf(url);
	const secret = cookies.get(name);
	if (secret) await lucia.invalidateSession(secret);
	cookies.delete(name, options);
	forgetReceipt(cookies);
}
