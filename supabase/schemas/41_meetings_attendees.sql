-- Who is asked to a meeting and why, whether they come, and what guests of it see (M1, M2). Who may be asked stands in
-- 41_meetings_asking.sql.

create type public.attendance_answer as enum ('coming', 'not_coming');
comment on type public.attendance_answer is 'What somebody invited to a meeting answers.';

create table public.meeting_attendee (
	id uuid primary key default gen_random_uuid(),
	meeting_id uuid not null,
	person_id uuid references public.person on delete set null,
	family_id uuid not null,
	reason text,
	from_other_home boolean not null default false,
	sees_home boolean not null default false,
	answer public.attendance_answer,
	answered_at timestamptz,
	said_at timestamptz,
	said_before_leaving public.attendance_answer,
	profession text,
	place text,
	constraint works_somewhere_as_something check ((profession is null) = (place is null)),
	constraint answer_comes_with_its_time check ((answer is null) = (answered_at is null)),
	-- The family is the meeting's. It stands in the key so that only its own rows are in the way of a new one.
	constraint asked_once unique (meeting_id, family_id, person_id),
	constraint attendee_belongs_to_its_meeting foreign key (meeting_id, family_id)
		references public.meeting (id, family_id) on delete cascade,
	constraint attendee_reason_at_most_200 check (length(reason) <= 200)
);
comment on table public.meeting_attendee is 'Who is asked to come, why, and what they answered.';
comment on column public.meeting_attendee.family_id is 'The family of the meeting, so that row security needs no join.';
comment on column public.meeting_attendee.answered_at is 'Set by the database, with the answer.';
comment on column public.meeting_attendee.said_at is
	'When the latest answer was given: what waited on a phone was said then. Set by the database, and read by nobody: beside no answer it would tell that there was one.';
comment on column public.meeting_attendee.said_before_leaving is
	'What was taken back because they left: read when the meeting is over or cancelled, so that nobody reads there that they did not answer (said_before_leaving). Set by the database.';
comment on column public.meeting_attendee.profession is
	'As what a professional comes, in plain words; null for the family. Kept in step with the job until the meeting is over, and then as it was. Set by the database.';
comment on column public.meeting_attendee.place is 'The name of the organisation, as the profession; null for the family.';
comment on column public.meeting_attendee.reason is 'Why this person comes, in plain words.';
comment on column public.meeting_attendee.from_other_home is
	'Asked as a parent in the other home of the child the meeting is about, and not as somebody of the family. Set by the database.';
comment on column public.meeting_attendee.sees_home is
	'Asked from the other home and shown where it is though that is a home: a parent of the family opened it, and nothing has closed it since (43_meetings_homes.sql). Set by the database.';
create index on public.meeting_attendee (person_id);
create index on public.meeting_attendee (family_id);

-- By its name before stamp_comes_as, which writes as what a professional comes.
create trigger begins_now before insert on public.meeting_attendee
	for each row execute function
	private.begins_now('answer', 'answered_at', 'said_at', 'said_before_leaving', 'profession', 'place');

create function private.stamp_from_other_home() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Who is moving the child out of a home at this moment is waited for.
	perform from public.person p
	where p.id = (select t.about_id from public.meeting t where t.id = new.meeting_id) for share;
	new.from_other_home := exists (
		select from public.meeting t
		join private.parents_of_children p on p.child_id = t.about_id and p.home_id <> t.family_id
		where t.id = new.meeting_id and p.person_id = new.person_id
	) and not exists (
		select from private.plan_access s where s.person_id = new.person_id and s.family_id = new.family_id
	);
	new.sees_home := new.from_other_home and (new.family_id = any ((select private.my_households())::uuid[])) is true;
	if new.sees_home then
		perform from public.meeting t where t.id = new.meeting_id for share;
		new.sees_home := exists (
			select from public.meeting_place w where w.meeting_id = new.meeting_id and w.is_home
		);
	end if;
	return new;
end
$$;
comment on function private.stamp_from_other_home() is
	'Writes down with the asking that somebody comes from the child''s other home: by that they are asked, as long as the child is theirs there. Whom a parent asks to what is a home by then, they show it.';
create trigger stamp_from_other_home before insert on public.meeting_attendee
	for each row execute function private.stamp_from_other_home();

create view private.still_asked with (security_invoker = true) as
	select a.meeting_id, a.family_id, a.person_id, a.answer, a.from_other_home, a.sees_home
	from public.meeting_attendee a
	where a.person_id is not null and (
		exists (
			select from private.plan_access s where s.person_id = a.person_id and s.family_id = a.family_id
		)
		or case when a.from_other_home then exists (
			-- However old the child is by then: a birthday takes no invitation back.
			select from public.meeting t
			join public.member c on c.person_id = t.about_id and c.role = 'child' and c.left_at is null
			join public.member p on p.family_id = c.family_id and p.role = 'parent' and p.left_at is null
			join public.member here on here.person_id = t.about_id and here.family_id = a.family_id and here.left_at is null
			where t.id = a.meeting_id and c.family_id <> a.family_id and p.person_id = a.person_id
				and t.created_at >= private.back_since(t.family_id, t.about_id)
		)
		else not (
			exists (
				select from public.member m
				where m.person_id = a.person_id and m.family_id = a.family_id and m.left_at is not null
			)
			or exists (
				select from public.team_member t join public.job j on j.id = t.job_id
				where t.professional_id = a.person_id and t.family_id = a.family_id
					and (t.left_at is not null or j.left_at is not null)
			)
			or exists (
				select from public.job j where j.person_id = a.person_id
				having count(*) > 0 and bool_and(j.left_at is not null)
			)
		) end
	);
