-- What triggers of every room ask of a row: what stays, what was seen, how many there may be.

create function private.stays() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	before jsonb := to_jsonb(old);
	after jsonb := to_jsonb(new);
	name text;
begin
	foreach name in array tg_argv loop
		-- What names nobody any more becomes empty, by its foreign key or by the owner: that is how a person is erased.
		if after ->> name is distinct from before ->> name
			and (after ->> name is not null or (private.uid() is not null and pg_trigger_depth() = 1)) then
			perform private.refuse(tg_table_name || '_' || name || '_stays', 'it is not moved from one to another');
		end if;
	end loop;
	return new;
end
$$;
comment on function private.stays() is
	'For a trigger before update, with the names of columns: what a row belongs to and what it says are not changed afterwards, whoever may update which column.';

create function private.counts_changes() returns trigger
language plpgsql set search_path = ''
as $$
declare
	name text;
	is_changed boolean := false;
begin
	if tg_op = 'INSERT' then
		-- Only who fills a database (the owner) brings what was.
		if private.uid() is not null then new.revision := 0; end if;
		return new;
	end if;
	foreach name in array tg_argv loop
		is_changed := is_changed or to_jsonb(new) -> name is distinct from to_jsonb(old) -> name;
	end loop;
	-- Asked while the row is held. Who says again what stands there by now, changes nothing.
	if is_changed and new.revision is distinct from old.revision then
		perform private.refuse('changed_since', 'it was changed after the form was drawn from it');
	end if;
	new.revision := old.revision + is_changed::integer;
	return new;
end
$$;
comment on function private.counts_changes() is
	'For a trigger before insert or update, with the names of the columns a form edits: "revision" counts how often they were changed. A form sends the revision it was drawn from with what it changes; when it is another one by now, somebody else was faster, and nothing of theirs is written over.';

create function private.refuse_changed_since(stands anyelement, drawn_from anyelement, said anyelement) returns void
language plpgsql volatile set search_path = ''
as $$
begin
	if stands is distinct from drawn_from and stands is distinct from said then
		perform private.refuse('changed_since', 'it was changed after the form was drawn from it');
	end if;
end
$$;
comment on function private.refuse_changed_since(anyelement, anyelement, anyelement) is
	'The same where a form writes one thing only: what it was drawn from is what stood there. Asked while the row is held. Granted to nobody.';

create function private.at_most() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	there integer;
begin
	-- Two who add the last one at the same moment are counted one after the other.
	perform pg_advisory_xact_lock(hashtextextended(tg_argv[0] || (to_jsonb(new) ->> tg_argv[2]), 0));
	execute format(
		'select count(*) from %I.%I r where r.%I = $1 and %s',
		tg_table_schema, tg_table_name, tg_argv[2], coalesce(tg_argv[3], 'true')
	) into there using (to_jsonb(new) ->> tg_argv[2])::uuid, to_jsonb(new);
	if there > tg_argv[1]::integer then
		perform private.refuse(tg_argv[0], 'there can be no more of them');
	end if;
	return null;
end
$$;
comment on function private.at_most() is
	'For a trigger after insert, or when something is put back: the name of the rule, how many rows there are at most, of one value of which column, and which of them count (all, unless said; r is such a row, $2 the new one). By this they can be read at once, less than a thousand together.';

create function private.keep_from_api() returns trigger
language plpgsql set search_path = ''
as $$
declare
	kept text;
begin
	-- Whoever asks, when they write themselves; the owner, inside a function of ours.
	if current_user not in ('anon', 'authenticated', 'service_role', 'session_keeper') then
		return new;
	end if;
	if tg_op = 'INSERT' then
		raise exception 'rows of % are made by functions alone', tg_table_name using errcode = '42501';
	end if;
	foreach kept in array tg_argv loop
		if to_jsonb(new) -> kept is distinct from to_jsonb(old) -> kept then
			raise exception '%.% never moves', tg_table_name, kept using errcode = '42501';
		end if;
	end loop;
	return new;
end
$$;
comment on function private.keep_from_api() is
	'A second guard that does not rest on grants, for what would open a door: its arguments name columns no request changes, and on insert it refuses all rows written past our functions. Asks as whoever writes.';
