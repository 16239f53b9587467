/** The conventions of the schema. Each is a query that lists what breaks it, and a change that would. */
export interface Convention {
	says: string;
	/** Names what breaks it, in a column `what`. */
	query: string;
	/** A change after which the query must find something, or several that each would: a convention that cannot fail says nothing. */
	brokenBy: string | string[];
}

const ours = `('public', 'private')`;

/** What a column's name and type say well enough. Keys, times of events and enumerations are never asked about. */
const plainColumns = [
	...['id', 'name', 'title', 'description', 'place', 'contact', 'provider', 'note', 'wording', 'words'],
	...['invitee_name'],
];

const rowSecurity: Convention[] = [
	{
		says: 'row security is on, and holds for the owner too',
		query: `
			select oid::regclass::text as what from pg_class
			where relnamespace::regnamespace::text in ${ours} and relkind in ('r', 'p')
				and not (relrowsecurity and relforcerowsecurity)`,
		brokenBy: 'alter table private.plan_access no force row level security',
	},
	{
		says: 'a view asks as who looks at it, and nothing is copied past row security',
		query: `
			select oid::regclass::text as what from pg_class
			where relnamespace::regnamespace::text in ${ours} and (relkind = 'm'
				or (relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)))`,
		brokenBy: 'create view public.all_goals as select * from public.goal',
	},
	{
		says: 'a policy is for one command, to authenticated, and only ever adds',
		query: `
			select tablename || '.' || policyname as what from pg_policies
			where cmd = 'ALL' or roles <> '{authenticated}' or permissive <> 'PERMISSIVE'`,
		brokenBy: 'create policy all_own on public.goal to authenticated using (false)',
	},
	{
		says: 'a policy is called by its command and whom it is for',
		query: `
			select tablename || '.' || policyname as what from pg_policies
			where policyname !~ ('^' || lower(cmd) || '_[a-z_]+$')`,
		brokenBy: 'alter policy select_plan on public.goal rename to family_can_see',
	},
	{
		says: 'what is written is checked',
		query: `
			select tablename || '.' || policyname as what from pg_policies
			where cmd in ('INSERT', 'UPDATE') and with_check is null`,
		brokenBy: 'create policy update_any on public.goal for update to authenticated using (false)',
	},
	{
		// i_may_ask is the exception: it is asked for a row that is inserted, never while scanning.
		says: 'a policy asks its helpers once, not for every row',
		query: `
			select tablename || '.' || policyname as what from pg_policies
			where regexp_replace(coalesce(qual, '') || coalesce(with_check, ''), '\\( SELECT [^=<>]*\\)', '', 'g')
				~ case cmd when 'INSERT' then 'private\\.(?!i_may_ask)' else 'private\\.' end`,
		brokenBy: `alter policy select_plan on public.goal using (family_id = any (private.my_families()))`,
	},
];

/** Functions that answer with many and need no limit of their own: why what they answer is bounded. */
const bounded: Record<string, string> = {
	'public.keep_draft_answer': 'one draft, which has five answers at most',
	'private.asked_words': 'the words of a search, and first_words lets sixteen of them through',
	'private.words_of': 'the words of one offer, whose texts have their limits',
	'private.stems_answering':
		'stems of a vocabulary for one word; never handed out, and found_offers has a limit',
	'private.shares_in_force': 'one for each member of a family and topic; never handed out',
	'private.occupied': 'refuses to be asked for more than 100 people or two months; granted to nobody',
	'private.clashing': 'what overlaps one meeting; handed out by clashes, which has a limit',
	'public.preview_share': 'asks shared_ratings for the newest 200',
	'public.read_shared_ratings': 'asks shared_ratings for 200 of each choice, and of many choices for fewer',
};

