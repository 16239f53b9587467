-- Who was asked to a meeting and has left since: told to the family and its team, so that nobody counts on them (M1). Who is
-- asked still says still_asked (41_meetings_attendees.sql).

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
		and not exists (
			select from private.still_asked s where s.meeting_id = a.meeting_id and s.person_id = a.person_id
		)
	group by 1 order by 1 limit 1000
$$;
comment on function public.asked_no_more(uuid[]) is
	'Of these meetings, as far as they are not over: who was asked and has left, so that nobody counts on them. Told to the family and its team; guests are not told who moves out of a home, but that they themselves are asked no more to what they see as their child''s.';
grant execute on function public.asked_no_more(uuid[]) to authenticated;

create function public.said_before_leaving(meeting uuid)
returns table (attendee_id uuid, said public.attendance_answer, was_gone boolean)
language sql stable security definer set search_path = ''
as $$
	select a.id, a.said_before_leaving, by_then.was_gone
	from public.meeting_attendee a join public.meeting m on m.id = a.meeting_id
	cross join lateral (
		select coalesce(not bool_or(p.left_at is null or p.left_at >= coalesce(m.cancelled_at, m.ends_at)), false) as was_gone
		from (
			select o.left_at from public.member o
			where o.family_id = a.family_id and o.person_id = a.person_id
			union all
			select o.left_at from public.team_member o
			where o.family_id = a.family_id and o.professional_id = a.person_id
		) p
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
