/** How old somebody is, and what follows from it. Pure; the database has the same rules (supabase/schemas/11_birth.sql). */
import type { Enums } from '$lib/server/database.types';

/** What somebody is to a family, at any age. */
export type MemberRole = Enums<'member_role'>;
/** child: under 13; young_person: 13-17; adult: 18 and older. */
export type Stage = Enums<'life_stage'>;

/** Whole years on a day; both are YYYY-MM-DD. Born on 29 February, one is a year older on 1 March. */
export function ageOn(bornOn: string, day: string): number {
	const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
	return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/**
 * The stage of life on a day in Denmark (YYYY-MM-DD). A child whose date of birth is not known counts as 13-17: nobody
 * answers for it, and it is still its parents' child.
 */
export function stageOn(role: MemberRole, bornOn: string | null, day: string): Stage {
	if (bornOn === null) return role === 'child' ? 'young_person' : 'adult';
	const age = ageOn(bornOn, day);
	if (age < 13) return 'child';
	return age < 18 ? 'young_person' : 'adult';
}

/** From this age one answers for oneself, as a parent and a relative do (private.answers_alone_from). */
export const answersAloneFrom = 13;

/**
 * Whether somebody says yes to the plan, and to one more home, by themselves on a day in Denmark: from 15, as with one's
 * digital post. A child whose age nobody knows does not (private.speaks_alone).
 */
export const speaksAloneOn = (role: MemberRole, bornOn: string | null, day: string): boolean =>
	bornOn === null ? role !== 'child' : ageOn(bornOn, day) >= 15;
