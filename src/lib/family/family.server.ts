/** The only code that queries families and their members. */
import { changed, rows, type Database } from '$lib/server/database';
import type { Member } from './family';

/** Everybody in these families, by name. */
export async function members(db: Database, families: string[]): Promise<Member[]> {
	const answer = await db
		.from('member')
		.select('family_id, role, person!inner(id, name)')
		.in('family_id', families)
		.is('left_at', null);
	return rows(answer)
		.map(({ family_id, role, person }) => ({ id: person.id, name: person.name, familyId: family_id, role }))
		.sort((a, b) => a.name.localeCompare(b.name, 'da'));
}

/** Changes what a person is called; the database lets each change only their own name. */
export async function rename(db: Database, person: string, name: string): Promise<void> {
	changed(await db.from('person').update({ name }).eq('id', person).select('id'));
}
