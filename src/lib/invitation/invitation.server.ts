/** The only code that queries invitations. Who may invite and revoke, the database decides (85_invitation.sql, 86_invitation_agreeing.sql). */
import type * as v from 'valibot';
import { mapped, type Shown, type Window } from '$lib/more';
import { changed, counted, descending, rows, shown, type Database } from '$lib/server/database';
import { hashOfCode, newCode } from './code.server';
import type { InviteMember, InviteProfessional } from './commands.server';
import { stateOf, type Invitation } from './invitation';

type Input<Schema extends v.GenericSchema> = v.InferOutput<Schema>;

/** The invitations I look after: open ones first, then the newest. With a family only those into it. */
export async function list(
	db: Database,
	now: Date,
	window: Window,
	family?: string,
): Promise<Shown<Invitation>> {
	const [answer, waiting] = await Promise.all([
		db
			.from('invitation')
			.select(
				`id, inviteeName:invitee_name, memberRole:member_role, profession, createdAt:created_at, expiresAt:expires_at,
			revokedAt:revoked_at, acceptedAt:accepted_at, family(id, name),
			inviter:person!invitation_invited_by_fkey(name)`,
				counted,
			)
			.match(family ? { family_id: family } : {})
			.order('accepted_at', { ascending: false, nullsFirst: true })
			.order('revoked_at', { ascending: false, nullsFirst: true })
			.order('expires_at', descending)
			.order('id')
			.range(window.from, window.to - 1),
		db.rpc('invitations_that_wait'),
	]);
	const waits = new Set(rows(waiting));
	return mapped(shown(answer, window), ({ revokedAt, acceptedAt, inviter, ...invitation }) => ({
		...invitation,
		inviterName: inviter?.name ?? '',
		state: stateOf(
			{ acceptedAt, revokedAt, expiresAt: invitation.expiresAt, waits: waits.has(invitation.id) },
			now,
		),
	}));
}

/**
 * Invites somebody into a family.
 * @returns the code, which is nowhere else: the database keeps only its hash
 * @throws {DatabaseError} `invitation_pkey` when this invitation has been made already; its code cannot be had again
 */
export async function inviteMember(db: Database, invited: Input<typeof InviteMember>): Promise<string> {
	const code = newCode();
	rows(
		await db.rpc('invite_member', {
			id: invited.id,
			family: invited.family,
			name: invited.name,
			role: invited.role,
			code_hash: hashOfCode(code),
			...(invited.bornOn !== null && { born_on: invited.bornOn }),
		}),
	);
	return code;
}

/** Invites a colleague to work in an organisation. The code as with `inviteMember`. */
export async function inviteProfessional(
	db: Database,
	invited: Input<typeof InviteProfessional>,
): Promise<string> {
	const code = newCode();
	rows(
		await db.rpc('invite_professional', {
			id: invited.id,
			organisation: invited.organisation,
			name: invited.name,
			profession: invited.profession,
			code_hash: hashOfCode(code),
		}),
	);
	return code;
}

/** How many of the invitations into these households wait for a yes of theirs. */
export async function waiting(db: Database, households: string[]): Promise<number> {
	const ids = new Set(rows(await db.rpc('invitations_that_wait')));
	if (!ids.size) return 0;
	const open = await db
		.from('invitation')
		.select('id')
		.in('family_id', households)
		.is('accepted_at', null)
		.is('revoked_at', null)
		.order('created_at', { ascending: false })
		.limit(200);
	return rows(open).filter(({ id }) => ids.has(id)).length;
}

/**
 * The family says yes to somebody joining: from now on the code opens.
 * @throws {DatabaseError} `invitation_is_still_open` when it was used, stopped or too old meanwhile
 */
export async function agree(db: Database, id: string): Promise<void> {
	rows(await db.rpc('agree_to_invitation', { invitation: id }));
}

/** Takes an invitation back: its code opens nothing from now on. */
export async function revoke(db: Database, id: string, at: Date): Promise<void> {
	changed(await db.from('invitation').update({ revoked_at: at.toISOString() }).eq('id', id).select('id'));
}
