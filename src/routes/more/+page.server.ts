import * as family from '$lib/family/family.server';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import { whyNotAlone } from '$lib/team/leaving';
import * as team from '$lib/team/team.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, language } = event.locals;
	const me = signedIn(event);
	const families = me.families.map(({ id }) => id);
	const [members, municipalities, open, around] = await Promise.all([
		family.born(db, families),
		family.municipalities(db, families, language),
		plan.open(db, families),
		team.teamOf(db, families),
	]);
	/** Those they may leave by themselves. */
	const leaves = families.filter(
		(id) =>
			whyNotAlone(
				me.id,
				members.filter(({ familyId }) => familyId === id),
			) === null,
	);
	return { me, members, municipalities, leaves, isOver: open.size === 0, hasTeam: around.length > 0 };
};
