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

/** The families in which somebody decides for the household. */
export const householdsOf = <F extends { role: MemberRole }>(families: readonly F[]) =>
	families.filter(({ role }) => isParent(role));
