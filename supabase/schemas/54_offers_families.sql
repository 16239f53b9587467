-- Offers tied to a family and its goals: suggested, answered, used (O2).

create type public.offer_state as enum ('suggested', 'interested', 'signed_up', 'started', 'finished', 'not_for_us');
comment on type public.offer_state is 'How far a family is with an offer (O2).';

create table public.family_offer (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	offer_id uuid not null,
	municipality_id uuid,
	goal_id uuid,
	-- Asked at the end: the rule offer_is_for_a_member answers first, and alike to a stranger and to nobody at all.
	about_id uuid references public.person on delete cascade deferrable initially deferred,
	suggested_by uuid references public.person on delete set null,
	reason text,
	state public.offer_state not null default 'suggested',
	created_at timestamptz not null default now(),
	answered_by uuid references public.person on delete set null,
	answered_at timestamptz,
	said_at timestamptz,
	-- Set by the database, so that nobody need say it; and always there.
	constraint offer_has_a_municipality check (municipality_id is not null),
	constraint offer_is_of_the_same_municipality foreign key (offer_id, municipality_id)
		references public.offer (id, municipality_id) on delete restrict,
	constraint offer_is_for_a_goal_of_the_family foreign key (goal_id, family_id)
		references public.goal (id, family_id) on delete set null (goal_id),
	-- Two siblings can be at one club, and the whole family may have been suggested it too.
	constraint offer_once_for_each unique nulls not distinct (family_id, offer_id, about_id),
	constraint answer_has_its_time check ((state = 'suggested') = (answered_at is null)),
	constraint answer_has_its_person check (answered_at is not null or answered_by is null),
	constraint reason_at_most_500 check (length(reason) <= 500)
);
comment on table public.family_offer is 'An offer tied to a family or one of it, usually for a goal, with the reason (O2).';
comment on column public.family_offer.about_id is 'Who is to use it; null: the whole family.';
comment on column public.family_offer.municipality_id is
	'The family''s when it was tied, set by the database: an offer is of the family''s own municipality.';
comment on column public.family_offer.reason is 'Why it was suggested, in plain words.';
comment on column public.family_offer.said_at is
	'When the answer was given: what waited on a phone was said then, and reached us at answered_at. Set by the database.';
create index on public.family_offer (offer_id, municipality_id);
create index on public.family_offer (goal_id, family_id);
create index on public.family_offer (about_id);
create index on public.family_offer (suggested_by);
create index on public.family_offer (answered_by);

create function private.place_family_offer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	new.municipality_id := (select f.municipality_id from public.family f where f.id = new.family_id);
	return new;
end
$$;
comment on function private.place_family_offer() is
	'The municipality is the family''s.';
create trigger begins_now before insert on public.family_offer
	for each row execute function private.begins_now('created_at', 'said_at');
create trigger place_family_offer before insert on public.family_offer
	for each row execute function private.place_family_offer();

create function private.stamp_offer_answer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if tg_op = 'UPDATE' and new.state = old.state then
		-- Nobody any more, when who answered is erased.
		new.answered_by := case when new.answered_by is not null then old.answered_by end;
		new.answered_at := old.answered_at;
	elsif new.state = 'suggested' then
		if tg_op = 'UPDATE' then
			perform private.refuse('answered_offer_stays_answered', 'an answer is changed, not taken away');
		end if;
		new.answered_by := null;
		new.answered_at := null;
	elsif private.uid() is not null then
		new.answered_by := private.uid();
		new.answered_at := now();
	end if;
	return new;
end
$$;
comment on function private.stamp_offer_answer() is
	'Who answers is who asks the database, and when is now: only who fills a database (the owner) brings others. The same answer again is no new one.';
create trigger stamp_offer_answer before insert or update on public.family_offer
	for each row execute function private.stamp_offer_answer();

create function private.stand_by_answer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	new.answered_by := coalesce(private.uid(), new.answered_by);
	return new;
end
$$;
comment on function private.stand_by_answer() is
	'What a child has answered is a parent''s too when a parent says the same (update_about_me). Who says what the offer is for answers nothing.';
-- By its name after stamp_offer_answer.
create trigger stands_by_answer before update of state on public.family_offer
	for each row when (old.state = new.state and old.answered_by = old.about_id) execute function private.stand_by_answer();
create trigger says_when_first before insert on public.family_offer
	for each row when (new.state <> 'suggested') execute function private.says_when();
create trigger keep_from_api before update on public.family_offer
	for each row execute function private.keep_from_api('said_at');
create trigger says_when before update on public.family_offer
	for each row when (old.state <> new.state) execute function private.says_when();
create trigger says_again before update of state on public.family_offer
	for each row when (old.state = new.state) execute function private.says_again();
create trigger stays before update on public.family_offer for each row execute function private.stays(
	'id', 'family_id', 'offer_id', 'municipality_id', 'about_id', 'suggested_by', 'reason', 'created_at'
);

create trigger check_offer_about after insert on public.family_offer
	for each row when (new.about_id is not null) execute function private.check_about('offer_is_for_a_member');

create function private.check_offer_goal() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is null then return null; end if;
	-- The same once more too: it is not shown as what the offer is for.
	if private.is_off_the_plan(new.goal_id) then
		perform private.refuse('offer_is_for_a_goal_that_stands', 'it was taken off the plan');
	end if;
	if tg_op = 'UPDATE' and new.goal_id is not distinct from old.goal_id then return null; end if;
	if not exists (
		select from public.goal g
		where g.id = new.goal_id and (
			g.about_id is null or g.about_id = private.uid()
			or g.family_id = any ((select private.my_coordinated_families())::uuid[])
			or (
				g.family_id = any ((select private.my_households())::uuid[]) and (
					g.about_id = any ((select private.my_children())::uuid[])
					or g.id = any ((select private.my_goals_left_behind())::uuid[])
				)
			)
		)
	) then
		perform private.refuse('offer_not_for_anothers_own_goal', 'a goal of somebody''s own is theirs to tie an offer to');
	end if;
	return null;