comment on view private.still_asked is
	'Who is asked to which meeting. Who left the family, its team, or all work, is asked no more, nor who was asked from the child''s other home when the child has left one of the two, also when it is back, or they theirs; who sees the plan today is, whatever they left elsewhere.';

create function private.my_asked_meetings() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select a.meeting_id from private.still_asked a where a.person_id = private.uid());
end
$$;
comment on function private.my_asked_meetings() is 'Meetings I am still asked to come to.';
grant execute on function private.my_asked_meetings() to authenticated;

create function private.my_guest_meetings() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select m.id from public.meeting m
		join public.member c on c.family_id = m.family_id and c.person_id = m.about_id and c.left_at is null
		where m.about_id = any ((select private.my_children())::uuid[])
			and m.created_at >= private.back_since(m.family_id, m.about_id)
		union
		select unnest(private.my_asked_meetings())
	);
end
$$;
comment on function private.my_guest_meetings() is
	'Meetings about my children in their other home, for as long as they belong to it, called since they do, and meetings I am asked to come to.';
grant execute on function private.my_guest_meetings() to authenticated;

create function private.my_meeting_people() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		with met as (
			select m.id, m.proposed_by from public.meeting m
			where m.id = any ((select private.my_guest_meetings())::uuid[])
				or m.family_id = any ((select private.my_plans())::uuid[])
		)
		select a.person_id from public.meeting_attendee a where a.meeting_id in (select met.id from met)
		union
		select p.author_id from public.agenda_point p where p.meeting_id in (select met.id from met)
		union
		select met.proposed_by from met
	);
end
$$;
comment on function private.my_meeting_people() is
	'Who is asked to come, proposed, or brought a point: to the meetings of my families and teams, and those I am a guest of.';
grant execute on function private.my_meeting_people() to authenticated;

create function private.check_meeting_is_held() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if exists (select from public.meeting m where m.id = new.meeting_id and m.cancelled_at is not null) then
		perform private.refuse('meeting_is_held', 'what is cancelled stays as it was');
	end if;
	return new;
end
$$;
comment on function private.check_meeting_is_held() is
	'Nobody is asked to a cancelled meeting, it gets no more points, nor one back or other words, and nobody says where it is. Asked after row security and the foreign key, as all checks that read other rows.';
create trigger check_meeting_is_held after insert on public.meeting_attendee
	for each row execute function private.check_meeting_is_held();
create trigger check_meeting_is_not_over after insert on public.meeting_attendee
	for each row execute function private.check_meeting_is_not_over();

-- Row security

create policy select_guest on public.meeting for select to authenticated
	using (id = any ((select private.my_guest_meetings())::uuid[]));
comment on policy select_guest on public.meeting is 'Who is asked to come sees the meeting; so do both homes of the child it is about.';

alter table public.meeting_attendee enable row level security;
alter table public.meeting_attendee force row level security;
grant
	select (id, meeting_id, person_id, family_id, reason, from_other_home, sees_home, answer, answered_at, profession, place),
	insert (meeting_id, person_id, family_id, reason), update (answer)
	on public.meeting_attendee to authenticated;
create policy select_plan on public.meeting_attendee for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.meeting_attendee is 'The family and its team see who comes.';
create policy select_guest on public.meeting_attendee for select to authenticated
	using (meeting_id = any ((select private.my_guest_meetings())::uuid[]));
comment on policy select_guest on public.meeting_attendee is 'Guests see who else comes.';
create policy insert_household on public.meeting_attendee for insert to authenticated
	with check (
		family_id = any ((select private.my_households())::uuid[])
		and private.i_may_ask(family_id, person_id, case when from_other_home then meeting_id end)
	);
comment on policy insert_household on public.meeting_attendee is 'Parents ask the family and its team to come, and the other home of the child it is about.';
create policy insert_coordinator on public.meeting_attendee for insert to authenticated
	with check (
		family_id = any ((select private.my_coordinated_families())::uuid[])
		and private.i_may_ask(family_id, person_id, case when from_other_home then meeting_id end)
	);
comment on policy insert_coordinator on public.meeting_attendee is 'The coordinator asks the family and its team to come, and the other home of the child it is about.';
create policy update_own on public.meeting_attendee for update to authenticated
	using (person_id = (select private.uid()) and meeting_id = any ((select private.my_asked_meetings())::uuid[]))
	with check (person_id = (select private.uid()));
comment on policy update_own on public.meeting_attendee is 'I say whether I come, as long as I am asked.';
create policy update_for_child on public.meeting_attendee for update to authenticated
	using (
		family_id = any ((select private.my_households())::uuid[])
		and person_id = any ((select private.my_young_children())::uuid[])
	)
	with check (
		family_id = any ((select private.my_households())::uuid[])
		and person_id = any ((select private.my_young_children())::uuid[])
	);
comment on policy update_for_child on public.meeting_attendee is 'Parents answer together with a child under 13; a young person answers alone.';
-- no delete yet: declining an attendee comes with M2

-- PostgreSQL asks the policies of a table from the last of their names to the first, and stops where one lets the row
-- through: only of those whom nothing else lets me see are all meetings looked through.
create policy select_at_meetings on public.person for select to authenticated
	using (id = any ((select private.my_meeting_people())::uuid[]));
comment on policy select_at_meetings on public.person is 'Who meets knows each other''s names.';
