import { error, type RequestEvent } from '@sveltejs/kit';
import { isId } from '$lib/id';
import { cut } from '$lib/more';
import { windowAt } from '$lib/server/window';
import { agreedShown, versionsShown } from './agreed';
import * as agreed from './agreed.server';
import { reachedLast, toTree } from './plan';

/**
 * What VersionPage shows, the same on the family's page and the professionals': the version of this page, when it is of
 * one of these families.
 * @throws 404 when there is none that I may see
 */
export async function theVersion(event: RequestEvent, families: readonly string[]) {
	const { db } = event.locals;
	const id = event.params.version!;
	const version = isId(id) ? await agreed.get(db, id) : null;
	if (!version || !families.includes(version.familyId)) error(404, 'common:error.notFound');
	const [goals, differences, versions, newest] = await Promise.all([
		agreed.goalsOf(db, version),
		agreed.differences(db, id, windowAt(event.url, agreedShown, 'different')),
		agreed.datesOf(db, version.familyId, windowAt(event.url, versionsShown, 'versions')),
		agreed.newestOf(db, version.familyId),
	]);
	return {
		version,
		newest: { id: newest ?? id },
		goals: cut(reachedLast(toTree(goals)), windowAt(event.url, agreedShown, 'goals')),
		differences,
		versions,
	};
}
