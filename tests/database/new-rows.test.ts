/** What is made is made now, and nothing has become of it yet: also where every right on every table has been given away. */
import { expect, on, type Stage } from '../policies/stage.ts';
import type { Person } from '../policies/actors.ts';
import { mayComeAlong } from './conventions/columns.ts';

/** A new row of each table that somebody may write: who, and what they say in it. */
const rows: Record<string, [who: Person, said: Record<string, string>]> = {
	agenda_point: [
		'parent',
		{
			id: `'@new'`,
			meeting_id: `'@meeting of the family'`,
			family_id: `'@family'`,
			author_id: `'@me'`,
			wording: `'Søvn'`,
		},
	],
	arrival_shown: ['parent', { event_id: `'@the teacher joined'`, person_id: `'@me'` }],
	cancellation_seen: [
		'parent',
		{ meeting_id: `'@meeting of the family'`, person_id: `'@me'`, of_revision: '0' },
	],
	event_seen: ['parent', { event_id: `'@the teacher joined'`, person_id: `'@me'` }],
	family_offer: [
		'parent',
		{
			id: `'@new'`,
			family_id: `'@family'`,
			offer_id: `'@second offer'`,
			suggested_by: `'@me'`,
			state: `'interested'`,
		},
	],
	goal: ['parent', { id: `'@new'`, family_id: `'@family'`, title: `'Ro'`, created_by: `'@me'` }],
	goal_progress: [
		'parent',
		{
			id: `'@new'`,
			goal_id: `'@goal of the family'`,
			family_id: `'@family'`,
			noted_by: `'@me'`,
			note: `'Bedre'`,
		},
	],
	meeting: [
		'parent',
		{
			id: `'@new'`,
			family_id: `'@family'`,
			purpose: `'Skolen'`,
			starts_at: `now() + interval '1 day'`,
			ends_at: `now() + interval '25 hours'`,
			proposed_by: `'@me'`,
		},
	],
	meeting_attendee: [
		'parent',
		{ meeting_id: `'@meeting of the family'`, person_id: `'@coordinator'`, family_id: `'@family'` },
	],
	meeting_place: [
		'parent',
		{ meeting_id: `'@meeting without a place'`, family_id: `'@family'`, place: `'Skolen'`, is_home: 'false' },
	],
	offer: [
		'project-lead',
		{
			id: `'@new'`,
			municipality_id: `'@municipality'`,
			title: `'Kor'`,
			description: `'Sang'`,
			provider: `'Nordby Kor'`,
			provider_kind: `'association'`,
			place: `'Nordby'`,
			contact: `'70'`,
		},
	],
	organisation: [
		'project-lead',
		{ id: `'@new'`, municipality_id: `'@municipality'`, kind: `'association'`, name: `'Ny'` },
	],
	plan_visit: ['child', { person_id: `'@me'`, family_id: `'@family'` }],
	rating: [
		'parent',
		{
			id: `'@new'`,
			person_id: `'@me'`,
			topic: `'ladder'`,
			answers: `'{5}'`,
			rated_at: `now() - interval '1 hour'`,
		},
	],
	rating_draft: ['teacher', { person_id: `'@me'`, topic: `'ladder'`, answers: `'{5}'` }],
	scale: [
		'parent',
		{
			id: `'@new'`,
			person_id: `'@me'`,
			kind: `'mental'`,
			name: `'Ro'`,
			low_words: `'Lidt'`,
			high_words: `'Meget'`,
		},
	],
	share: [
		'parent',
		{
			id: `'@new'`,
			owner_id: `'@me'`,
			topic: `'smiley'`,
			professional_id: `'@coordinator'`,
			valid_until: `private.today() + 30`,
		},
	],
	team_member: [
		'project-lead',
		{ id: `'@new'`, family_id: `'@family'`, professional_id: `'@guest'`, job_id: `'@job of guest'` },
	],
};

interface Column {
	name: string;
	/** A value of its type that no new row has by itself. */
	forged: string;
}

/** The columns of a table that nobody may say in a new row. */
const unsaid = async ({ owner }: Stage, table: string): Promise<Column[]> =>
	(await owner(`
		select attname as name, case
			when t.typname = 'timestamptz' then '2012-01-01'
			when t.typname = 'uuid' then '@grandmother'
			when t.typname = 'bool' then 'false'
			when t.typcategory = 'N' then '7'
			when t.typtype = 'e' then (select min(enumlabel::text) from pg_enum where enumtypid = t.oid)
			else 'Psykolog'
		end as forged
		from pg_attribute join pg_type t on t.oid = atttypid
		where attrelid = 'public.${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
			and not has_column_privilege('authenticated', attrelid, attnum, 'insert')`)) as unknown as Column[];

on('every table somebody may write is tried', async ({ owner }) => {
	const tables = await owner(`select relname as name from pg_class
		where relnamespace = 'public'::regnamespace and relkind = 'r'
			and has_any_column_privilege('authenticated', oid, 'insert') order by 1`);
	expect(Object.keys(rows).sort()).toEqual(tables.map(({ name }) => name));
});

for (const [table, [who, said]] of Object.entries(rows)) {
	on(`${table}: what nobody may say of a new row is not believed, with every right`, async (stage) => {
		const columns = (await unsaid(stage, table)).filter(({ name }) => !(`${table}.${name}` in mayComeAlong));
		await stage.owner(`grant all on all tables in schema public to authenticated`);
		const made = (more: Column[]) =>
			stage.takenBack(async () => {
				const names = [...Object.keys(said), ...more.map(({ name }) => name)].join(', ');
				const values = [...Object.values(said), ...more.map(({ forged }) => `'${forged}'`)].join(', ');
				await stage.as(who, `insert into ${table} (${names}) values (${values})`);
				const [row] =
					await stage.owner(`select ${columns.map(({ name }) => name).join(', ') || '1 as said'} from ${table}
					where ${Object.entries(said)
						.filter(([name]) => name !== 'answers')
						.map(([name, value]) => `${name} = ${value.replace("'@me'", `'@${who}'`)}`)
						.join(' and ')}`);
				return row;
			});
		const honest = await made([]);
		expect(honest).toBeDefined();
		for (const column of columns) expect(await made([column]), column.name).toEqual(honest);
		expect(await made(columns)).toEqual(honest);
	});
}
