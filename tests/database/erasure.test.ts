/** Erasing a person takes who they were, and leaves what others stand on: tried for everybody of the demo and the fixture. */
import { afterAll, describe, expect, test } from 'vitest';
import { groupedBy } from '../../src/lib/grouped.ts';
import { runner } from '../../supabase/embedded/pglite.ts';
import { engines, filled } from '../policies/databases.ts';
import { on } from '../policies/stage.ts';
import { rolledBack } from './acting.ts';
import { begun } from './begun.ts';
import type { Database, Row } from './open.ts';

type Asked = Pick<Database, 'rows' | 'exec'>;

const pglite = await begun('demo');
const demo = runner(pglite);
afterAll(() => pglite.close());

/** Where the family speaks in its own words, which nobody goes through and rewrites (docs/decisions/013-erasure.md). */
const ownWords = new Set([
	...[
		'family.name',
		'family.sorts_as',
		'family_event.elsewhere',
		'goal_wording.words',
		'goal.title',
		'goal.sign',
		'goal_progress.note',
		'meeting.purpose',
		'meeting_place.place',
	],
	...['agenda_point.wording', 'meeting_attendee.reason', 'family_offer.reason', 'coordinator_message.words'],
]);

/** Every table and column where these words still stand. */
async function traces(db: Asked, words: string[], except = new Set<string>()): Promise<string[]> {
	const columns = (await db.rows(`
		select c.oid::regclass::text as relation, relname || '.' || attname as called, quote_ident(attname) as column
		from pg_class c join pg_attribute a on attrelid = c.oid and attnum > 0 and not attisdropped
		where relnamespace::regnamespace::text in ('public', 'private') and relkind = 'r' order by 2`)) as {
		relation: string;
		called: string;
		column: string;
	}[];
	const looked = groupedBy(
		columns.filter(({ called }) => !except.has(called)),
		({ relation }) => relation,
	);
	const found: string[] = [];
	for (const [relation, tried] of looked) {
		const hits = tried.map(({ called, column }) => {
			const like = words.map((word) => `${column}::text ~* '\\y${word.replaceAll("'", "''")}\\y'`);
			return `bool_or(${like.join(' or ')}) as "${called}"`;
		});
		const [hit] = await db.rows(`select ${hits.join(', ')} from ${relation}`);
		found.push(...tried.map(({ called }) => called).filter((called) => hit![called]));
	}
	return found;
}

/** What must be the same before and after. */
async function kept(db: Asked, person: string): Promise<Record<string, Row[]>> {
	const ask = (sql: string) => db.rows(sql.replaceAll(':person', `'${person}'`));
	const others = `exists (select from member m where m.family_id = x.family_id and m.left_at is null and m.person_id is distinct from :person)`;
	return {
		log: await ask(
			`select id, topic, profession, as_coordinator, answers_read, read_at from access_log order by id`,
		),
		goals: await ask(
			`select id, title, done_at, removed_at,
				(select array_agg(w.words order by w.number) from goal_wording w where w.goal_id = x.id) as said
			from goal x
			where about_id is distinct from :person and ${others} order by id`,
		),
		progress: await ask(
			`select id, note, score, noted_at from goal_progress x
			where about_id is distinct from :person and ${others} order by id`,
		),
		meetings: await ask(
			// To what is ahead nobody comes who is gone: their answer is taken back with the place.
			`select id, purpose, starts_at, (select count(*)::int from meeting_attendee a where a.meeting_id = x.id) as asked,
				(select array_agg((a.answer, a.answered_at)::text order by (a.answer, a.answered_at)::text) from meeting_attendee a where a.meeting_id = x.id and x.ends_at <= now()) as answers,
				(select array_agg((p.wording, p.from_family)::text order by p.wording) from agenda_point p where p.meeting_id = x.id) as points
			from meeting x where about_id is distinct from :person and ${others} order by id`,
		),
		offers: await ask(
			`select id, state, reason, answered_at from family_offer x
			where about_id is distinct from :person and ${others} order by id`,
		),
		answers: await ask(`select id, answers, rated_at from rating where person_id <> :person order by id`),
		events: await ask(
			// What is written in this very moment says that the person left.
			`select id, kind, happened_at, member_role, profession, was_first,
				case when person_id is distinct from :person then person_name end as about,
				case when by_id is distinct from :person then by_name end as by,
				case when agreed_by is distinct from :person then agreed_name end as agreed
			from family_event x where happened_at < now() and ${others} order by id`,
		),
		teams: await ask(
			`select id, professional_id, job_id, joined_at, left_at, unwanted_at from team_member x
			where professional_id <> :person and ${others} order by id`,
		),
		jobs: await ask(`select * from job where person_id <> :person order by id`),
		choices: await ask(
			`select id, professional_id, job_id, chosen_at, answer, answered_at, ended_at from coordinator_choice x
			where professional_id <> :person and ${others} order by id`,
		),
		people: await ask(`select id, name from person where id <> :person order by id`),
	};
}

