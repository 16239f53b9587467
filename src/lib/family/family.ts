/** Families and who belongs to them (F1). Pure. */
import type { MemberRole } from '$lib/server/auth/session';

export interface Member {
	/** The person's id. */
	id: string;
	name: string;
	familyId: string;
	role: MemberRole;
}

/** Who decides for a household. */
export const isParent = (role: MemberRole) => role === 'parent';

/** Whose own goals nobody else says how it goes with. */
export const isGrownUp = (role: MemberRole) => role === 'parent' || role === 'relative';

/** The families in which somebody decides for the household. */
export const householdsOf = <F extends { role: MemberRole }>(families: readonly F[]) =>
	families.filter(({ role }) => isParent(role));
