/** Dates of birth and who may correct them (F1). Pure. */
import { speaksAloneOn, type MemberRole } from './age';
import { householdsOf, type Member } from './family';

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
	const speaksAlone = speaksAloneOn(role, bornOn, today);
	if (speaksAlone && id === me.id) return true;
	if (role !== 'child' || (speaksAlone && !(parentsUntil && parentsUntil >= today))) return false;
	return householdsOf(me.families).some((household) => household.id === familyId);
}
