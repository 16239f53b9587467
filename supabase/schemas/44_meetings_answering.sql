-- Whether somebody comes: when it was said, until when, and what takes an answer back (M1). The answer stands with
-- who is asked (41_meetings_attendees.sql).

create function private.check_answered(meeting uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
	if exists (select from public.meeting m where m.id = meeting and m.ends_at <= now()) then
		perform private.refuse('meeting_can_be_answered', 'a meeting that is over is answered by nobody');
	end if;
	-- What takes an answer back by itself does so there all the same: the meeting may be held after all.
	if pg_trigger_depth() = 1 and exists (
		select from public.meeting m where m.id = meeting and m.cancelled_at is not null
	) then
		perform private.refuse('meeting_is_held', 'a meeting that is cancelled is answered by nobody');
	end if;
end
$$;
comment on function private.check_answered(uuid) is
	'For triggers: a meeting is answered, and an answer taken away, until it is over or cancelled; who leaves takes theirs along also from what is cancelled. Granted to nobody.';

create function private.stamp_answer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if new.answer is not distinct from old.answer then
		new.answered_at := old.answered_at;
		return new;
	end if;
	perform private.check_answered(old.meeting_id);
	-- Row security asked before this row was waited for: by now they may have left. Who fills a database (the owner)
	-- brings all answers.
	if new.answer is not null and private.uid() is not null and not exists (
		select from private.still_asked s where s.meeting_id = old.meeting_id and s.person_id = old.person_id
	) then
		raise exception 'asked to come no more' using errcode = '42501';
	end if;
	new.answered_at := case when new.answer is not null then now() end;
	if new.answer is not null then
		new.said_before_leaving := null;
	end if;
	return new;
end
$$;
comment on function private.stamp_answer() is
	'An answer and its time come together, and only until the meeting is over or cancelled: who came is not rewritten afterwards. Who is leaving at this moment comes to nothing.';
create trigger stamp_answer before update on public.meeting_attendee
	for each row execute function private.stamp_answer();
-- An answer that is taken back because the meeting was moved says nothing: answer_meeting asks about that.
create trigger says_when before update on public.meeting_attendee
	for each row when (new.answer is not null and new.answer is distinct from old.answer)
	execute function private.says_when();

create function private.check_answered_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- What is stored already, and a phone sends once more because it did not hear so, was in time.
	if (private.made_at() < now() and private.made_at() = old.said_at) is not true then
		perform private.check_answered(old.meeting_id);
	end if;
	return new;
end
$$;
comment on function private.check_answered_again() is
	'The same answer again is an answer like any other: none to a meeting that is over or cancelled.';
-- By its name before says_again, which says that it was said now.
create trigger check_answered_again before update of answer on public.meeting_attendee
	for each row when (new.answer is not null and new.answer is not distinct from old.answer)
	execute function private.check_answered_again();
create trigger says_again before update of answer on public.meeting_attendee
	for each row when (new.answer is not null and new.answer is not distinct from old.answer)
	execute function private.says_again();
create trigger stays before update on public.meeting_attendee
	for each row execute function private.stays('id', 'meeting_id', 'person_id', 'family_id', 'reason', 'from_other_home');

create function public.answer_meeting(
	meeting uuid, person uuid, answer public.attendance_answer, revision integer
) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
#variable_conflict use_variable
begin
	update public.meeting_attendee a set answer = answer where a.meeting_id = meeting and a.person_id = person;
	if not found then
		raise exception 'nobody you answer for' using errcode = 'insufficient_privilege';
	end if;
	-- Asked last: a move that this row was waited for has happened by now.
	if exists (select from public.meeting m where m.id = meeting and m.revision <> revision) then
		perform private.refuse('answer_is_for_the_meeting_shown', 'the meeting has been changed since it was looked at');
	end if;
end
$$;
comment on function public.answer_meeting(uuid, uuid, public.attendance_answer, integer) is
	'Says whether somebody comes to a meeting as it was when they looked (its revision): an answer from a page, or a phone, that does not know the new time is none to it. Invoker: row security decides for whom one answers.';
grant execute on function public.answer_meeting(uuid, uuid, public.attendance_answer, integer) to authenticated;

create function private.ask_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.meeting_attendee a set answer = null
	where a.meeting_id = new.id and a.person_id is distinct from private.uid();
	return new;
end
$$;
comment on function private.ask_again() is
	'Who answered, answered for another time: when a meeting starts or ends at another time everybody is asked again, except the one who moved it.';
create trigger ask_again after update of starts_at, ends_at on public.meeting
	for each row when ((new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at))
	execute function private.ask_again();

create function private.take_answers_back() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Also where there is no answer yet: one that is being given is waited for, and taken back.
	update public.meeting_attendee a
	set answer = null, said_before_leaving = coalesce(a.answer, a.said_before_leaving), sees_home = false
	from public.meeting m
	where m.id = a.meeting_id and m.family_id = new.family_id and m.ends_at > now()
		and a.person_id = (to_jsonb(new) ->> tg_argv[0])::uuid;
	return null;
end
$$;
comment on function private.take_answers_back() is
	'Who leaves the family or its team comes to none of its meetings that are ahead, and an answer from before does not come back with them: who returns is asked anew. What it was is kept for when the meeting is over or cancelled. Its argument is the column that names the person.';
create trigger take_answers_back after update of left_at on public.member
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.take_answers_back('person_id');
create trigger take_answers_back after update of left_at on public.team_member
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.take_answers_back('professional_id');

create function private.take_back_from_other_home() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.meeting_attendee a
	set answer = null, said_before_leaving = coalesce(a.answer, a.said_before_leaving), sees_home = false
	from public.meeting m
	where m.id = a.meeting_id and a.from_other_home and m.ends_at > now()
		and new.person_id in (a.person_id, m.about_id)
		and not exists (
			select from private.still_asked s where s.meeting_id = a.meeting_id and s.person_id = a.person_id
		);
	return null;
end
$$;
comment on function private.take_back_from_other_home() is
	'Whoever was asked from the child''s other home comes no more when the child, or they themselves, have left it: as take_answers_back.';
create trigger take_back_from_other_home after update of left_at on public.member
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.take_back_from_other_home();
