/** Opening an invitation with its code, and saying yes. */
import type { VerifiedIdentity } from '$lib/server/auth/identity';
import { sessionKeeper, type Database } from '$lib/server/database';
import { rows } from '$lib/server/rows';
import type { MemberRole, Stage } from '$lib/family/age';
import { hashOfCode } from './code.server';
import type { InvitationState, Opened } from './invitation';

/** What open_invitation answers (87_invitation_opening.sql). */
interface OpenedRow {
	id: string;
	invitee_name: string;
	family_name: string | null;
	municipality_name: string;
	member_role: MemberRole | null;
	stage: Stage | null;
	profession: string | null;
	organisation_name: string | null;
	inviter_name: string;
	inviter_profession: string | null;
	expires_at: string;
	state: InvitationState;
}

/** Who invites, into what, for whoever holds the code. */
export async function open(code: string): Promise<Opened> {
	const answer = await sessionKeeper().rpc('open_invitation', { code_hash: hashOfCode(code) });
	const row = rows(answer) as unknown as OpenedRow | null;
	if (!row) return { state: 'unknown' };
	if (row.state !== 'open') return { state: row.state };
	return {
		state: 'open',
		id: row.id,
		inviteeName: row.invitee_name,
		familyName: row.family_name,
		municipalityName: row.municipality_name,
		memberRole: row.member_role,
		stage: row.stage,
		profession: row.profession,
		organisationName: row.organisation_name,
		inviterName: row.inviter_name,
		inviterProfession: row.inviter_profession,
		expiresAt: row.expires_at,
	};
}

/** How an invitation stands to who is signed in. */
export interface ToMe {
	/** Whether it waits for a yes of theirs. */
	waitsForMe: boolean;
	/** Who of them and their children it is not for, because they are there already, in the team there, or wrote it. */
	isNotFor: string[];
	/** Who of them and their children is called quite something else. */
	inAnotherName: string[];
	/** Whether a parent opens it for them, who have a home here. */
	waitsForMyParent: boolean;
}

export async function toMe(db: Database, code: string): Promise<ToMe> {
	const [found] = rows(await db.rpc('invitation_and_me', { code_hash: hashOfCode(code) }));
	return {
		waitsForMe: found?.waits_for_me ?? false,
		isNotFor: found?.is_not_for ?? [],
		inAnotherName: found?.in_another_name ?? [],
		waitsForMyParent: found?.waits_for_my_parent ?? false,
	};
}

/**
 * Joins as whom the provider vouches for.
 * @returns the person, made now when the identity is new
 * @throws {DatabaseError} `invitation_is_open`, `invitation_is_for_somebody_else`, `invitation_brings_somebody_new`
 */
export async function accept(code: string, identity: VerifiedIdentity): Promise<string> {
	return rows(await sessionKeeper().rpc('accept_invitation', { code_hash: hashOfCode(code), ...identity }));
}

/** Joins as the person who is signed in. Refused as `accept`. */
export async function acceptAsMe(db: Database, code: string): Promise<void> {
	rows(await db.rpc('accept_invitation_as_me', { code_hash: hashOfCode(code) }));
}

/** A parent of the family lets a small child in that is new here. Refused as `accept`, and where it is not theirs to say. */
export async function acceptForNewChild(db: Database, code: string): Promise<void> {
	rows(await db.rpc('accept_invitation_for_new_child', { code_hash: hashOfCode(code) }));
}

/** A parent who has the child already lets it join one more home. Refused as `accept`, and where it is not theirs to say. */
export async function acceptFor(db: Database, code: string, child: string): Promise<void> {
	rows(await db.rpc('accept_invitation_for', { code_hash: hashOfCode(code), child }));
}