end
$$;
comment on function private.check_offer_goal() is
	'An offer is tied to a goal of the whole family or one''s own, by a parent to one of the children''s too; the coordinator may suggest it for any goal in the plan. Asked after row security, and when the goal is chosen: it stays when the answer changes. To what was taken off the plan nobody ties one: its words would come back. Only who fills a database (the owner) ties others.';
-- By its name after the foreign key, which says that the goal is not in this plan.
create trigger check_offer_goal after insert or update of goal_id on public.family_offer
	for each row when (new.goal_id is not null) execute function private.check_offer_goal();

-- What the family said of an offer is a record, as its plan is. Only who fills a database (the owner), and erases, writes
-- it all the same, and the same again is refused too: nobody is told any more. By their names after the checks above,
-- which say what is wrong with it anyway.
create trigger plan_is_open after insert on public.family_offer
	for each row when (private.uid() is not null) execute function private.check_plan_is_open();
create trigger plan_is_open_still after update of state, goal_id on public.family_offer
	for each row when (private.uid() is not null) execute function private.check_plan_is_open();

create function private.my_offers() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select f.offer_id from public.family_offer f where f.family_id = any ((select private.my_families())::uuid[]));
end
$$;
comment on function private.my_offers() is 'Offers tied to my families.';
grant execute on function private.my_offers() to authenticated;

-- Row security

create policy select_chosen on public.offer for select to authenticated
	using (id = any ((select private.my_offers())::uuid[]));
comment on policy select_chosen on public.offer is 'Families keep what they were suggested or chose, also when it has stopped.';

alter table public.family_offer enable row level security;
alter table public.family_offer force row level security;
grant select,
	insert (id, family_id, offer_id, goal_id, about_id, suggested_by, reason, state),
	update (goal_id, state)
	on public.family_offer to authenticated;
create policy select_plan on public.family_offer for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.family_offer is 'The family and its team see what was suggested and answered.';
create policy insert_coordinator on public.family_offer for insert to authenticated
	with check (
		family_id = any ((select private.my_coordinated_families())::uuid[])
		and suggested_by = (select private.uid()) and state = 'suggested'
	);
comment on policy insert_coordinator on public.family_offer is 'The coordinator suggests; the family answers.';
create policy insert_household on public.family_offer for insert to authenticated
	with check (
		family_id = any ((select private.my_households())::uuid[])
		and (about_id is null or about_id = any ((select private.my_children())::uuid[]))
		and suggested_by = (select private.uid()) and state <> 'suggested'
	);
comment on policy insert_household on public.family_offer is 'A parent picks an offer for the household or a child of theirs.';
create policy insert_about_me on public.family_offer for insert to authenticated
	with check (
		family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid())
		and suggested_by = (select private.uid()) and state <> 'suggested'
	);
comment on policy insert_about_me on public.family_offer is 'Every member picks an offer for themselves.';
create policy update_household on public.family_offer for update to authenticated
	using (
		family_id = any ((select private.my_households())::uuid[])
		and (about_id is null or about_id = any ((select private.my_children())::uuid[]))
	)
	with check (
		family_id = any ((select private.my_households())::uuid[])
		and (about_id is null or about_id = any ((select private.my_children())::uuid[]))
	);
comment on policy update_household on public.family_offer is
	'A parent says interested, or not for us, and how far it is, for the household and the children.';
create policy update_about_me on public.family_offer for update to authenticated
	using (
		family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid())
		and (answered_by is null or answered_by = (select private.uid()))
	)
	with check (
		family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid())
		and (answered_by is null or answered_by = (select private.uid()))
	);
comment on policy update_about_me on public.family_offer is
	'Everybody answers for themselves; what a parent has answered for a child, or said too, the child does not set back.';
-- no delete: not_for_us is an answer

-- It ends with who left, and goes on when they are back. PostgREST gives it as a column of family_offer.
create function public.about_has_left(offer public.family_offer) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	-- Nothing of the row is believed but its id: anybody can write a row.
	return (
		select o.about_id is not null and not exists (
			select from public.member m
			where m.family_id = o.family_id and m.person_id = o.about_id and m.left_at is null
		)
		from public.family_offer o
		join private.plan_access a on a.family_id = o.family_id and a.person_id = private.uid()
		where o.id = offer.id
	);
end
$$;
comment on function public.about_has_left(public.family_offer) is
	'Whether whom an offer is for is not of the family any more: then nobody answers, and it is over. Told to whoever sees what was suggested.';
grant execute on function public.about_has_left(public.family_offer) to authenticated;

create function public.suggestions_to_answer() returns integer
language sql stable set search_path = ''
as $$
	select count(*)::integer from public.family_offer f
	where f.state = 'suggested' and not public.about_has_left(f)
		and exists (select from public.plan p where p.family_id = f.family_id and p.ended_at is null)
		and (
			(f.family_id = any ((select private.my_families())::uuid[]) and f.about_id = (select private.uid()))
			or (
				f.family_id = any ((select private.my_households())::uuid[])
				and (f.about_id is null or f.about_id = any ((select private.my_children())::uuid[]))
			)
		)
$$;
comment on function public.suggestions_to_answer() is
	'How many suggestions wait for an answer of mine, as update_household and update_about_me say who answers; none for who has left, and none in a family that takes part no more. Asks as who asks.';
grant execute on function public.suggestions_to_answer() to authenticated;
