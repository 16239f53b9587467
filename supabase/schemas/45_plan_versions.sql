-- Versions: the plan as it was agreed at a moment, kept so that it can be looked at again (P7). Append-only.

create table public.plan_version (
	id uuid primary key,
	plan_id uuid not null,
	family_id uuid not null,
	number integer not null,
	agreed_by uuid references public.person on delete set null,
	-- Asked under the family's lock, as its number is: a transaction may have begun before another that was faster.
	agreed_at timestamptz not null default clock_timestamp(),
	meeting_id uuid,
	made_as text,
	constraint version_made_as_a_fingerprint check (made_as ~ '^[0-9a-f]{64}$'),
	constraint version_agreed_at_a_meeting_of_the_family foreign key (meeting_id, family_id)
		references public.meeting (id, family_id) on delete set null (meeting_id),
	constraint version_of_a_plan_of_the_family foreign key (plan_id, family_id)
		references public.plan (id, family_id) on delete cascade,
	constraint version_once_in_its_plan unique (plan_id, number),
	constraint version_of_its_family unique (id, family_id)
);
comment on table public.plan_version is 'That a family agreed its plan: who said so, when. What was agreed is in plan_version_goal, who was there in plan_version_person, who said yes to it afterwards in plan_version_yes.';
comment on column public.plan_version.number is '1: the first the family agreed. Each after it one more: the highest is the one agreed last.';
comment on column public.plan_version.agreed_by is 'The parent who said that it is agreed.';
comment on column public.plan_version.meeting_id is 'The meeting it was agreed at, or after; null: it was no meeting, or one about somebody who has been erased.';
comment on column public.plan_version.made_as is 'The SHA-256 of what it was agreed with: the same form sent again is known, whoever has been erased since.';
create index on public.plan_version (plan_id, family_id);
create index on public.plan_version (family_id, number desc);
create index on public.plan_version (agreed_by);
create index on public.plan_version (meeting_id, family_id);

create table public.plan_version_goal (
	version_id uuid not null,
	family_id uuid not null,
	goal_id uuid not null,
	wording integer not null,
	life_area public.life_area,
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
comment on table public.plan_version_goal is 'A goal as it was agreed: with which of its wordings, life area, sign, date and place. Parent and person are the goal''s, and never change.';
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

create table public.plan_version_yes (
	id uuid primary key default gen_random_uuid(),
	version_id uuid not null,
	family_id uuid not null,
	person_id uuid references public.person on delete set null,
	-- Asked under the family's lock, as when it was agreed.
	said_at timestamptz not null default clock_timestamp(),
	constraint yes_to_a_version_of_the_family foreign key (version_id, family_id)
		references public.plan_version (id, family_id) on delete cascade,
	constraint yes_said_once unique (version_id, person_id)
);
comment on table public.plan_version_yes is 'Who in the family says yes too to what one of the parents said is agreed. Each says it alone: nobody says it for another. Erased people leave their yes.';
create index on public.plan_version_yes (family_id, version_id);
create index on public.plan_version_yes (person_id);

create trigger stays before update on public.plan_version for each row
	execute function private.stays('id', 'plan_id', 'family_id', 'number', 'agreed_by', 'agreed_at', 'meeting_id', 'made_as');
create trigger keep_from_api before insert or update on public.plan_version for each row
	execute function private.keep_from_api('id', 'plan_id', 'family_id', 'number', 'agreed_by', 'agreed_at', 'meeting_id', 'made_as');
create trigger stays before update on public.plan_version_goal for each row
	execute function private.stays('version_id', 'family_id', 'goal_id', 'wording', 'life_area', 'sign', 'due_on', 'position', 'done_at');
create trigger keep_from_api before insert or update on public.plan_version_goal for each row
	execute function private.keep_from_api('version_id', 'family_id', 'goal_id', 'wording', 'life_area', 'sign', 'due_on', 'position', 'done_at');
create trigger stays before update on public.plan_version_person for each row
	execute function private.stays('id', 'version_id', 'family_id', 'person_id', 'voice');
create trigger keep_from_api before insert or update on public.plan_version_person for each row
	execute function private.keep_from_api('id', 'version_id', 'family_id', 'person_id', 'voice');
create trigger stays before update on public.plan_version_yes for each row
	execute function private.stays('id', 'version_id', 'family_id', 'person_id', 'said_at');
create trigger keep_from_api before insert or update on public.plan_version_yes for each row
	execute function private.keep_from_api('id', 'version_id', 'family_id', 'person_id', 'said_at');

-- Row security

alter table public.plan_version enable row level security;
alter table public.plan_version force row level security;
grant select on public.plan_version to authenticated;
create policy select_plan on public.plan_version for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.plan_version is 'The family and its team see when the plan was agreed.';
-- no insert: agree_plan in 46_plan_agreeing.sql; no update, delete: what was agreed then is not rewritten now

alter table public.plan_version_goal enable row level security;
alter table public.plan_version_goal force row level security;
grant select on public.plan_version_goal to authenticated;
create policy select_plan on public.plan_version_goal for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.plan_version_goal is 'The family and its team see what was agreed.';
-- no insert: agree_plan in 46_plan_agreeing.sql; no update, delete: what was agreed then is not rewritten now

alter table public.plan_version_person enable row level security;
alter table public.plan_version_person force row level security;
grant select on public.plan_version_person to authenticated;
create policy select_plan on public.plan_version_person for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.plan_version_person is 'The family and its team see who was there.';
-- no insert: agree_plan in 46_plan_agreeing.sql; no update, delete: who was there then is not rewritten now

alter table public.plan_version_yes enable row level security;
alter table public.plan_version_yes force row level security;
grant select on public.plan_version_yes to authenticated;
create policy select_plan on public.plan_version_yes for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.plan_version_yes is 'The family and its team see who says yes to what was agreed.';
-- no insert: say_yes_to_plan in 46_plan_agreeing.sql; no update, delete: a yes to what was agreed then is not rewritten now
