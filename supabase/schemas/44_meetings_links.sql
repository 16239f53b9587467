-- The link to a meeting on a screen is no address: who is asked to come has it, also where the home it stands beside is
-- not shown to them (43_meetings_homes.sql).

create function public.video_links(meetings uuid[]) returns table (meeting_id uuid, link text)
language sql stable security definer set search_path = ''
as $$
	select p.meeting_id, p.link
	from public.meeting_place p join public.meeting m on m.id = p.meeting_id
	where p.meeting_id = any (meetings) and p.link is not null and m.cancelled_at is null and m.ends_at > now()
		and p.meeting_id = any ((select private.my_asked_meetings())::uuid[])
	order by 1 limit 1000
$$;
comment on function public.video_links(uuid[]) is
	'Of these meetings those with a link, to whom is asked to come, as long as they can: for where they see no place. Who sees the place reads the link beside it.';
grant execute on function public.video_links(uuid[]) to authenticated;
