/** Leaving a family by oneself, and being taken out of it (F1). Pure. */
import type { Member } from '$lib/family/family';
import { memberRoles } from '$lib/invitation/invitation';
import type { Enums } from '$lib/server/database.types';

/** Why the municipality takes somebody out of a family, in the order in which it is chosen. */
export const leavingReasons = [
	'asked_themselves',
	'moved_out',
	'came_by_mistake',
	'decided',
] as const satisfies readonly Enums<'leaving_reason'>[];

/** How many of those whom it has taken out of a family the office reads at once. */
export const takenOutShown = 10;

type Who = Pick<Member, 'id' | 'role' | 'stage'>;

/** Why somebody does not leave a family by themselves; null: they may. The database asks the same (89_leaving.sql). */
export function whyNotAlone(me: string, everybody: readonly Who[]): 'young' | 'only' | 'last' | null {
	const mine = everybody.find(({ id }) => id === me);
	const others = everybody.filter(({ id }) => id !== me);
	if (mine?.stage !== 'adult') return 'young';
	if (!others.length) return 'last';
	// An adult who is no further from the family goes on for the others.
	const asNear = memberRoles.indexOf(mine.role);
	if (others.some(({ role, stage }) => stage === 'adult' && memberRoles.indexOf(role) <= asNear)) return null;
	return others.some(({ stage }) => stage !== 'adult') ? 'only' : null;
}

/** The children whom somebody sees after leaving too: those who have another home with them as a parent. */
export function stillTheirs<One extends Who & Pick<Member, 'familyId'>>(
	family: string,
	households: readonly string[],
	everybody: readonly One[],
): One[] {
	const elsewhere = everybody.filter(
		({ familyId, role, stage }) =>
			familyId !== family && households.includes(familyId) && role === 'child' && stage !== 'adult',
	);
	return everybody.filter(
		({ id, familyId }) => familyId === family && elsewhere.some((child) => child.id === id),
	);
}
