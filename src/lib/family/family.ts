/** Families and who belongs to them (F1). Pure. */
import { ageOn, type MemberRole, type Stage } from './age';

export interface Member {
	/** The person's id. */
	id: string;
	name: string;
	familyId: string;
	role: MemberRole;
	stage: Stage;
}

/** Who decides for a household. */
export const isParent = (role: MemberRole) => role === 'parent';

/** Whom the parents speak for too (private.my_children); everybody else in a family speaks for themselves alone. */
export const isOurChild = ({ role, stage }: Pick<Member, 'role' | 'stage'>) =>
	role === 'child' && stage !== 'adult';

/** The families in which somebody decides for the household. */
export const householdsOf = <F extends { role: MemberRole }>(families: readonly F[]) =>
	families.filter(({ role }) => isParent(role));

/** A child under 13 of the family: its parents answer together with it. From 13 one answers alone. */
export const isYoungChild = ({ role, stage }: Pick<Member, 'role' | 'stage'>) =>
	role === 'child' && stage === 'child';

/** The word for what somebody is to the family, now that they are this old. */
export function roleWord({ role, stage }: Pick<Member, 'role' | 'stage'>) {
	if (role !== 'child') return role;
	return stage === 'adult' ? 'grown_child' : stage;
}

/** A member with the day they were born, YYYY-MM-DD; null when it is not known. */
export interface Born extends Member {
	/** YYYY-MM-DD; null when nobody knows. */
	bornOn: string | null;
	/** The last day on which the parents may correct what one of them has written; null when that is long ago. */
	parentsUntil: string | null;
}

/**
 * Whether this person may correct a date of birth on a day in Denmark: one's own from 15, and a parent that of a child
 * of the household, or one they have just made older than that by a slip (as correct_birth in
 * supabase/schemas/11_birth.sql).
 */
export function mayCorrectBirth(
	{ id, familyId, role, bornOn, parentsUntil }: Born,
	me: { id: string; families: readonly { id: string; role: MemberRole }[] },
	today: string,
): boolean {
	const isFifteen = bornOn ? ageOn(bornOn, today) >= 15 : role !== 'child';
	if (isFifteen && id === me.id) return true;
	if (role !== 'child' || (isFifteen && !(parentsUntil && parentsUntil >= today))) return false;
	return householdsOf(me.families).some((household) => household.id === familyId);
}
