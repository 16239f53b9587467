-- Plan: what a family's goals stand in. The goals themselves are in 31_plan_goals.sql.

create table public.plan (
	id uuid primary key default gen_random_uuid(),
	family_id uuid not null references public.family on delete cascade,
	begun_at timestamptz not null default now(),
	ended_at timestamptz,
	constraint plan_of_its_family unique (id, family_id),
	constraint plan_ends_after_it_began check (ended_at >= begun_at)
);
comment on table public.plan is
	'A family''s plan. It has one from the moment it is a family; when it takes part again later, it goes on with it.';
comment on column public.plan.ended_at is
	'When the family''s enrolment ended: the plan is read and not written on. Null while it is worked with.';
create unique index plan_one_in_force on public.plan (family_id) where ended_at is null;
create index on public.plan (family_id);

create trigger stays before update on public.plan for each row
	execute function private.stays('id', 'family_id', 'begun_at');
create trigger keep_from_api before insert or update on public.plan for each row
	execute function private.keep_from_api('id', 'family_id', 'begun_at', 'ended_at');

create function private.begin_plan() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	insert into public.plan (family_id, begun_at) values (new.id, new.created_at);
	return null;
end
$$;
comment on function private.begin_plan() is 'A family has a plan before anybody else has: it may write there first.';
create trigger begin_plan after insert on public.family for each row execute function private.begin_plan();

-- Row security

alter table public.plan enable row level security;
alter table public.plan force row level security;
grant select on public.plan to authenticated;
create policy select_plan on public.plan for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.plan is 'The family and its team see which plans there have been.';
-- no insert: begin_plan above; no update, delete: it ends with an enrolment (47_enrolment_ending.sql)