/** Ids that look copied and are none, or are copied for a time: why no composite key says that they agree. */
const copied: Record<string, string> = {
	'event_seen.person_id of family_event': 'who has seen the line; the line is about somebody else',
	'family_offer.about_id of goal': 'what is for one child can serve a goal of the whole family',
	'family_offer.municipality_id of family':
		'the family’s when it was tied: of the offer’s municipality it says more, and has its key',
	'goal.about_id of goal':
		'the goal’s own, for the whole family null: a key with an empty part refers to nothing (place_goal)',
	'goal.created_by of goal': 'a step is made by another than its goal',
	'goal.plan_id of goal': 'a step made later stands in the plan of then; both are the family’s',
};

/** Columns that a trigger of their own sets, whatever is sent: which function. */
const stamped: Record<string, string> = {
	'family_offer.answered_at': 'stamp_offer_answer',
	'family_offer.answered_by': 'stamp_offer_answer',
	'goal.changed_at': 'stamp_goal',
	'meeting_attendee.answered_at': 'stamp_answer',
	'plan_visit.since': 'stamp_visit',
	'plan_visit.visited_at': 'stamp_visit',
	'rating_draft.changed_at': 'stamp_draft',
};

/** What tells the moment it is, as a regular expression. */
const clocks = String.raw`\m(now|(clock|transaction|statement)_timestamp|current_timestamp)\M`;

