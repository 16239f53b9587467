import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Database } from '$lib/server/database';
import { topics, type Topic } from '$lib/wellbeing/wellbeing';
import type { Professional } from './sharing';
import { nameShared, professionals } from './sharing.server';

/** One professional around these families. @throws 404 when there is none such */
export async function professionalAround(
	db: Database,
	families: string[],
	id: string,
): Promise<Professional> {
	const found = (await professionals(db, families)).find((one) => one.id === id);
	return found ?? error(404, 'common:error.notFound');
}

/** One around my families, or with whom I share or shared though they are around no longer. @throws 404 when there is none such */
export async function professionalOfMine(
	db: Database,
	{ id: owner, families }: { id: string; families: readonly { id: string }[] },
	id: string,
): Promise<Professional> {
	const familyIds = families.map((family) => family.id);
	const [around, name] = await Promise.all([professionals(db, familyIds), nameShared(db, owner, id)]);
	const found = around.find((one) => one.id === id);
	if (found) return found;
	return name ? { id, name, profession: null, isCoordinator: false } : error(404, 'common:error.notFound');
}

/** The topic an address speaks of (`?topic=`); null when it speaks of none. @throws 404 when there is none such */
export function topicOf(url: URL): Topic | null {
	const asked = url.searchParams.get('topic');
	if (asked === null) return null;
	return v.is(v.picklist(topics), asked) ? asked : error(404, 'common:error.notFound');
}
