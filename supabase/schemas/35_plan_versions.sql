-- Versions: the plan as it was agreed at a moment, kept so that it can be looked at again (P7). Append-only.

create table public.plan_version (
	id uuid primary key,
	plan_id uuid not null,
	family_id uuid not null,
	number integer not null,
	agreed_by uuid references public.person on delete set null,
	agreed_at timestamptz not null default now(),
	constraint version_of_a_plan_of_the_family foreign key (plan_id, family_id)
		references public.plan (id, family_id) on delete cascade,
	constraint version_once_in_its_plan unique (plan_id, number),
	constraint version_of_its_family unique (id, family_id)
);
comment on table public.plan_version is 'That a family agreed its plan: who said so, when. What was agreed is in plan_version_goal, who was there in plan_version_person.';
comment on column public.plan_version.number is '1: the first the family agreed. Each after it one more.';
comment on column public.plan_version.agreed_by is 'The parent who said that it is agreed.';
create index on public.plan_version (plan_id, family_id);
create index on public.plan_version (family_id, agreed_at desc);
create index on public.plan_version (agreed_by);

create table public.plan_version_goal (
	version_id uuid not null,
	family_id uuid not null,
	goal_id uuid not null,
	wording integer not null,
	sign text,
	due_on date,
	position integer not null,
	done_at timestamptz,
	primary key (version_id, goal_id),
	constraint goal_of_a_version_of_the_family foreign key (version_id, family_id)
		references public.plan_version (id, family_id) on delete cascade,
	constraint agreed_with_a_wording_of_the_goal foreign key (goal_id, wording, family_id)
		references public.goal_wording (goal_id, number, family_id) on delete cascade
);
comment on table public.plan_version_goal is 'A goal as it was agreed: with which of its wordings, sign, date and place. Parent and person are the goal''s, and never change.';
comment on column public.plan_version_goal.wording is 'The number of the goal''s wording in force.';
comment on column public.plan_version_goal.sign is 'How we would see it, as it was written then.';
comment on column public.plan_version_goal.position is 'Order among siblings then.';
create index on public.plan_version_goal (family_id, version_id);
create index on public.plan_version_goal (goal_id, wording, family_id);

create table public.plan_version_person (
	id uuid primary key default gen_random_uuid(),
	version_id uuid not null,
	family_id uuid not null,
	person_id uuid references public.person on delete set null,
	voice public.voice not null,
	constraint person_at_a_version_of_the_family foreign key (version_id, family_id)
		references public.plan_version (id, family_id) on delete cascade,
	constraint person_once_at_a_version unique (version_id, person_id)
);
comment on table public.plan_version_person is 'Who was there when the plan was agreed, and on which side of the table. Erased people leave the side.';
create index on public.plan_version_person (family_id, version_id);
create index on public.plan_version_person (person_id);

create trigger stays before update on public.plan_version for each row
	execute function private.stays('id', 'plan_id', 'family_id', 'number', 'agreed_by', 'agreed_at');
create trigger keep_from_api before insert or update on public.plan_version for each row
	execute function private.keep_from_api('id', 'plan_id', 'family_id', 'number', 'agreed_by', 'agreed_at');
create trigger stays before update on public.plan_version_goal for each row
	execute function private.stays('version_id', 'family_id', 'goal_id', 'wording', 'sign', 'due_on', 'position', 'done_at');
create trigger keep_from_api before insert or update on public.plan_version_goal for each row
	execute function private.keep_from_api('version_id', 'family_id', 'goal_id', 'wording', 'sign', 'due_on', 'position', 'done_at');
create trigger stays before update on public.plan_version_person for each row
	execute function private.stays('id', 'version_id', 'family_id', 'person_id', 'voice');
create trigger keep_from_api before insert or update on public.plan_version_person for each row
	execute function private.keep_from_api('id', 'version_id', 'family_id', 'person_id', 'voice');

create function public.agree_plan(version uuid, family uuid, present uuid[]) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	there uuid[] := array(select distinct p from unnest(present || private.uid()) p where p is not null order by p);
	made public.plan_version;
begin
	if not agree_plan.family = any (private.my_households()) then
		raise exception 'not yours to agree' using errcode = '42501';
	end if;
	-- Two who agree at the same moment wait here for each other, and for whoever moves a goal.
	perform from public.family f where f.id = agree_plan.family for no key update;
	select * into made from public.plan_version v where v.id = agree_plan.version;
	if found then
		if made.family_id <> agree_plan.family or made.agreed_by is distinct from private.uid() or there <> array(
			select t.person_id from public.plan_version_person t where t.version_id = made.id order by t.person_id
		) then
			perform private.refuse('made_already', 'the id stands for something else');
		end if;
		return;
	end if;
	if exists (
		select from unnest(there) p
		where not exists (
			select from private.plan_access a where a.person_id = p and a.family_id = agree_plan.family
		)
	) then
		perform private.refuse('agreed_by_who_sees_the_plan', 'somebody is neither in the family nor in its team');
	end if;
	insert into public.plan_version (id, plan_id, family_id, number, agreed_by)
	select agree_plan.version, p.id, p.family_id,
		1 + (select count(*) from public.plan_version v where v.plan_id = p.id), private.uid()
	from public.plan p where p.family_id = agree_plan.family and p.ended_at is null;
	if not found then
		perform private.refuse('plan_is_open', 'the plan has ended, and stays as it is');
	end if;
	-- The steps of a goal that was taken off the plan are off too.
	insert into public.plan_version_goal (version_id, family_id, goal_id, wording, sign, due_on, position, done_at)
	select agree_plan.version, g.family_id, g.id,
		(select max(w.number) from public.goal_wording w where w.goal_id = g.id), g.sign, g.due_on, g.position, g.done_at
	from public.plan_version v
	join public.goal g on g.plan_id = v.plan_id
	left join public.goal p on p.id = g.parent_id
	left join public.goal pp on pp.id = p.parent_id
	where v.id = agree_plan.version and g.removed_at is null and p.removed_at is null and pp.removed_at is null;
	if not found then
		perform private.refuse('plan_says_something', 'there is nothing in the plan to agree on');
	end if;
	insert into public.plan_version_person (version_id, family_id, person_id, voice)
	select agree_plan.version, a.family_id, a.person_id, a.side::text::public.voice
	from private.plan_access a where a.family_id = agree_plan.family and a.person_id = any (there);
end
$$;
comment on function public.agree_plan(uuid, uuid, uuid[]) is
	'A parent says that the plan, as it stands now, is agreed, and who was there. Kept as a version under the id the form brings: the same again is one version.';
grant execute on function public.agree_plan(uuid, uuid, uuid[]) to authenticated;

-- Row security

alter table public.plan_version enable row level security;
alter table public.plan_version force row level security;
grant select on public.plan_version to authenticated;
create policy select_plan on public.plan_version for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.plan_version is 'The family and its team see when the plan was agreed.';
-- no insert: agree_plan above; no update, delete: what was agreed then is not rewritten now

alter table public.plan_version_goal enable row level security;
alter table public.plan_version_goal force row level security;
grant select on public.plan_version_goal to authenticated;
create policy select_plan on public.plan_version_goal for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.plan_version_goal is 'The family and its team see what was agreed.';
-- no insert: agree_plan above; no update, delete: what was agreed then is not rewritten now

alter table public.plan_version_person enable row level security;
alter table public.plan_version_person force row level security;
grant select on public.plan_version_person to authenticated;
create policy select_plan on public.plan_version_person for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.plan_version_person is 'The family and its team see who was there.';
-- no insert: agree_plan above; no update, delete: who was there then is not rewritten now
