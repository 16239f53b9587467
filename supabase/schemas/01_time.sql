-- One clock: which day it is, when something was done, and who says so.

create function private.danish_day(moment timestamptz) returns date
language sql immutable
return (moment at time zone 'Europe/Copenhagen')::date;
comment on function private.danish_day(timestamptz) is 'The day it is in Denmark at a moment, also in the nights when the clocks change.';
grant execute on function private.danish_day(timestamptz) to authenticated;

create function private.today() returns date
language sql stable
return private.danish_day(now());
comment on function private.today() is
	'The day it is in Denmark. The one clock of every rule about days: the server''s own day is another one for an hour or two each night.';
grant execute on function private.today() to authenticated;

create function private.made_at() returns timestamptz
language sql stable
return least(
	(nullif(current_setting('request.jwt.claims', true), '')::json ->> 'made_at')::timestamptz, now()
);
comment on function private.made_at() is
	'When what is done was done, if it had to wait on a phone (the signed token says so); otherwise now.';

create function private.says_when() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Who fills a database (the owner) brings its own times.
	if private.uid() is null then return new; end if;
	-- Who does it now is never too late, also where somebody was answered who asked after them.
	if tg_op = 'UPDATE' and private.made_at() < now() and private.made_at() < old.said_at then
		perform private.refuse('said_otherwise_since', 'what was said later stands');
	end if;
	new.said_at := private.made_at();
	return new;
end
$$;
comment on function private.says_when() is
	'For a trigger on a table with a column said_at, when what it keeps is said anew: what waited on a phone does not undo what has been said since, by whoever it was. Asked of the row that is locked, so nothing comes in between.';

create function private.says_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is not null then
		new.said_at := greatest(old.said_at, private.made_at());
	end if;
	return new;
end
$$;
comment on function private.says_again() is
	'For a trigger beside says_when, when the same is said again: it was said then, so that what waited on a phone since before does not undo it.';

create function private.stamps() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	before jsonb := to_jsonb(old);
	after jsonb := to_jsonb(new);
	name text;
begin
	foreach name in array tg_argv loop
		if (before ->> name is null) <> (after ->> name is null) then
			after := jsonb_build_object(name, case when after ->> name is not null then now() end);
		else
			after := jsonb_build_object(name, before -> name);
		end if;
		new := jsonb_populate_record(new, after);
		after := to_jsonb(new);
	end loop;
	return new;
end
$$;
comment on function private.stamps() is
	'For a trigger before update, with the names of columns that say when something happened: whoever says that it did, the database says when. Taking it back empties the column, saying it once more changes nothing.';

create function private.begins_now() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	name text;
begin
	-- Who fills a database (the owner) brings its own times.
	if private.uid() is null then return new; end if;
	foreach name in array tg_argv loop
		new := jsonb_populate_record(new, jsonb_build_object(name, (
			select now() from pg_catalog.pg_attribute a
			where a.attrelid = tg_relid and a.attname = name and a.attnotnull
		)));
	end loop;
	return new;
end
$$;
comment on function private.begins_now() is
	'For a trigger before insert, with the names of columns that say when and how something ended, or what was answered: what is made is made now, and nothing has become of it yet. A column that must say something says now, the others are empty, whatever came with the request.';
