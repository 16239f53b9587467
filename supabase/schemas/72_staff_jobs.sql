-- Jobs over time: a colleague gets one more, one ends; and leaving one team. What ends with a job or a team stands here
-- too, because it is said before.

create unique index organisation_named_once on public.organisation (municipality_id, lower(btrim(name)));

create function private.led_organisation(organisation uuid) returns public.organisation
language plpgsql stable security definer set search_path = ''
as $$
declare
	place public.organisation;
begin
	select o.* into place from public.organisation o
	where o.id = organisation and o.municipality_id = any ((select private.my_led_municipalities())::uuid[]);
	if not found then
		raise exception 'only the project lead, in an organisation of the municipality' using errcode = '42501';
	end if;
	return place;
end
$$;
comment on function private.led_organisation(uuid) is
	'The organisation, when I lead the project where it is. Executable by nobody directly.';

create function public.give_job(id uuid, person uuid, organisation uuid, profession text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	place public.organisation := private.led_organisation(organisation);
	is_over boolean;
begin
	-- A last job that ends at the same moment is waited for.
	perform from public.person p where p.id = person for no key update;
	-- Nobody gives themselves work, and whoever has gone is asked first: by an invitation.
	if person = private.uid() or not exists (
		select from public.job j
		where j.person_id = person and j.municipality_id = place.municipality_id and j.left_at is null
	) then
		raise exception 'only to somebody else who works here' using errcode = '42501';
	end if;
	-- The same press delivered twice is one job; the id of another one is refused by the insert.
	select j.left_at is not null into is_over from public.job j
	where j.id = give_job.id and j.person_id = person and j.organisation_id = organisation
		and j.profession = btrim(give_job.profession);
	if is_over then
		perform private.refuse('over_since', 'ended since');
	elsif found then
		return;
	end if;
	insert into public.job (id, person_id, organisation_id, municipality_id, profession)
	values (give_job.id, person, place.id, place.municipality_id, btrim(give_job.profession));
end
$$;
comment on function public.give_job(uuid, uuid, uuid, text) is
	'The project lead gives a colleague one more job in the municipality, beside those they have. It opens no family: a team does.';
grant execute on function public.give_job(uuid, uuid, uuid, text) to authenticated;

create function public.end_job(job uuid) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
declare
	ending public.job;
begin
	select j.* into ending from public.job j
	where j.id = job and (j.person_id = private.uid() or j.municipality_id = any ((select private.my_led_municipalities())::uuid[]))
	for no key update;
	if not found then
		raise exception 'only one''s own job, or as the project lead' using errcode = '42501';
	end if;
	if ending.is_project_lead and ending.left_at is null then
		-- Two who end each other's wait for each other here.
		perform from public.municipality m where m.id = ending.municipality_id for no key update;
		if not exists (
			select from public.job j
			where j.municipality_id = ending.municipality_id and j.id <> job and j.is_project_lead and j.left_at is null
		) then
			perform private.refuse('project_has_a_lead', 'nobody would lead the project');
		end if;
	end if;
	-- The places that end with it, before the person: as whoever ends one of them takes it.
	perform from public.team_member t where t.job_id = job and t.left_at is null order by t.id for no key update;
	update public.job j set left_at = now() where j.id = job and j.left_at is null;
	return exists (
		select from public.job j
		where j.person_id = ending.person_id and j.municipality_id = ending.municipality_id and j.left_at is null
	);
end
$$;
comment on function public.end_job(uuid) is
	'Ends a job: one''s own, or as the project lead. Its teams, its coordinator''s roles and what is shared by them end with it, and do not come back with the person. A job that has ended stays so. Answers whether the person still works here.';
grant execute on function public.end_job(uuid) to authenticated;

create function private.shares_only_by(places uuid[])
returns table (id uuid, owner_name text, topic public.rating_topic)
language sql stable set search_path = ''
as $$
	select s.id, p.name, s.topic
	from public.share s join public.person p on p.id = s.owner_id
	where s.professional_id = private.uid() and s.withdrawn_at is null and s.valid_until >= private.today()
		and exists (
			select from public.team_member t
			join public.member m on m.family_id = t.family_id and m.person_id = s.owner_id and m.left_at is null
			where t.professional_id = s.professional_id and t.id = any (places) and t.left_at is null
		)
		and not exists (
			select from public.team_member t
			join public.member m on m.family_id = t.family_id and m.person_id = s.owner_id and m.left_at is null
			where t.professional_id = s.professional_id and t.id <> all (places) and t.left_at is null
		)
	order by p.name, s.topic, s.id limit 200 + 1
$$;
comment on function private.shares_only_by(uuid[]) is
	'What people share with me whom only these places in teams bring me around, at most 200 and one more where there are more. Asks as whoever looks.';
grant execute on function private.shares_only_by(uuid[]) to authenticated;

create function public.shares_ending_with_job(job uuid)
returns table (id uuid, owner_name text, topic public.rating_topic)
language sql stable set search_path = ''
as $$
	select * from private.shares_only_by(array(select t.id from public.team_member t where t.job_id = job))
$$;
comment on function public.shares_ending_with_job(uuid) is
	'What people share with me that ends with this job of mine, because no other job brings me around them. Asks as whoever looks: to a project lead it says nothing, who shares with whom is not theirs to know.';
grant execute on function public.shares_ending_with_job(uuid) to authenticated;

create function public.shares_ending_with_place(team_member uuid)
returns table (id uuid, owner_name text, topic public.rating_topic)
language sql stable set search_path = ''
as $$
	select * from private.shares_only_by(array[team_member])
$$;
comment on function public.shares_ending_with_place(uuid) is
	'What people share with me that ends when I leave this team, because no other team brings me around them.';
grant execute on function public.shares_ending_with_place(uuid) to authenticated;

-- Leaving one team

create function public.leave_team(team_member uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	-- Left twice is left once: the database keeps the first moment.
	update public.team_member t set left_at = now()
	where t.id = leave_team.team_member and t.professional_id = private.uid();
	if not found then
		raise exception 'only one''s own place in a team' using errcode = '42501';
	end if;
	if exists (
		select from public.team_member t
		join public.team_member before using (family_id, professional_id)
		where before.id = leave_team.team_member and t.left_at is null
	) then
		perform private.refuse('in_team_again', 'they have come into the team again since, by another place');
	end if;
end
$$;
comment on function public.leave_team(uuid) is
	'A professional leaves the team of a family, and keeps the job. What ends with it ends as when somebody is taken out: being coordinator, what is shared, what they invited; the family reads that they left by themselves.';
grant execute on function public.leave_team(uuid) to authenticated;

-- Row security

grant insert (id, municipality_id, kind, name) on public.organisation to authenticated;
create policy insert_lead on public.organisation for insert to authenticated
	with check (municipality_id = any ((select private.my_led_municipalities())::uuid[]));
comment on policy insert_lead on public.organisation is 'The project lead adds where people work with the families of the municipality.';

grant update (name, revision) on public.organisation to authenticated;
create trigger stays before update on public.organisation
	for each row execute function private.stays('id', 'municipality_id', 'kind');
create policy update_lead on public.organisation for update to authenticated
	using (municipality_id = any ((select private.my_led_municipalities())::uuid[]))
	with check (municipality_id = any ((select private.my_led_municipalities())::uuid[]));
comment on policy update_lead on public.organisation is
	'The project lead puts the name of a place right. What is read from it follows; what has been keeps what it said.';

create function public.meetings_without(places uuid[]) returns table (place_id uuid, meetings integer, alone integer)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select t.id, count(*)::integer, count(*) filter (where not exists (
		select from private.still_asked s
		where s.meeting_id = m.id and s.person_id <> t.professional_id and (s.from_other_home or exists (
			select from public.team_member o
			where o.family_id = t.family_id and o.professional_id = s.person_id and o.left_at is null
		))
	))::integer
	from public.team_member t
	join public.meeting m on m.family_id = t.family_id and m.ends_at > now() and m.cancelled_at is null
	join private.still_asked a on a.meeting_id = m.id and a.person_id = t.professional_id
	where t.id = any (places) and t.left_at is null
		and (t.professional_id = (select private.uid()) or t.family_id = any ((select private.my_led_families())::uuid[]))
	group by t.id order by t.id limit 1000;
end
$$;
comment on function public.meetings_without(uuid[]) is
	'Of these places in teams: to how many meetings ahead whoever has it is asked, and to how many of them nobody from outside the family would come without them. Told to who leaves and to the project lead; of the meetings nothing else.';
grant execute on function public.meetings_without(uuid[]) to authenticated;
