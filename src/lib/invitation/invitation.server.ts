/** The only code that queries invitations. Who may invite and revoke, the database decides (85_invitation.sql, 86_invitation_agreeing.sql). */
import type * as v from 'valibot';
import { mapped, type Shown, type Window } from '$lib/more';
import { all, changed, counted, descending, refuse, rows, shown, type Database } from '$lib/server/database';
import { hashOfCode, newCode } from './code.server';
import type { InviteMember, InviteProfessional } from './commands.server';
import { stateOf, type Invitation } from './invitation';

type Input<Schema extends v.GenericSchema> = v.InferOutput<Schema>;

const columns = `id, inviteeName:invitee_name, memberRole:member_role, profession, createdAt:created_at,
	expiresAt:expires_at, revokedAt:revoked_at, inviterLeft:inviter_left, acceptedAt:accepted_at, family(id, name),
	inviter:person!invitation_invited_by_fkey(name)` as const;

interface InvitationRow extends Omit<Invitation, 'inviterName' | 'state' | 'stage' | 'age'> {
	revokedAt: string | null;
	inviterLeft: boolean;
	acceptedAt: string | null;
	inviter: { name: string } | null;
}

/** What a date of birth makes of somebody (invited_ages). */
type Made = Pick<Invitation, 'stage' | 'age'>;
const ages = async (db: Database) =>
	new Map<string, Made>(
		rows(await db.rpc('invited_ages')).map(({ invitation_id: id, ...made }) => [id, made]),
	);

function asInvitation(
	{ revokedAt, inviterLeft, acceptedAt, inviter, ...invitation }: InvitationRow,
	waits: boolean,
	now: Date,
	made: Made | undefined,
): Invitation {
	return {
		...invitation,
		stage: made?.stage ?? null,
		age: made?.age ?? null,
		inviterName: inviter?.name ?? '',
		state: stateOf({ acceptedAt, revokedAt, inviterLeft, expiresAt: invitation.expiresAt, waits }, now),
	};
}

/**
 * The invitations I look after: open ones first, then the newest. With a family only those into it, `without` those
 * that stand elsewhere on its page.
 */
export async function list(
	db: Database,
	now: Date,
	window: Window,
	family?: string,
	without: readonly string[] = [],
): Promise<Shown<Invitation>> {
	const [answer, waiting, made] = await Promise.all([
		db
			.from('invitation')
			.select(columns, counted)
			.match(family ? { family_id: family } : {})
			.not('id', 'in', `(${without.join()})`)
			.order('accepted_at', { ascending: false, nullsFirst: true })
			.order('revoked_at', { ascending: false, nullsFirst: true })
			.order('expires_at', descending)
			.order('id')
			.range(window.from, window.to - 1),
		db.rpc('invitations_that_wait'),
		ages(db),
	]);
	const waits = new Set(rows(waiting));
	return mapped(shown(answer, window), (row) => asInvitation(row, waits.has(row.id), now, made.get(row.id)));
}

/**
 * Invites somebody into a family.
 * @returns the code, which is nowhere else: the database keeps only its hash
 * @throws {DatabaseError} `invitation_pkey` when this invitation has been made already; its code cannot be had again
 */
export async function inviteMember(
	db: Database,
	invited: Input<ReturnType<typeof InviteMember>>,
): Promise<string> {
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

/** The invitations into these households that wait for a yes of theirs, the newest first. */
export async function waiting(db: Database, now: Date, households: string[]): Promise<Invitation[]> {
	const ids = new Set(rows(await db.rpc('invitations_that_wait')));
	if (!ids.size) return [];
	const [open, made] = await Promise.all([
		db
			.from('invitation')
			.select(columns)
			.in('family_id', households)
			.is('accepted_at', null)
			.is('revoked_at', null)
			.gt('expires_at', now.toISOString())
			.order('created_at', descending)
			.limit(all),
		ages(db),
	]);
	return rows(open)
		.filter(({ id }) => ids.has(id))
		.map((row) => asInvitation(row, true, now, made.get(row.id)));
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

/**
 * The family says no to somebody who waits for its yes. Said twice it is said.
 * @throws {DatabaseError} `family_has_agreed` when a parent said yes meanwhile: that is not taken back by an old page;
 * `invitation_is_still_open` when it was used or became too old
 */
export async function decline(db: Database, id: string, at: Date): Promise<void> {
	const [found, waiting] = await Promise.all([
		db
			.from('invitation')
			.select('agreed_at, revoked_at, accepted_at')
			.eq('id', id)
			.order('id')
			.limit(1)
			.then(changed),
		db.rpc('invitations_that_wait').then(rows),
	]);
	const [invitation] = found;
	if (!invitation || invitation.revoked_at) return;
	if (!waiting.includes(id)) {
		refuse(
			invitation.agreed_at && !invitation.accepted_at ? 'family_has_agreed' : 'invitation_is_still_open',
		);
	}
	const stopped = await db
		.from('invitation')
		.update({ revoked_at: at.toISOString() })
		.eq('id', id)
		// As it was read: a yes of this moment counts. (That of a parent who has left since stands there and does not.)
		.filter('agreed_at', invitation.agreed_at ? 'eq' : 'is', invitation.agreed_at)
		.select('id');
	if (!rows(stopped).length) refuse('family_has_agreed');
}