async function erasedOneByOne(db: Asked & Database): Promise<void> {
	const everybody = (await db.rows(`select id, name from person order by name`)) as {
		id: string;
		name: string;
	}[];
	expect(everybody.length).toBeGreaterThan(10);
	for (const { id, name } of everybody) {
		await rolledBack(db, async () => {
			const before = await kept(db, id);
			await db.rows(`select private.erase_person('${id}')`);
			await db.exec('set constraints all immediate');
			expect(await traces(db, [id]), name).toEqual([]);
			const alone = everybody.filter((other) => other.name.includes(name)).length === 1;
			if (alone) expect(await traces(db, [name], ownWords), name).toEqual([]);
			expect(await kept(db, id), name).toEqual(before);
		});
	}
}

test('everybody of the demo', { timeout: 120_000 }, () => erasedOneByOne(demo as Asked & Database));

describe.each(engines)('%s', (engine) => {
	test('everybody of the fixture', { timeout: 120_000 }, async () => erasedOneByOne(await filled(engine)));
});

on(
	'who read is no name any more: as what, which topic and when stays, for the owner to see',
	async ({ as, owner }) => {
		const log = `select topic, profession, as_coordinator, read_at from access_log order by read_at, topic`;
		const before = await as('parent', log);
		await owner(`select private.erase_person('@coordinator')`);
		const after = await as('parent', log);
		expect(after.length).toBeGreaterThan(0);
		expect(after).toEqual(before);
		expect(await as('parent', `select id from access_log where reader_id is null`)).not.toEqual([]);
	},
);

on('why they were asked to a meeting goes with them, and nobody else’s reason', async ({ owner }) => {
	const reasons = (whose: string) =>
		owner(
			`select id, reason from meeting_attendee where ${whose} and reason is not null order by id`,
		) as Promise<Row[]>;
	const [theirs, others] = [
		await reasons(`person_id = '@teacher'`),
		await reasons(`person_id <> '@teacher'`),
	];
	expect(theirs.length).toBeGreaterThan(0);
	await owner(`select private.erase_person('@teacher')`);
	expect(await reasons('person_id is null')).toEqual([]);
	expect(await reasons('true')).toEqual(others);
});

on('a family goes with the last who belongs to it, not before', async ({ owner }) => {
	const there = async () => (await owner(`select 1 as one from family where id = '@strangers'`)).length;
	await owner(`select private.erase_person('@stranger-parent')`);
	expect(await there()).toBe(1);
	await owner(`select private.erase_person('@stranger-child')`);
	expect(await there()).toBe(0);
	expect(await owner(`select 1 as one from enrolment where family_id = '@strangers'`)).toEqual([]);
});

on(
	'where somebody works, what is offered and who runs it is not deleted under those who stand on it',
	async (stage) => {
		for (const row of [
			`organisation where id = '@school'`,
			`organisation where id = '@town hall'`,
			`municipality where id = '@municipality'`,
			`offer where id = '@fresh offer'`,
		])
			expect(await stage.ownersRefusal(`delete from ${row}`), row).toMatch(/^23(001|503)$/);
	},
);

on('nobody who asks erases anybody', async ({ allowed }) => {
	expect(await allowed(`select private.erase_person('@child')`)).toEqual([]);
});
