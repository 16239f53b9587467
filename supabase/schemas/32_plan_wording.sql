-- The words of the goals: who said which, when, and in whose voice (P1). What was said first stays beside what is said now.

create type public.voice as enum ('family', 'team');
comment on type public.voice is 'In whose voice something is said: the family''s, which is its children''s and young people''s too, or the team''s.';

create table public.goal_wording (
	goal_id uuid not null,
	number integer not null,
	family_id uuid not null,
	about_id uuid,
	words text not null,
	said_by uuid references public.person on delete set null,
	said_at timestamptz not null,
	voice public.voice not null,
	primary key (goal_id, number),
	constraint wording_of_its_family unique (goal_id, number, family_id),
	constraint wording_stands_in_the_plan_of_its_goal foreign key (goal_id, family_id)
		references public.goal (id, family_id) on delete cascade,
	constraint wording_is_about_whom_its_goal_is_about foreign key (goal_id, about_id)
		references public.goal (id, about_id) on delete cascade
);
comment on table public.goal_wording is
	'Every wording a goal has had: who said it, when, in whose voice. Append-only, and written by the database alone.';
comment on column public.goal_wording.number is '1: the first words. Each wording after it one more.';
comment on column public.goal_wording.family_id is 'The goal''s, so that row security needs no join.';
comment on column public.goal_wording.about_id is 'The goal''s, so that row security needs no join.';
comment on column public.goal_wording.said_by is 'Null when the person has been erased: the words are the family''s and stay.';
create index on public.goal_wording (family_id, goal_id, number);
create index on public.goal_wording (about_id, goal_id);
create index on public.goal_wording (said_by);

create trigger stays before update on public.goal_wording for each row
	execute function private.stays('goal_id', 'number', 'family_id', 'about_id', 'words', 'said_by', 'said_at', 'voice');
create trigger keep_from_api before insert or update on public.goal_wording for each row
	execute function private.keep_from_api('goal_id', 'number', 'family_id', 'about_id', 'words', 'said_by', 'said_at', 'voice');

create function private.keep_wording() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	speaker uuid := case when tg_op = 'INSERT' then new.created_by else coalesce(private.uid(), new.created_by) end;
begin
	-- Whoever changes the words holds the goal's row, so that two wordings never take the same number.
	insert into public.goal_wording (goal_id, number, family_id, about_id, words, said_by, said_at, voice)
	select new.id, 1 + coalesce(max(w.number), 0), new.family_id, new.about_id, new.title, speaker,
		case when tg_op = 'INSERT' then new.created_at else new.changed_at end,
		case when exists (
			select from private.plan_access a
			where a.person_id = speaker and a.family_id = new.family_id and a.side = 'team'
		) then 'team' else 'family' end::public.voice
	from public.goal_wording w where w.goal_id = new.id;
	return null;
end
$$;
comment on function private.keep_wording() is
	'Keeps the words a goal is made with and every wording after them. Saying the same again is no new wording. The voice follows from the side of the table the speaker sits on in that moment.';
create trigger keep_wording after insert on public.goal for each row execute function private.keep_wording();
create trigger keep_new_wording after update of title on public.goal
	for each row when (new.title is distinct from old.title) execute function private.keep_wording();

-- Row security

alter table public.goal_wording enable row level security;
alter table public.goal_wording force row level security;
grant select on public.goal_wording to authenticated;
create policy select_plan on public.goal_wording for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.goal_wording is 'The family and its team see how a goal was said.';
-- A child's other home sees the words as they are now, and not what was said before.
-- no insert: keep_wording above; no update, delete: what was said then is not rewritten now
