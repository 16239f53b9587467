/** Dates of birth and who may correct them (F1). Pure. */
import { speaksAloneOn, type MemberRole } from './age';
import { householdsOf, type Member } from './family';

/** A member with the day they were born, YYYY-MM-DD; null when it is not known. */
export interface Born extends Member {
	/** YYYY-MM-DD; null when nobody knows. */
	bornOn: string | null;
	/** The last day on which the parents may correct it whatever age it gives, YYYY-MM-DD; null when they never might. */
	parentsUntil: string | null;
	/** The same for the person. */
	ownUntil: string | null;
	/** The last day on which I, a parent, may mend what another parent wrote (mends_birth_until); null when not. */
	myUntil: string | null;
	/** It is 15 by the date of one parent alone, that another may still mend (birth_is_open). */
	isOpen: boolean;
}

/**
 * Until when this person may correct a date of birth, asked on a day in Denmark (as correct_birth in
 * supabase/schemas/11_birth_mending.sql): one's own from 15 and as a child of no family, and a parent that of a child of the household until
 * then; and for some days whatever slip made it another's.
 * @returns the last day (YYYY-MM-DD), 'always' while the age says so, null when it is not theirs
 */
export function correctsBirthUntil(
	{ id, familyId, role, bornOn, parentsUntil, ownUntil, myUntil, isOpen }: Born,
	me: { id: string; families: readonly { id: string; role: MemberRole }[] },
	today: string,
): string | null {
	const open = (until: string | null) => (until && until >= today ? until : null);
	if (id === me.id) {
		const isChild = me.families.some((family) => family.role === 'child');
		const own = !isChild || (speaksAloneOn('child', bornOn, today) && !isOpen) ? 'always' : open(ownUntil);
		if (own) return own;
	}
	if (role !== 'child' || !householdsOf(me.families).some((household) => household.id === familyId))
		return null;
	if (!speaksAloneOn(role, bornOn, today)) return 'always';
	const [last] = [open(parentsUntil), open(myUntil)]
		.filter((day) => day !== null)
		.sort()
		.reverse();
	return last ?? null;
}
