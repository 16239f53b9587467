-- Who was asked to a meeting and has left since: told to the family and its team, so that nobody counts on them (M1). Who is
-- asked still says still_asked (41_meetings_attendees.sql).

create function private.had_left(family uuid, person uuid, by_then timestamptz) returns boolean
language sql stable security definer set search_path = ''
as $$
	select coalesce(not bool_or(p.left_at is null or p.left_at >= by_then), false)
	from (
		select o.left_at from public.member o
		where o.family_id = had_left.family and o.person_id = had_left.person
		union all
		select o.left_at from public.team_member o
		where o.family_id = had_left.family and o.professional_id = had_left.person
	) p
$$;
comment on function private.had_left(uuid, uuid, timestamptz) is
	'Whether somebody of a family or its team was with it no more at a moment; who leaves in that moment was, and so was who is of neither. Granted to nobody.';

create function public.asked_no_more(meetings uuid[]) returns table (meeting_id uuid, people uuid[])
language sql stable security definer set search_path = ''
as $$
	select a.meeting_id, array_agg(a.person_id order by a.person_id)
	from public.meeting_attendee a join public.meeting m on m.id = a.meeting_id
	where a.meeting_id = any (meetings) and a.person_id is not null and m.ends_at > now()
		and (
			exists (
				select from private.plan_access me where me.person_id = private.uid() and me.family_id = a.family_id
			)
			or (a.person_id = private.uid() and a.meeting_id = any ((select private.my_guest_meetings())::uuid[]))
		)
		and case when m.cancelled_at is null then not exists (
			select from private.still_asked s where s.meeting_id = a.meeting_id and s.person_id = a.person_id
		) else private.had_left(a.family_id, a.person_id, m.cancelled_at) end
	group by 1 order by 1 limit 1000
$$;
comment on function public.asked_no_more(uuid[]) is
	'Of these meetings, as far as they are not over: who was asked and has left, of one that is cancelled who had before it was, so that nobody counts on them. Told to the family and its team; guests are not told who moves out of a home, but that they themselves are asked no more to what they see as their child''s.';
grant execute on function public.asked_no_more(uuid[]) to authenticated;

create function public.said_before_leaving(meeting uuid)
returns table (attendee_id uuid, said public.attendance_answer, was_gone boolean)
language sql stable security definer set search_path = ''
as $$
	select a.id, a.said_before_leaving, by_then.was_gone
	from public.meeting_attendee a join public.meeting m on m.id = a.meeting_id
	cross join lateral (
		select private.had_left(a.family_id, a.person_id, coalesce(m.cancelled_at, m.ends_at)) as was_gone
	) by_then
	where a.meeting_id = said_before_leaving.meeting and a.answer is null
		and (a.said_before_leaving is not null or by_then.was_gone)
		and (m.ends_at <= now() or m.cancelled_at is not null)
		and exists (
			select from private.plan_access me where me.person_id = private.uid() and me.family_id = a.family_id
		)
	order by a.id limit 1000
$$;
comment on function public.said_before_leaving(uuid) is
	'Of a meeting that is over or cancelled: what they had answered who have left since, and whether they had before it was held or cancelled, answered or not; who leaves as it is cancelled, because the family takes part no more, had not. Told to whom asked_no_more tells of what lies ahead: by an answer that went, guests would read who moved out.';
grant execute on function public.said_before_leaving(uuid) to authenticated;
