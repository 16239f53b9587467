import * as family from '$lib/family/family.server';
import * as team from '$lib/team/team.server';

/** The coordinator, and how they are called: through the municipality. */
export async function nearest({ db, language }: App.Locals, families: string[]) {
	const coordinator = (await team.teamOf(db, families)).find(
		({ coordinatorSince }) => coordinatorSince !== null,
	);
	if (!coordinator) return null;
	const [municipality] = await family.municipalities(db, [coordinator.familyId], language);
	return { name: coordinator.name, municipality };
}
