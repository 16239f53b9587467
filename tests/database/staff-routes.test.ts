/**
 * A read by staff that is not logged cannot happen: every member of staff tries every route there is, and lets nothing
 * of it stay. What shows an answer is read_shared_ratings alone, and the log has had its line since before.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { actAs, rolledBack } from './acting.ts';
import { engines, fresh } from './engines.ts';
import type { Database } from './open.ts';
import { routes, trier, tryRoutes, type Route } from './staff-routes.ts';
import { actors, type ActorName } from '../policies/actors.ts';
import { idOf, nameOf, withIds } from '../policies/labels.ts';

// Every route there is, many thousand statements, and a machine that does other things too.
vi.setConfig({ testTimeout: 300_000 });

const staff: ActorName[] = [
	...(['coordinator', 'teacher', 'job-adviser', 'project-lead', 'guest'] as const),
	...(['former-mentor', 'former-nurse', 'stranger-coordinator'] as const),
];

const people = [
	'parent',
	'other-parent',
	'young-person',
	'child',
	'former-partner',
	'stranger-parent',
	'far-parent',
];

/** Answers like nobody else's, and the newest: a pair on the ladder for each person, a draft, and words. What shows one shows an answer. */
const plant = `
	-- A child is not asked with the ladder; here every answer is a pair nobody else has.
	set session_replication_role = replica;
	${people
		.map(
			(who, i) =>
				`insert into rating (id, person_id, topic, answers, rated_at)
					values ('@planted: ${who}', '@${who}', 'ladder', '{10,${i}}', now());`,
		)
		.join('\n')}
	set session_replication_role = origin;
	delete from rating_draft where person_id <> '@coordinator';
	${people.map((who) => `insert into rating_draft (person_id, topic, answers) values ('@${who}', 'who5', '{3,1,null,1,3}');`).join('\n')}
	alter table share disable trigger stays;
	update share set topic = 'ladder';
	delete from access_log; analyze`;
const signs: [of: string, RegExp][] = [
	...people.map((who, i): [string, RegExp] => [who, new RegExp(`\\{10,${i}\\}|\\[10, ?${i}\\]`)]),
	['somebody', /\{3,1,NULL,1,3\}|hemmelig/i],
];

interface Leak {
	who: ActorName;
	route: string;
	/** Whose answers came out. */
	owners: string[];
	/** Whose answers the log says this reader read, now that the transaction is gone. */
	logged: string[];
}

async function leaks(db: Database, who: ActorName, all: Route[]): Promise<Leak[]> {
	const found: Leak[] = [];
	const told = await tryRoutes(db, who, all);
	for (const [place, route] of all.entries()) {
		const owners = signs.filter(([, sign]) => sign.test(told[place]!)).map(([of]) => of);
		if (!owners.length) continue;
		const lines = await db.rows('select owner_id from public.access_log where reader_id = $1', [idOf(who)]);
		found.push({ who, route: route.name, owners, logged: lines.map(({ owner_id }) => nameOf(owner_id)) });
	}
	return found;
}

const unlogged = (found: Leak[]) =>
	found.filter(({ owners, logged }) => owners.some((owner) => !logged.includes(owner)));

/** Every member of staff opens what they may, for good. @returns the readings by name */
async function openAll(db: Database): Promise<Map<string, string>> {
	const readings = new Map<string, string>();
	for (const who of staff) {
		for (const family of ['family', 'other home', 'strangers', 'far family']) {
			await db.exec('begin');
			await actAs(db, actors[who]);
			await db.rows(withIds(`select open_shared_ratings('@${family}') as reading`)).then(
				([row]) => readings.set(`${family} opened by ${who}`, row!.reading as string),
				() => undefined,
			);
			// Of a refused one nothing is left to commit.
			await db.exec('commit');
		}
	}
	return readings;
}

describe.each(engines)('%s', (engine) => {
	let db: Database;
	let readings: Map<string, string>;
	beforeAll(async () => {
		db = await fresh(engine, 'filled');
		await db.exec(withIds(plant));
		readings = await openAll(db);
	});
	afterAll(() => db.close());

	/** In a transaction of which nothing stays, so that what it wrote is no line of the log. */
	const trying = (work: (ours: Route[], system: Route[]) => Promise<Leak[]>, change = '') =>
		rolledBack(db, async () => {
			// PostgreSQL would compile the dear views of information_schema, which takes longer than reading them.
			await db.exec(`set local jit = off; ${trier}; ${change}`);
			const all = await routes(db, readings);
			return work(
				all.filter(({ system }) => !system),
				all.filter(({ system }) => system),
			);
		});

	test('answers come out of read_shared_ratings alone, to the one who opened them, and the log has the line', async () => {
		const found = await trying(async (ours, system) => {
			const everybody = await leaks(db, 'coordinator', system);
			for (const who of staff) everybody.push(...(await leaks(db, who, ours)));
			return everybody;
		});
		expect(unlogged(found)).toEqual([]);
		const shown = (who: ActorName, family: string, owners: string[]) => {
			const opened = `'${family} opened by ${who}'::uuid`;
			const route = `call read_shared_ratings(${opened}, now() + interval '1 hour', ${opened})`;
			return [
				{ who, route, owners },
				// A failure says the first one.
				{ who, route: `${route}, x.answers::integer`, owners: [expect.toBeOneOf(owners)] },
			];
		};
		expect(found.map(({ who, route, owners }) => ({ who, route, owners }))).toEqual([
			...shown('coordinator', 'family', ['parent', 'child']),
			...shown('teacher', 'family', ['young-person']),
			...shown('former-mentor', 'strangers', ['stranger-parent']),
			...shown('stranger-coordinator', 'far family', ['far-parent']),
		]);
	});

	const holes = {
		'a policy too wide': `alter policy select_own on rating using (true)`,
		'a view past row security': `create view answers as select * from rating; grant select on answers to authenticated`,
		'a function that does not log': `
			create function peek(owner uuid) returns setof rating language sql security definer as
				$$ select * from public.rating where person_id = owner $$;
			grant execute on function peek to authenticated`,
		'a function that logs in the transaction that reads': `
			create function read_at_once(owner uuid) returns setof rating language sql security definer as $$
				insert into access_log
					(reading_id, owner_id, reader_id, job_id, share_id, family_id, topic, as_coordinator, profession)
				select owner, owner, private.uid(), (select id from job where person_id = private.uid()), s.id, m.family_id, s.topic, false, ''
				from share s join member m on m.person_id = owner where s.owner_id = owner;
				select * from public.rating where person_id = owner $$;
			grant execute on function read_at_once to authenticated`,
	};
	test.each(Object.entries(holes))('%s would be noticed', async (_, change) => {
		const found = await trying((ours) => leaks(db, 'guest', ours), change);
		expect(unlogged(found)).not.toEqual([]);
	});
});
