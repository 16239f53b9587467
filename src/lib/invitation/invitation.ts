/**
 * Invitations: a one-time code that lets a named person into a family, or a professional into a municipality.
 * Pure: no Kit, no database, no clock of its own.
 */
import { answersAloneFrom, type MemberRole, type Stage } from '$lib/family/age';
import type { Enums } from '$lib/server/database.types';

export const memberRoles = ['parent', 'relative', 'child'] as const satisfies readonly Enums<'member_role'>[];
export const professionLimit = 60;

/**
 * waits: a parent of the family has yet to say yes, and until then the code opens nothing. inviterLeft: it ended with
 * the right to invite of who made it.
 */
export type InvitationState = 'open' | 'waits' | 'accepted' | 'revoked' | 'inviterLeft' | 'expired';

/** An invitation as those see it who look after it. Nobody sees the code again. */
export interface Invitation {
	id: string;
	/** The family it opens; null for a professional. */
	family: { id: string; name: string } | null;
	inviteeName: string;
	/** As what the person joins the family; null for a professional. */
	memberRole: MemberRole | null;
	/** What the date of birth makes of them while it is open; null when none is given. */
	stage: Stage | null;
	/** Whole years; told to the parents, who say yes. */
	age: number | null;
	/** In plain words; null for a member of a family. */
	profession: string | null;
	inviterName: string;
	createdAt: string;
	expiresAt: string;
	state: InvitationState;
}

/** What whoever holds the code is told before saying yes. */
export type Opened =
	| {
			state: 'open';
			id: string;
			inviteeName: string;
			/** The family it opens; null for a professional. */
			familyName: string | null;
			municipalityName: string;
			memberRole: MemberRole | null;
			/** null when no date of birth is given. */
			stage: Stage | null;
			profession: string | null;
			/** Where the professional is going to work; null for a member of a family. */
			organisationName: string | null;
			inviterName: string;
			/** null when the inviter no longer works there. */
			inviterProfession: string | null;
			expiresAt: string;
	  }
	// Of one that opens nothing any more, nothing is told: whose it was is nobody else's business.
	| { state: Exclude<InvitationState, 'open'> | 'unknown' };

/** The key of what somebody is invited as: a child by what its date of birth makes of it, where that is told. */
export function asWhat(role: MemberRole, stage: Stage | null) {
	if (role !== 'child' || !stage) return `invitation:role.${role}` as const;
	return stage === 'adult' ? 'invitation:as.grown_child' : (`invitation:as.${stage}` as const);
}

/**
 * Whether whoever is signed in can be who is invited, as far as age and a stage of life say it: private.is_no_such_child,
 * and what accepting refuses of the young. `age` is null when nobody knows it.
 */
export function mayBeThem(age: number | null, role: MemberRole | null, stage: Stage | null): boolean {
	if (role !== 'child') return age === null || age >= (role ? answersAloneFrom : 18);
	return stage === 'adult' || (age !== null && age < (stage === 'child' ? 15 : 18));
}

/**
 * Whether whoever opens a child's invitation reads it for the child: nobody under 13 opens it alone, and a parent reads it
 * where they are signed in. `me` is who is signed in: whether they may be the child, and say yes for it.
 */
export function isReadForAChild(
	{
		memberRole,
		stage,
		inviteeName,
	}: Pick<Extract<Opened, { state: 'open' }>, 'memberRole' | 'stage' | 'inviteeName'>,
	me: { name: string; mayBe: boolean; saysYes: boolean } | null,
): boolean {
	if (memberRole !== 'child' || stage === 'adult') return false;
	if (!me) return stage === 'child';
	return !me.mayBe || (me.saysYes && !sameName(me.name, inviteeName));
}

/** How an invitation stands at a moment. */
export function stateOf(
	{
		acceptedAt,
		revokedAt,
		inviterLeft,
		expiresAt,
		waits,
	}: {
		acceptedAt: string | null;
		revokedAt: string | null;
		inviterLeft: boolean;
		expiresAt: string;
		waits: boolean;
	},
	now: Date,
): InvitationState {
	if (acceptedAt) return 'accepted';
	if (revokedAt) return inviterLeft ? 'inviterLeft' : 'revoked';
	if (Date.parse(expiresAt) <= now.getTime()) return 'expired';
	return waits ? 'waits' : 'open';
}

/** Whether two names are written alike: capitals and spaces tell nobody apart. */
export const sameName = (one: string, other: string) => asWritten(one) === asWritten(other);
/**
 * Whether two names may well be one person's, as one hears them: what the one is called first is in the other, as "Anna
 * Bak" is in "Tante Anna" (private.may_be_one_name, which decides). A family name alone is what a family has in common.
 */
export function mayBeOneName(one: string, other: string): boolean {
	const [words, among] = [heard(one), heard(other)];
	return beginsIn(words, among) || beginsIn(among, words);
}
const heard = (name: string) =>
	asWritten(name.normalize('NFKC').replace(/\p{Pd}/gu, ' '))
		.replace(/[^\p{L}\p{N}\p{M} ]/gu, '')
		.split(' ')
		.filter(Boolean);
const beginsIn = (words: string[], among: string[]) =>
	words.some((_, n) => {
		const called = words.slice(0, n + 1).join('');
		return among.some((_, from) =>
			among.some((_, to) => to >= from && among.slice(from, to + 1).join('') === called),
		);
	});
const asWritten = (name: string) =>
	name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('da');

/** How many invitations are shown at once. */
export const invitationsShown = 20;

/** Whether something can still come of it. */
export const isOpen = ({ state }: Pick<Invitation, 'state'>) => state === 'open' || state === 'waits';