const structure: Convention[] = [
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
	{
		// The server's own day is another one than Denmark's for an hour or two each night. private.danish_day is the one way
		// from a moment to a day, so that no rule spells it in a way of its own, and private.today() is the one day.
		says: 'no rule makes a day of a moment but private.danish_day',
		query: String.raw`
			with written (what, words) as (
				select oid::regprocedure::text, concat(prosrc, pg_get_function_sqlbody(oid),
					-- What it answers with is made a day without a word.
					case when prorettype = 'date'::regtype and concat(prosrc, pg_get_function_sqlbody(oid)) ~* '${clocks}' then '::date' end)
				from pg_proc
				where pronamespace::regnamespace::text in ${ours} and oid <> 'private.danish_day'::regproc
					and oid <> 'private.today'::regproc
				union all
				select tablename || '.' || policyname, concat(qual, with_check) from pg_policies
				union all
				select adrelid::regclass || ' ' || adnum, concat(pg_get_expr(adbin, adrelid),
					case when atttypid = 'date'::regtype and pg_get_expr(adbin, adrelid) ~* '${clocks}' then '::date' end)
				from pg_attrdef join pg_attribute on attrelid = adrelid and attnum = adnum
				where adrelid in (select oid from pg_class where relnamespace::regnamespace::text in ${ours})
				union all
				select conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) from pg_constraint
				where connamespace::regnamespace::text in ${ours}
				union all
				select tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
				union all
				select viewname, definition from pg_views where schemaname in ${ours}
				union all
				select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
				where indrelid in (select oid from pg_class where relnamespace::regnamespace::text in ${ours})
			)
			select what from written
			-- A day that is written out is one everywhere.
			where regexp_replace(regexp_replace(words, '--[^\n]*', '', 'g'), $d$'\d{4}-\d\d-\d\d'::date$d$, '', 'g') ~* concat_ws('|',
				'current_date', 'localtime', $d$'(now|today|tomorrow|yesterday)'$d$,
				$d$::\s*(date|time|timetz)\M$d$, $d$\mas\s+(date|time|timetz)\M$d$, $d$\mdate\s*\($d$,
				'date_trunc', 'to_date', $d$to_char\s*\([^)]*$d$ || '(${clocks}|_at\M)',
				$d$(extract|date_part)\s*\([^)]*$d$ || '(${clocks}|_at\M)',
				$d$_on\s*[<>=]+\s*$d$ || '(${clocks})', '(${clocks})' || $d$(\(\))?\s*[<>=]+\s*(\w+\.)?\w+_on\M$d$)`,
		brokenBy: [
			...[
				...['current_date', 'now()::date', 'now() ::date', 'now()\n\t:: date', 'current_timestamp::date'],
				...['clock_timestamp()::date', 'transaction_timestamp()::date', 'statement_timestamp()::date'],
				...[
					'cast(now() as date)',
					'cast(now()\n\tas date)',
					`(now() + interval '1 hour')::date`,
					'date(now())',
				],
				...[`to_char(now(), 'YYYY-MM-DD')::date`, `to_date(to_char(now(), 'YYYYMMDD'), 'YYYYMMDD')`],
				...[`date_trunc('day', now())::date`, 'localtimestamp::date', `'today'::date`, 'created_at::date'],
				...[`(now() at time zone 'Europe/Copenhagen')::date`, `timezone('Europe/Copenhagen', now())::date`],
			].map(
				(day) => `create function private.broken() returns boolean language plpgsql set search_path = '' as
					$$ begin return (select ${day} is null from public.person limit 1); end $$`,
			),
			// In what PostgreSQL writes itself.
			'create function private.broken() returns boolean language sql return clock_timestamp()::date is null',
			// Without a word that says so.
			'create function private.broken() returns date language sql return now()',
			`create function private.broken() returns boolean language plpgsql set search_path = '' as
				$$ begin return exists (select from public.offer where verified_on < now()); end $$`,
			`create function private.broken() returns boolean language plpgsql set search_path = '' as
				$$ begin return exists (select from public.offer o where now() >= o.verified_on); end $$`,
			`create function private.broken() returns integer language plpgsql set search_path = '' as
				$$ begin return extract(day from clock_timestamp()); end $$`,
			'alter table public.offer alter verified_on set default current_date',
			'alter table public.offer alter verified_on set default now()',
			'alter table public.offer add constraint broken check (verified_on <= cast(created_at as date))',
			'alter policy select_home on public.offer using (verified_on > cast(clock_timestamp() as date) - 365)',
			`create view public.broken with (security_invoker = true) as select (created_at + interval '1 hour')::date from public.offer`,
			`create index broken on public.offer (date(created_at at time zone 'UTC'))`,
		],
	},
	{
		// The API cuts a long answer off without a word, so a function says how much of what it found it answers with,
		// and which. An exception that is none any more is found too.
		says: 'a function that answers with many has an order and a limit, or a reason to have none',
		query: `
			with many (what, is_bounded) as (
				select pronamespace::regnamespace || '.' || proname,
					regexp_replace(concat(prosrc, pg_get_function_sqlbody(oid)), '--[^\\n]*', '', 'g')
						~* '\\morder by\\M.*\\mlimit\\M'
				from pg_proc
				where pronamespace::regnamespace::text in ${ours}
					and (proretset or (pronamespace = 'public'::regnamespace and prorettype::regtype::text like '%[]'))
			)
			select what from many where not is_bounded and what <> all ('{${Object.keys(bounded).join()}}')
			union all
			select what from unnest('{${Object.keys(bounded).join()}}'::text[]) what
			where what not in (select m.what from many m where not m.is_bounded)`,
		brokenBy: `create function public.all_goals() returns setof public.goal language sql
			return (select g from public.goal g where true)`,
	},
	{
		// Where somebody may update some columns, what keeps the others must not rest on grants alone: a server that gives
		// every right away would have them move. An exception that is none any more is found too.
		says: 'a column that nobody may update has a second guard: stays, stamps, keep_from_api or a stamp of its own',
		query: `
			with guards (relation, function, columns) as (
				select tgrelid, proname, string_to_array(encode(tgargs, 'escape'), '\\000')
				from pg_trigger join pg_proc p on p.oid = tgfoid
				-- For each row, before an update.
				where tgtype & 19 = 19 and tgenabled <> 'D'
			), open (what, relation) as (
				select c.oid::regclass || '.' || attname, c.oid
				from pg_class c join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
				where relnamespace::regnamespace::text in ${ours} and relkind in ('r', 'p')
					and exists (select from pg_policy where polrelid = c.oid and polcmd = 'w')
					and not has_column_privilege('authenticated', c.oid, attnum, 'update')
					and not exists (
						select from guards g where g.relation = c.oid and attname::text = any (g.columns)
							and g.function in ('stays', 'stamps', 'keep_from_api')
					)
			), excepted (what, function) as (
				select * from unnest('{${Object.keys(stamped).join()}}'::text[], '{${Object.values(stamped).join()}}'::text[])
			)
			select o.what from open o where not exists (
				select from excepted e join guards g on g.relation = o.relation and g.function = e.function where e.what = o.what
			)
			union all
			select e.what from excepted e where e.what not in (select o.what from open o)`,
		brokenBy: `alter table public.person add column nickname text`,
	},
	{
		// Whoever has no right is told so and nothing else. A reason has a name, by which the app finds its words.
		says: 'a function that says why it refuses says it by private.refuse',
		query: `
			select oid::regprocedure::text as what from pg_proc, regexp_matches(prosrc, 'raise exception[^;]*;', 'g') raised
			where pronamespace::regnamespace::text in ${ours} and oid <> 'private.refuse'::regproc
				and (raised[1] !~ 'errcode = ''(42501|insufficient_privilege)''' or raised[1] ~ '(rule|constraint) "')`,
		brokenBy: `create function public.knock() returns void language plpgsql set search_path = '' as
			$$ begin raise exception 'constraint "door_is_open": shut' using errcode = '42501'; end $$;
			revoke execute on function public.knock() from public`,
	},
	{
		says: 'nobody may execute a function just because nobody thought of it',
		query: `
			select oid::regprocedure::text as what from pg_proc
			where pronamespace::regnamespace::text in ('public', 'private', 'extensions')
				and (has_function_privilege('anon', oid, 'execute')
					or exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0))`,
		brokenBy: 'grant execute on function public.preview_share to public',
	},
	{
		// A body that PostgreSQL parsed when the function was made looks up no names later.
		says: 'a function has a fixed search path, and it is empty',
		query: `
			select oid::regprocedure::text as what from pg_proc
			where pronamespace::regnamespace::text in ${ours}
				and not coalesce('search_path=""' = any (proconfig), false)
				and (prosqlbody is null or prosecdef)`,
		brokenBy: 'alter function private.my_families() reset search_path',
	},
];

