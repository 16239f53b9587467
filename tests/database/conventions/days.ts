/** One day: the Danish one. */
import { globSync, readFileSync } from 'node:fs';
import { ours, type Convention } from './convention.ts';

/** The SQL that whoever runs it is told to write. */
const documented = globSync(['*.md', 'docs/**/*.md']).flatMap((file) =>
	[...readFileSync(file, 'utf8').matchAll(/^```sql\n(.*?)^```/gms)].map(
		([, sql]) => `union all select '${file}', $doc$${sql!}$doc$`,
	),
);

/** What tells the moment it is, as a regular expression. */
const clocks = String.raw`\m(now|(clock|transaction|statement)_timestamp|current_timestamp)\M`;

export const days: Convention[] = [
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
				${documented.join('\n')}
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
];
