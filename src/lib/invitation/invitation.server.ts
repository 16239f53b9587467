/** The only code that queries invitations. Who may invite and revoke, the database decides (85_invitation.sql, 86_invitation_agreeing.sql). */
import type * as v from 'valibot';
import { mapped, ofAll, type Shown, type Window } from '$lib/more';
import type { Database } from '$lib/server/database';
import { refuse } from '$lib/server/database-error';
import { all, changed, counted, descending, rows, shown } from '$lib/server/rows';
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

/** How those of these invitations stand that are open (invitations_open), by id. */
type Open = Pick<Invitation, 'stage' | 'age'> & { waits: boolean };
const openOf = async (db: Database, invitations: string[]) =>
	new Map<string, Open>(
		rows(await db.rpc('invitations_open', { invitations })).map(({ invitation_id: id, ...open }) => [
			id,
			open,
		]),
	);

function asInvitation(
	{ revokedAt, inviterLeft, acceptedAt, inviter, ...invitation }: InvitationRow,
	now: Date,
	open: Open | undefined,
): Invitation {
	return {
		...invitation,
		stage: open?.stage ?? null,
		age: open?.age ?? null,
		inviterName: inviter?.name ?? '',
		state: stateOf(
			{ acceptedAt, revokedAt, inviterLeft, expiresAt: invitation.expiresAt, waits: open?.waits ?? false },
			now,
		),
	};
}

/** Those into this family: open ones first, then the newest; `without` those that stand elsewhere on its page. */
export const list = (
	db: Database,
	now: Date,
	window: Window,
	family: string,
	without: readonly string[] = [],
): Promise<Shown<Invitation>> =>
	listed(db, now, window, `and(family_id.eq.${family},id.not.in.(${without.join()}))`);

/** Those the project lead looks after, in the same order: of colleagues and into all families but `own`. There they are family. */
export const ofMunicipality = (
	db: Database,
	now: Date,
	window: Window,
	municipality: string,
	own: readonly string[],
): Promise<Shown<Invitation>> =>
	listed(
		db,
		now,
		window,
		`and(municipality_id.eq.${municipality},or(family_id.is.null,family_id.not.in.(${own.join()})))`,
	);

async function listed(db: Database, now: Date, window: Window, which: string): Promise<Shown<Invitation>> {
	const answer = await db
		.from('invitation')
		.select(columns, counted)
		.or(which)
		.order('accepted_at', { ascending: false, nullsFirst: true })
		.order('revoked_at', { ascending: false, nullsFirst: true })
		.order('expires_at', descending)
		.order('id')
		.range(window.from, window.to - 1);
	const found = shown(answer, window);
	const open = await openOf(
		db,
		found.rows.map(({ id }) => id),
	);
	return mapped(found, (row) => asInvitation(row, now, open.get(row.id)));
}

/**
 * Invites somebody into a family.
 * @returns the code, which is nowhere else: the database keeps only its hash
 * @throws {DatabaseError} `invitation_pkey` when this invitation has been made already; its code cannot be had again
 */
export async function inviteMember(
	db: Database,
	invited: Input<ReturnType<typeof InviteMember>>,
): Promise<{ code: string; waits: boolean }> {
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
	const open = await openOf(db, [invited.id]);
	return { code, waits: open.get(invited.id)?.waits ?? true };
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

/** How old the invited person is, told to the parents of the family; null to others, and where no date is given. */
export async function ageToUs(db: Database, id: string): Promise<number | null> {
	return (await openOf(db, [id])).get(id)?.age ?? null;
}

/** The family it leads into, where that is one of ours; null to others. */
export async function intoOurs(db: Database, id: string): Promise<string | null> {
	const answer = await db.from('invitation').select('familyId:family_id').eq('id', id).maybeSingle();
	return rows(answer)?.familyId ?? null;
}

/** The ids of the invitations into these families that wait for a yes of theirs, the newest first. */
async function thatWait(db: Database, families: string[], window: Window): Promise<Shown<{ id: string }>> {
	const answer = await db
		.rpc('invitations_that_wait', { families, skip: window.from, most: window.to - window.from })
		.select('id:invitation_id, ofAll:of_all');
	return ofAll(rows(answer), window);
}

/** Who they are and who invited them, the newest; `of` is how many wait. */
export async function newestThatWait(db: Database, families: string[]) {
	const { rows: those, of } = await thatWait(db, families, { from: 0, to: 5, step: 5 });
	if (!those.length) return { of, names: [], by: null };
	const answer = await db
		.from('invitation')
		.select('name:invitee_name, inviter:person!invitation_invited_by_fkey(name)')
		.in(
			'id',
			those.map(({ id }) => id),
		)
		.order('created_at', descending)
		.order('id', descending)
		.limit(all);
	const found = rows(answer);
	return { of, names: found.map(({ name }) => name), by: found[0]?.inviter?.name ?? null };
}

/** Those into this family, the newest first. */
export async function waiting(
	db: Database,
	now: Date,
	family: string,
	window: Window,
): Promise<Shown<Invitation>> {
	const found = await thatWait(db, [family], window);
	const ids = found.rows.map(({ id }) => id);
	if (!ids.length) return { ...found, rows: [] };
	const [answer, open] = await Promise.all([
		db
			.from('invitation')
			.select(columns)
			.in('id', ids)
			.order('created_at', descending)
			.order('id', descending)
			.limit(all),
		openOf(db, ids),
	]);
	return { ...found, rows: rows(answer).map((row) => asInvitation(row, now, open.get(row.id))) };
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
	const [found, open] = await Promise.all([
		db
			.from('invitation')
			.select('agreed_at, revoked_at, accepted_at')
			.eq('id', id)
			.order('id')
			.limit(1)
			.then(changed),
		openOf(db, [id]),
	]);
	const [invitation] = found;
	if (!invitation || invitation.revoked_at) return;
	if (!open.get(id)?.waits) {
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