const comments: Convention[] = [
	{
		says: 'a table has a comment',
		query: `
			select oid::regclass::text as what from pg_class
			where relnamespace::regnamespace::text in ${ours} and relkind in ('r', 'p', 'v')
				and obj_description(oid, 'pg_class') is null`,
		brokenBy: 'comment on table public.goal is null',
	},
	{
		says: 'a column whose name does not say enough has a comment',
		query: `
			select c.oid::regclass || '.' || attname as what
			from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped
			where relnamespace::regnamespace::text in ${ours} and relkind in ('r', 'p')
				and col_description(c.oid, attnum) is null
				and attname <> all ('{${plainColumns.join()}}')
				and not (attname ~ '_(at|on)$' and atttypid in ('timestamptz'::regtype, 'date'::regtype))
				and not exists (select from pg_constraint f where f.conrelid = c.oid and contype = 'f' and attnum = any (conkey))
				and not exists (select from pg_type t where t.oid = atttypid and typtype = 'e')`,
		brokenBy: 'comment on column public.goal.sign is null',
	},
	{
		says: 'a policy has a comment',
		query: `
			select polrelid::regclass || '.' || polname as what from pg_policy
			where obj_description(oid, 'pg_policy') is null`,
		brokenBy: 'comment on policy select_plan on public.goal is null',
	},
	{
		says: 'a function has a comment',
		query: `
			select oid::regprocedure::text as what from pg_proc
			where pronamespace::regnamespace::text in ${ours} and obj_description(oid, 'pg_proc') is null`,
		brokenBy: 'comment on function private.uid() is null',
	},
	{
		says: 'a type has a comment',
		query: `
			select oid::regtype::text as what from pg_type
			where typnamespace::regnamespace::text in ${ours} and typtype in ('e', 'd', 'r')
				and obj_description(oid, 'pg_type') is null`,
		brokenBy: 'comment on type public.life_area is null',
	},
];

export const conventions = [...rowSecurity, ...structure, ...comments];
