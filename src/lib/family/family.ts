/** Families and who belongs to them (F1). Pure. */
import type { MemberRole, Stage } from './age';

export interface Member {
	/** The person's id. */
	id: string;
	name: string;
	/** Where they are called by less. */
	wholeName?: string | undefined;
	familyId: string;
	role: MemberRole;
	stage: Stage;
}

/** A member with the day they were born, YYYY-MM-DD; null when nobody knows. */
export interface Born extends Member {
	bornOn: string | null;
}

/** A family I belong to, and as what. */
export interface Mine {
	id: string;
	role: MemberRole;
}

/** Who decides for a household. */
export const isParent = (role: MemberRole) => role === 'parent';

/** Whom the parents speak for too (private.my_children); everybody else in a family speaks for themselves alone. */
export const isOurChild = ({ role, stage }: Pick<Member, 'role' | 'stage'>) =>
	role === 'child' && stage !== 'adult';

/** The families in which somebody decides for the household. */
export const householdsOf = <F extends { role: MemberRole }>(families: readonly F[]) =>
	families.filter(({ role }) => isParent(role));

/**
 * To whom a parent under 18 leaves who comes, who goes and who coordinates (private.leaves_it_to_an_adult): the parents of
 * the household who are adults. Nobody, where they say it themselves.
 */
export function adultsBeside<M extends Pick<Member, 'id' | 'role' | 'stage'>>(
	me: string,
	household: readonly M[],
): M[] {
	const parents = household.filter(({ role }) => isParent(role));
	const isYoung = parents.some(({ id, stage }) => id === me && stage !== 'adult');
	return isYoung ? parents.filter(({ stage }) => stage === 'adult') : [];
}

/** A child under 13 of the family: its parents answer together with it. From 13 one answers alone. */
export const isYoungChild = ({ role, stage }: Pick<Member, 'role' | 'stage'>) =>
	role === 'child' && stage === 'child';

/** The word for what somebody is to the family, now that they are this old. */
export function roleWord({ role, stage }: Pick<Member, 'role' | 'stage'>) {
	if (role !== 'child') return role;
	return stage === 'adult' ? 'grown_child' : stage;
}
