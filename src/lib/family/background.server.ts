/** What other rooms need to know about somebody's families: since when, how old, whom to call. */
import type { Database } from '$lib/server/database';
import { all, rows } from '$lib/server/rows';
import { ageOn } from './age';

export interface Background {
	/** The visitation date of the first of the families, YYYY-MM-DD: the baseline of all measures (F2). */
	enrolledOn: string | null;
	/** Null when the date of birth is not known. */
	age: number | null;
	/** The municipality's own number for acute help. */
	dutyPhone: string | null;
}

/** The background of a member of these families on a day (YYYY-MM-DD). */
export async function background(
	db: Database,
	person: string,
	families: string[],
	day: string,
): Promise<Background> {
	const [enrolled, birth, former] = await Promise.all([
		db
			.from('family')
			.select('enrolled_on, municipality(duty_phone)')
			.in('id', families)
			.order('id')
			.limit(all)
			.then(rows),
		db.from('birth').select('born_on').eq('person_id', person).maybeSingle().then(rows),
		// Who is out of their family has the number still.
		families.length ? [] : db.from('municipality').select('duty_phone').order('name').limit(all).then(rows),
	]);
	return {
		enrolledOn: enrolled.flatMap(({ enrolled_on }) => enrolled_on ?? []).sort()[0] ?? null,
		age: birth && ageOn(birth.born_on, day),
		dutyPhone:
			[...enrolled.map(({ municipality }) => municipality), ...former]
				.map((municipality) => municipality?.duty_phone)
				.find(Boolean) ?? null,
	};
}
