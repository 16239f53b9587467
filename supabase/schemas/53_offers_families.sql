-- Offers tied to a family and its goals: suggested, answered, used (O2).

create type public.offer_state as enum ('suggested', 'interested', 'signed_up', 'started', 'finished', 'not_for_us');
comment on type public.offer_state is 'How far a family is with an offer (O2).';

create table public.family_offer (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	offer_id uuid not null references public.offer on delete cascade,
	goal_id uuid references public.goal on delete set null,
	suggested_by uuid not null references public.person,
	reason text,
	state public.offer_state not null default 'suggested',
	created_at timestamptz not null default now(),
	answered_by uuid references public.person,
	answered_at timestamptz,
	constraint reason_at_most_500 check (length(reason) <= 500)
);
comment on table public.family_offer is 'An offer tied to a family, usually for a goal, with the reason (O2).';
comment on column public.family_offer.reason is 'Why it was suggested, in plain words.';
create unique index offer_once_per_family on public.family_offer (family_id, offer_id);
create index on public.family_offer (offer_id);
create index on public.family_offer (goal_id);
create index on public.family_offer (suggested_by);
create index on public.family_offer (answered_by);

create function private.check_family_offer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if new.goal_id is not null and not exists (
		select from public.goal g where g.id = new.goal_id and g.family_id = new.family_id
	) then
		raise exception 'check constraint "offer_is_for_a_goal_of_the_family": the goal belongs to the same family' using errcode = '23514';
	end if;
	if not exists (
		select from public.offer o join public.family f on f.municipality_id = o.municipality_id
		where o.id = new.offer_id and f.id = new.family_id
	) then
		raise exception 'check constraint "offer_is_of_the_same_municipality": the offer is of the family''s municipality' using errcode = '23514';
	end if;
	return new;
end
$$;
comment on function private.check_family_offer() is 'An offer is suggested for a goal of the same family, from its own municipality.';
create trigger check_family_offer after insert or update of goal_id on public.family_offer
	for each row execute function private.check_family_offer();

create function private.my_offers() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select f.offer_id from public.family_offer f where f.family_id = any (private.my_families()));
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
	insert (id, family_id, offer_id, goal_id, suggested_by, reason, state, answered_by, answered_at),
	update (goal_id, state, answered_by, answered_at)
	on public.family_offer to authenticated;
create policy select_plan on public.family_offer for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.family_offer is 'The family and its team see what was suggested and answered.';
create policy insert_coordinator on public.family_offer for insert to authenticated
	with check (
		family_id = any ((select private.my_coordinated_families())::uuid[])
		and suggested_by = (select private.uid()) and state = 'suggested' and answered_by is null
	);
comment on policy insert_coordinator on public.family_offer is 'The coordinator suggests; the family answers.';
create policy insert_family on public.family_offer for insert to authenticated
	with check (
		family_id = any ((select private.my_families())::uuid[])
		and suggested_by = (select private.uid()) and answered_by = (select private.uid()) and state <> 'suggested'
	);
comment on policy insert_family on public.family_offer is 'The family picks an offer itself.';
create policy update_family on public.family_offer for update to authenticated
	using (family_id = any ((select private.my_families())::uuid[]))
	with check (family_id = any ((select private.my_families())::uuid[]) and answered_by = (select private.uid()));
comment on policy update_family on public.family_offer is 'The family says interested, or not for us, and how far it is.';
-- no delete: not_for_us is an answer
