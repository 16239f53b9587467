/**
 * A read by staff that is not logged cannot happen: every member of staff tries every route there is, and answers
 * come out of read_shared_ratings alone, those that are shared alone, and then the log has the line.
 */
import { describe, expect, test } from 'vitest';
import type { ActorName } from '../policies/actors.ts';
import { engines, filled } from '../policies/databases.ts';
import { idOf, nameOf, withIds } from '../policies/labels.ts';
import { rolledBack } from './acting.ts';
import type { Database } from './open.ts';
import { routes, tryRoute, type Route } from './staff-routes.ts';

const staff: ActorName[] = [
	...(['coordinator', 'teacher', 'job-adviser', 'project-lead', 'guest'] as const),
	...(['former-mentor', 'former-nurse', 'stranger-coordinator'] as const),
];

/** Answers like nobody else's: a pair on the ladder, a draft, and words. What shows one of them shows an answer. */
const plant = `
	insert into rating (id, person_id, topic, answers)
	select md5('planted ' || p.id)::uuid, p.id, 'ladder', '{6,8}' from person p where not exists (
		select from professional w where w.person_id = p.id);
	update rating_draft set answers = '{3,1,null,1,3}' where person_id <> '@coordinator';
	update share set topic = 'ladder';
	delete from access_log; analyze`;
const signs = [/\{6,8\}/, /\[6, ?8\]/, /\{3,1,NULL,1,3\}/i, /hemmelig/];

interface Leak {
	who: ActorName;
	route: string;
	/** Whose answers came out. */
	owners: string[];
	/** Whose answers the log says this reader read. */
	logged: string[];
}

const partition = (all: Route[]) =>
	[all.filter((route) => route.system), all.filter((route) => !route.system)] as const;

const people = [
	'parent',
	'other-parent',
	'young-person',
	'child',
	'former-partner',
	'stranger-parent',
	'far-parent',
];

async function leaks(db: Database, who: ActorName, all: Route[]): Promise<Leak[]> {
	const found: Leak[] = [];
	for (const route of all) {
		const { text, log } = await tryRoute(db, who, route);
		if (!signs.some((sign) => sign.test(text))) continue;
		const mine = log.filter((line) => line.reader_id === idOf(who));
		found.push({
			who,
			route: route.name,
			owners: people.filter((person) => text.includes(idOf(person))).sort(),
			logged: mine.map((line) => nameOf(line.owner_id)).sort(),
		});
	}
	return found;
}

const planted = <T>(db: Database, work: () => Promise<T>) =>
	rolledBack(db, async () => {
		// PostgreSQL would compile the dear views of information_schema, which takes longer than reading them.
		await db.exec(`set local jit = off; ${withIds(plant)}`);
		return work();
	});

describe.each(engines)('%s', (engine) => {
	test('answers come out of read_shared_ratings alone, and each such read is logged', async () => {
		const db = await filled(engine);
		const found = await planted(db, async () => {
			const [system, ours] = partition(await routes(db));
			const everybody: Leak[] = await leaks(db, 'coordinator', system);
			for (const who of staff) everybody.push(...(await leaks(db, who, ours)));
			return everybody;
		});
		const read = (who: ActorName, family: string, owners: string[]) => ({
			who,
			route: `call read_shared_ratings('${idOf(family)}'::uuid)`,
			owners,
			logged: owners,
		});
		expect(found).toEqual([
			read('coordinator', 'family', ['child', 'parent']),
			read('teacher', 'family', ['young-person']),
			read('former-mentor', 'strangers', ['stranger-parent']),
			read('stranger-coordinator', 'far family', ['far-parent']),
		]);
	});

	const holes = {
		'a policy too wide': `alter policy select_own on rating using (true)`,
		'a view past row security': `create view answers as select * from rating; grant select on answers to authenticated`,
		'a function that does not log': `
			create function peek(owner uuid) returns setof rating language sql security definer as
				$$ select * from public.rating where person_id = owner $$;
			grant execute on function peek to authenticated`,
	};
	test.each(Object.entries(holes))('%s would be noticed', async (_, change) => {
		const db = await filled(engine);
		const found = await planted(db, async () => {
			await db.exec(change);
			return leaks(db, 'guest', partition(await routes(db))[1]);
		});
		expect(found).not.toEqual([]);
	});
});
