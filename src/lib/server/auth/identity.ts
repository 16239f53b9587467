/** Who somebody is, according to somebody who can know it. */
import { sessionKeeper } from '$lib/server/database';
import { rows } from '$lib/server/rows';

/** A subject that a provider vouches for. */
export interface VerifiedIdentity {
	/** The provider's name, as in the table identity. */
	provider: string;
	/** The provider's stable name for the person; never a CPR number. */
	subject: string;
}

/**
 * The port for identity providers. MitID, Unilogin or a municipality's staff directory become one of these each;
 * today there is the demo provider.
 */
export interface IdentityProvider {
	readonly name: string;
	/**
	 * Verifies what the person's browser sent back.
	 * @param invitation the id of the invitation the person is about to accept, when they come with one
	 * @returns null when it proves nothing
	 */
	verify(form: FormData, invitation?: string): Promise<VerifiedIdentity | null>;
}

/** The person behind an identity; null when nobody with it has accepted an invitation yet. */
export async function personOf({ provider, subject }: VerifiedIdentity): Promise<string | null> {
	return rows(await sessionKeeper().rpc('find_identity', { provider, subject }));
}
