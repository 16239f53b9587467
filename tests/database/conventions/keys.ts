/** Foreign keys: found, deleted and copied. */
import { ours, type Convention } from './convention.ts';

/** Ids that look copied and are none, or are copied for a time: why no composite key says that they agree. */
const copied: Record<string, string> = {
	'arrival_shown.person_id of family_event': 'to whom the line was shown; the line is about somebody else',
	'event_seen.person_id of family_event': 'who has seen the line; the line is about somebody else',
	'family_offer.about_id of goal': 'what is for one child can serve a goal of the whole family',
	'family_offer.municipality_id of family':
		'the family’s when it was tied: of the offer’s municipality it says more, and has its key',
	'goal.about_id of goal':
		'the goal’s own, for the whole family null: a key with an empty part refers to nothing (place_goal)',
	'goal.created_by of goal': 'a step is made by another than its goal',
	'goal.removed_by of goal': 'a step is taken off by another than its goal',
	'goal.plan_id of goal': 'a step made later stands in the plan of then; both are the family’s',
};

export const keys: Convention[] = [
	{
		says: 'a foreign key has an index',
		query: `
			select conrelid::regclass || '.' || conname as what from pg_constraint c
			where contype = 'f' and connamespace::regnamespace::text in ${ours} and not exists (
				select from pg_index i
				where i.indrelid = c.conrelid and i.indpred is null
					and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
			)`,
		brokenBy: 'alter table public.birth add other uuid references public.person',
	},
	{
		// Nothing, as PostgreSQL has it when nobody says, is no answer: a person could then not be erased.
		says: 'a foreign key says what happens when what it names is deleted',
		query: `
			select conrelid::regclass || '.' || conname as what from pg_constraint
			where contype = 'f' and connamespace::regnamespace::text in ${ours} and confdeltype = 'a'`,
		brokenBy: `alter table public.birth add other uuid references public.person;
			create index on public.birth (other)`,
	},
	{
		// An id that stands in the row that is referred to, too: agreeing is the key's work, not a trigger's. An exception
		// that is none any more is found as well.
		says: 'an id that is copied from the row referred to is copied by a composite key',
		query: `
			with found (what) as (
				select distinct c.conrelid::regclass || '.' || copy.attname || ' of ' || c.confrelid::regclass
				from pg_constraint c
				join pg_attribute id on id.attrelid = c.confrelid and id.attname = 'id' and id.attnum = any (c.confkey)
				join pg_attribute copy on copy.attrelid = c.conrelid and copy.attnum <> all (c.conkey)
					and copy.atttypid = 'uuid'::regtype and copy.attname <> 'id'
				join pg_attribute original on original.attrelid = c.confrelid and original.attname = copy.attname
				where c.contype = 'f' and c.connamespace::regnamespace::text in ${ours} and not exists (
					select from pg_constraint whole
					where whole.contype = 'f' and whole.conrelid = c.conrelid and whole.confrelid = c.confrelid
						and whole.conkey @> array[c.conkey[array_position(c.confkey, id.attnum)], copy.attnum]
				)
			)
			select what from found where what <> all ('{${Object.keys(copied).join()}}')
			union all
			select what from unnest('{${Object.keys(copied).join()}}'::text[]) what where what not in (select f.what from found f)`,
		brokenBy: `alter table public.job drop constraint job_is_where_its_organisation_is`,
	},
	{
		// A job, and with it the teams, choices and logs that name it, would go with the place; an offer with the families'
		// answers. What a municipality keeps for itself goes with it (docs/decisions/013-erasure.md).
		says: 'nothing that people stand on is deleted with a municipality, an organisation or an offer',
		query: `
			select conrelid::regclass || '.' || conname as what from pg_constraint
			where contype = 'f' and connamespace::regnamespace::text in ${ours} and confdeltype <> 'r'
				and confrelid in ('public.municipality'::regclass, 'public.organisation'::regclass, 'public.offer'::regclass)
				and conrelid::regclass::text not in ('municipality_notice', 'private.offer_word', 'private.vocabulary')`,
		brokenBy: `alter table public.job drop constraint job_municipality_id_fkey,
			add constraint job_municipality_id_fkey foreign key (municipality_id) references public.municipality on delete cascade`,
	},
];
