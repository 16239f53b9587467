/** Locks: in one order everywhere, so that nobody waits for somebody who waits for them (docs/decisions/016-locks.md). */
import { ours, type Convention } from './convention.ts';

/** In which order the tables are first touched. What is not named here comes after all of them. */
const steps = {
	enrolment: 1,
	organisation: 1,
	job: 2,
	municipality: 3,
	team_member: 4,
	member: 4,
	person: 5,
	family: 6,
};
const ranks = Object.entries(steps)
	.map(([table, step]) => `('${table}', ${String(step)})`)
	.join();
const last = 7;

/** Each statement of a function that locks or updates, by its place in it, and the table it begins with. */
const touches = `
	select p.oid, s.place, case when s.words ~ 'private\\.hold\\(' then 'person'
		else (regexp_match(s.words, '\\m(?:update|from) public\\.(\\w+)'))[1] end as touched
	from pg_proc p, regexp_split_to_table(regexp_replace(p.prosrc, '--[^\\n]*', '', 'g'), ';')
		with ordinality s (words, place)
	where p.pronamespace::regnamespace::text in ${ours} and p.prolang = (select oid from pg_language where lanname = 'plpgsql')
		and s.words ~ '(\\mfor (no key update|update|key share|share)\\M|\\mupdate public\\.|private\\.hold\\()'`;

export const locks: Convention[] = [
	{
		says: 'a function takes rows in the one order of locks',
		query: `
			with touches as (${touches}), first as (
				select oid, touched, min(place) as place, coalesce(min(step), ${String(last)}) as step
				from touches left join (values ${ranks}) as steps (name, step) on steps.name = touched
				group by oid, touched
			)
			select distinct a.oid::regprocedure || ': ' || b.touched || ' after ' || a.touched as what
			from first a join first b on a.oid = b.oid and a.place < b.place and a.step > b.step`,
		brokenBy: `create function private.greet(who uuid) returns void language plpgsql set search_path = '' as $$
			begin
				perform from public.family f for no key update;
				perform from public.person p where p.id = who for key share;
			end $$;
			revoke execute on function private.greet(uuid) from public`,
	},
	{
		// Every row that names a person or a family would wait for it.
		says: 'nobody but who erases takes a whole person or family',
		query: `
			select p.oid::regprocedure::text as what
			from pg_proc p, regexp_split_to_table(p.prosrc, ';') words
			where p.pronamespace::regnamespace::text in ${ours} and p.proname <> 'erase_person'
				and words ~ 'from public\\.(person|family)\\M.*\\mfor update\\M'`,
		brokenBy: `create function private.greet(who uuid) returns void language plpgsql set search_path = '' as $$
			begin
				perform from public.person p where p.id = who for update;
			end $$;
			revoke execute on function private.greet(uuid) from public`,
	},
];
