-- Calling a meeting and moving it: the meeting, where it is and who is asked, all or nothing. Invoker: row security
-- decides about every row.

create function private.hold_asked(people uuid[]) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	perform from public.person p where p.id = any (people) order by p.id for share;
end
$$;
comment on function private.hold_asked(uuid[]) is
	'Whoever is asked to a meeting, and the child it is about, in one order before any of them is waited for alone (stamp_comes_as, stamp_from_other_home).';
grant execute on function private.hold_asked(uuid[]) to authenticated;

create function public.propose_meeting(
	id uuid, family uuid, kind public.meeting_kind, purpose text, starts_at timestamptz, ends_at timestamptz,
	people uuid[], reasons text[], about uuid default null, place text default null, link text default null,
	is_home boolean default false, made_as text default null
) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
#variable_conflict use_variable
declare
	is_over boolean;
begin
	-- The same command delivered twice is one meeting; the id of another one is refused by the insert (meeting_pkey).
	select m.cancelled_at is not null into is_over from public.meeting m
	where m.id = id and m.proposed_by = private.uid() and m.made_as = made_as;
	if is_over then
		perform private.refuse('over_since', 'cancelled since');
	elsif found then
		return;
	end if;
	insert into public.meeting (id, family_id, about_id, kind, purpose, starts_at, ends_at, proposed_by, made_as)
	values (id, family, about, kind, purpose, starts_at, ends_at, private.uid(), made_as);
	perform private.hold_asked(people || about);
	insert into public.meeting_place (meeting_id, family_id, place, link, is_home)
	values (id, family, place, link, is_home);
	if exists (
		select from public.askable_elsewhere(family) e where e.person_id = any (people)
		group by e.person_id having bool_and(e.child_id is distinct from about)
	) then
		perform private.refuse('other_home_is_asked_about_its_child', 'the other home comes to what is about its child');
	end if;
	insert into public.meeting_attendee (meeting_id, person_id, family_id, reason)
	select id, asked.person, family, nullif(asked.reason, '') from unnest(people, reasons) as asked (person, reason);
	-- Who calls a meeting comes to it.
	update public.meeting_attendee a set answer = 'coming'
	where a.meeting_id = id and a.person_id = private.uid();
end
$$;
comment on function public.propose_meeting(
	uuid, uuid, public.meeting_kind, text, timestamptz, timestamptz, uuid[], text[], uuid, text, text, boolean, text
) is 'A parent or the coordinator calls a meeting and asks people to come; people and reasons stand in the same order. made_as is a fingerprint of all that was given, signed by whoever made it.';
grant execute on function public.propose_meeting(
	uuid, uuid, public.meeting_kind, text, timestamptz, timestamptz, uuid[], text[], uuid, text, text, boolean, text
) to authenticated;

create type public.meeting_change as enum ('time', 'place', 'link', 'home', 'already', 'nothing');
comment on type public.meeting_change is
	'What is another than it was when a meeting has been moved: its time, and whatever else; else its place, else its link; only whether its place is a home; already: what was said before was said again; nothing.';

create function public.move_meeting(
	id uuid, starts_at timestamptz, ends_at timestamptz, drawn_from integer,
	place text default null, link text default null, is_home boolean default false, shows uuid[] default '{}',
	drawn_shows uuid[] default '{}'
) returns public.meeting_change
language plpgsql volatile security invoker set search_path = ''
as $$
#variable_conflict use_variable
declare
	stands public.meeting;
	was public.meeting_place;
	shown uuid[];
	may_see uuid[];
begin
	select m.* into stands from public.meeting m
	where m.id = id and m.cancelled_at is null and m.ends_at > now() for no key update;
	if not found then
		raise exception 'no meeting ahead that you decide about' using errcode = 'insufficient_privilege';
	end if;
	-- Asked while the meeting is held. Who says again how it is held by now, changes nothing.
	select h.shown, h.may_see into shown, may_see from private.hold_shown(id) h;
	shows := array(select distinct one from unnest(shows) one where is_home and one = any (may_see) order by 1);
	select p.* into was from public.meeting_place p where p.meeting_id = id;
	if (stands.starts_at, stands.ends_at) = (starts_at, ends_at) and found
		and (was.place, was.link, was.is_home) is not distinct from (place, link, is_home) and shown = shows
	then
		return case when drawn_from = stands.revision then 'nothing' else 'already' end;
	end if;
	-- An answer makes no new revision of the meeting, and a no closes a home.
	if drawn_from is distinct from stands.revision
		or shown is distinct from array(select distinct one from unnest(drawn_shows) one order by 1)
	then
		perform private.refuse('changed_since', 'the meeting was changed after the form was drawn from it');
	end if;
	update public.meeting m set starts_at = starts_at, ends_at = ends_at where m.id = id;
	insert into public.meeting_place as p (meeting_id, family_id, place, link, is_home)
	values (id, stands.family_id, place, link, is_home)
	on conflict (meeting_id, family_id) do update
		set place = excluded.place, link = excluded.link, is_home = excluded.is_home;
	-- After all that takes it away.
	perform private.show_home(id, shows);
	return case
		when (stands.starts_at, stands.ends_at) <> (starts_at, ends_at) then 'time'
		when was.place is distinct from place then 'place'
		when was.link is distinct from link then 'link'
		else 'home'
	end;
end
$$;
comment on function public.move_meeting(uuid, timestamptz, timestamptz, integer, text, text, boolean, uuid[], uuid[]) is
	'A parent or the coordinator holds a meeting, as it was when they looked (its revision), at another time or place: both or neither. A parent says too who of the child''s other home sees it when it is a home (shows), by who saw it when they looked (drawn_shows); nobody is shown it who has said no. Returns what is another: when it is the time, everybody is asked again. Invoker, as propose_meeting.';
grant execute on function public.move_meeting(uuid, timestamptz, timestamptz, integer, text, text, boolean, uuid[], uuid[]) to authenticated;
