-- The demo: four invented families in two invented municipalities, and the people around them. Nobody here is real;
-- addresses end in .example and phone numbers begin with 00 00 00, so that nothing leads anywhere.
--
--   Egelund Kommune    a  Familien Holm    Amira, Emil (16), Noah (11); enrolled 8 months ago, chose Mette
--                      b  Familien Bak     Jesper, and Noah again: he has two homes; no coordinator chosen yet
--                      c  Familien Møller  Line and little Karla; chose Hanne
--   Strandby Kommune   d  Familien Lind    Sofie and Anton; chose Karen
--
-- Ids are fixed and say what they are: 00000000-0000-7000-<room>-<who or which>.
--   8000 municipality (e, 5)   8001 person (a1 Amira, a2 Emil, a3 Noah, b1 Jesper, c1 Line, c2 Karla, d1 Sofie,
--   d2 Anton; staff of Egelund e1 Mette, e2 Jonas, e3 Pia, e4 Thomas, e5 Yusuf, e6 Bent, e7 Hanne; of Strandby
--   f1 Karen)   8002 family (a-d)   8003 member   8004 team member   8005 choice of coordinator   8006 organisation
--   8007 job (as the person)   8010 goal
--   8011 progress   8012 plan version   8020 meeting   8021 agenda point   8030 offer   8031 offer for a family   8040 scale
--   8041 rating   8050 share   8051 access log   8060 invitation
-- So Amira is 00000000-0000-7000-8001-0000000000a1, and the Holms' first goal 00000000-0000-7000-8010-0000000000a1.
--
-- Dates are counted from today in Denmark, negative days in the past. The functions below live only while the demo
-- is put in; 99_shorthand_off.sql takes them away.

create function pg_temp.id(room text, tail text) returns uuid
language sql immutable
as $$
	select (
		'00000000-0000-7000-' || case room
			when 'municipality' then '8000'
			when 'person' then '8001'
			when 'family' then '8002'
			when 'member' then '8003'
			when 'team_member' then '8004'
			when 'choice' then '8005'
			when 'organisation' then '8006'
			when 'job' then '8007'
			when 'enrolment' then '8008'
			when 'goal' then '8010'
			when 'progress' then '8011'
			when 'plan_version' then '8012'
			when 'meeting' then '8020'
			when 'agenda_point' then '8021'
			when 'offer' then '8030'
			when 'family_offer' then '8031'
			when 'scale' then '8040'
			when 'rating' then '8041'
			when 'share' then '8050'
			when 'access_log' then '8051'
			when 'invitation' then '8060'
		end || '-' || lpad(tail, 12, '0')
	)::uuid
$$;

-- First names are unique in the demo. A misspelt one stops the whole seed instead of becoming null.
create function pg_temp.person(first_name text) returns uuid
language plpgsql stable strict
as $$
declare
	found_id uuid;
begin
	select p.id into strict found_id from public.person p where split_part(p.name, ' ', 1) = first_name;
	return found_id;
end
$$;

create function pg_temp.day(days integer) returns date
language sql stable
as $$ select (now() at time zone 'Europe/Copenhagen')::date + days $$;

-- The moment when the clocks in Denmark show this, also across a change to or from summer time.
create function pg_temp.moment(days integer, clock time) returns timestamptz
language sql stable
as $$ select (pg_temp.day(days) + clock) at time zone 'Europe/Copenhagen' $$;

-- That day, or the next one on which people are at work: no weekend, Christmas or New Year.
create function pg_temp.workday(days integer) returns date
language sql stable
as $$
	select min(d)::date from generate_series(pg_temp.day(days), pg_temp.day(days + 7), interval '1 day') d
	where extract(isodow from d) < 6 and to_char(d, 'MMDD') not in ('1224', '1225', '1226', '1231', '0101')
$$;

create function pg_temp.workday_moment(days integer, clock time) returns timestamptz
language sql stable
as $$ select (pg_temp.workday(days) + clock) at time zone 'Europe/Copenhagen' $$;

-- A birthday that makes the person this old, with so many days gone since the last one.
create function pg_temp.born(age integer, days_since integer) returns date
language sql stable
as $$ select (pg_temp.day(-days_since) - make_interval(years => age))::date $$;
