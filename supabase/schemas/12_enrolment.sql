-- Enrolment: since when a family takes part, and how far it has come (F2). What change is measured from (W2) stands here.

create type public.enrolment_answer as enum ('accepted', 'declined');
comment on type public.enrolment_answer is 'What a family answers when a place in the project is offered to it.';

create table public.enrolment (
	id uuid primary key default gen_random_uuid(),
	family_id uuid not null,
	municipality_id uuid not null,
	visited_on date not null,
	offered_on date,
	answered_on date,
	answer public.enrolment_answer,
	ended_on date,
	ended_at timestamptz,
	was_called text,
	created_at timestamptz not null default now(),
	constraint enrolment_in_the_municipality_of_the_family foreign key (family_id, municipality_id)
		references public.family (id, municipality_id) on delete cascade,
	constraint enrolment_of_the_family unique (id, family_id),
	constraint visited_in_this_time check (visited_on >= '2010-01-01'),
	constraint visited_not_in_the_future check (visited_on <= private.today()),
	constraint offered_not_in_the_future check (offered_on <= private.today()),
	constraint answered_not_in_the_future check (answered_on <= private.today()),
	constraint ended_not_in_the_future check (ended_on <= private.today()),
	constraint offered_after_the_visit check (offered_on >= visited_on),
	constraint answered_after_the_offer check (
		answered_on is null or (offered_on is not null and answered_on >= offered_on)
	),
	constraint answer_has_its_day check ((answer is null) = (answered_on is null)),
	constraint ended_after_the_visit check (ended_on >= visited_on),
	constraint ended_after_the_answer check (ended_on >= answered_on),
	constraint declined_is_over check (answer is distinct from 'declined' or ended_on is not null)
);
comment on table public.enrolment is
	'A time in which a family takes part in the project. It can take part again later; then that is a row of its own.';
comment on column public.enrolment.visited_on is 'The visitation date: the baseline of all measures (W2).';
comment on column public.enrolment.offered_on is 'When a place was offered. Null: not written down here.';
comment on column public.enrolment.ended_on is 'Null while it is in force.';
comment on column public.enrolment.ended_at is
	'When it was written down that it ended: what ended with it has the same moment. Set by the database (private.notes_the_end).';
comment on column public.enrolment.was_called is
	'What the family was called at that moment, for whoever was in its team: what it is called since is not theirs. Set by the database too.';
create unique index enrolment_one_in_force on public.enrolment (family_id) where ended_on is null;
create index on public.enrolment (family_id, municipality_id);

create trigger stays before update on public.enrolment
	for each row execute function private.stays('id', 'family_id', 'municipality_id');
create trigger keep_from_api before insert or update on public.enrolment
	for each row execute function private.keep_from_api('visited_on', 'offered_on', 'answered_on', 'answer', 'ended_on', 'ended_at', 'was_called');

create function private.notes_the_end() returns trigger
language plpgsql set search_path = ''
as $$
begin
	new.ended_at := case when new.ended_on is not null then
		coalesce(case when tg_op = 'UPDATE' then old.ended_at else new.ended_at end, now()) end;
	new.was_called := case when new.ended_on is not null then coalesce(
		case when tg_op = 'UPDATE' then old.was_called end, (select f.name from public.family f where f.id = new.family_id)
	) end;
	return new;
end
$$;
comment on function private.notes_the_end() is 'When the end of an enrolment was written down, and what the family was called then; correcting its day moves nothing.';
create trigger notes_the_end before insert or update on public.enrolment
	for each row execute function private.notes_the_end();

create trigger at_most after insert on public.enrolment
	for each row execute function private.at_most('enrolments_at_most_a_hundred', '100', 'family_id');

create type public.tier as enum ('stabilising', 'normalising', 'preventive');
comment on type public.tier is 'How far a family has come in the project (F2).';

-- A period lasts until the next one begins or the enrolment ends. Two can therefore not overlap, nor leave a gap.
create table public.enrolment_tier (
	enrolment_id uuid not null,
	family_id uuid not null,
	tier public.tier not null,
	from_on date not null,
	constraint enrolment_tier_pkey primary key (enrolment_id, from_on),
	constraint tier_not_in_the_future check (from_on <= private.today()),
	constraint tier_of_an_enrolment foreign key (enrolment_id, family_id)
		references public.enrolment (id, family_id) on delete cascade
);
comment on table public.enrolment_tier is
	'Which tier a family is in from when. A period lasts until the next begins or the enrolment ends, so that no two overlap.';
create index on public.enrolment_tier (enrolment_id, family_id);
create index on public.enrolment_tier (family_id);

create function private.tier_within_its_enrolment() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	around public.enrolment;
begin
	select * into around from public.enrolment e where e.id = new.enrolment_id for share;
	if new.from_on < around.visited_on or new.from_on > coalesce(around.ended_on, new.from_on) then
		perform private.refuse('tier_within_its_enrolment', 'a tier begins while the enrolment is in force');
	end if;
	return new;
end
$$;
comment on function private.tier_within_its_enrolment() is
	'A tier begins while its enrolment is in force. Locked, so that the enrolment does not end meanwhile.';
create trigger tier_within_its_enrolment after insert or update on public.enrolment_tier
	for each row execute function private.tier_within_its_enrolment();
create trigger keep_from_api before insert or update on public.enrolment_tier
	for each row execute function private.keep_from_api('enrolment_id', 'family_id', 'tier', 'from_on');

create trigger at_most after insert on public.enrolment_tier
	for each row execute function private.at_most('tiers_at_most_a_hundred', '100', 'enrolment_id');

create function private.ended_after_its_tiers() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if exists (
		select from public.enrolment_tier t where t.enrolment_id = new.id and t.from_on > new.ended_on
	) then
		perform private.refuse('ended_after_its_tiers', 'a tier begins after that day');
	end if;
	return null;
end
$$;
comment on function private.ended_after_its_tiers() is 'An enrolment ends on a day after its last tier began, or on that day.';
create trigger ended_after_its_tiers after update of ended_on on public.enrolment
	for each row when (new.ended_on is not null) execute function private.ended_after_its_tiers();

create function public.enrolled_on(family public.family) returns date
language sql stable
return (
	select e.visited_on from public.enrolment e
	where e.family_id = family.id and e.answer is distinct from 'declined'
	order by e.ended_on is not null, e.visited_on desc limit 1
);
comment on function public.enrolled_on(public.family) is
	'The baseline of all measures (W2): the visitation date of the enrolment in force; when none is, of the last that was. Asks as whoever looks.';
grant execute on function public.enrolled_on(public.family) to authenticated;

create function public.last_enrolments(families uuid[])
returns table (family_id uuid, enrolled_on date, ended_on date)
language sql stable set search_path = ''
as $$
	select distinct on (e.family_id) e.family_id, e.visited_on, e.ended_on
	from public.enrolment e where e.family_id = any (families)
	order by e.family_id, e.ended_on desc nulls first, e.visited_on desc limit 1000
$$;
comment on function public.last_enrolments(uuid[]) is
	'Since when and until when each of these families takes part: the enrolment in force, or the last. Asks as who asks: row security decides.';
grant execute on function public.last_enrolments(uuid[]) to authenticated;

-- Row security: as the family itself is seen (10_family.sql, 16_project_lead.sql, 20_team.sql).

alter table public.enrolment enable row level security;
alter table public.enrolment force row level security;
grant select on public.enrolment to authenticated;
create policy select_own on public.enrolment for select to authenticated
	using (family_id = any ((select private.my_families())::uuid[]));
comment on policy select_own on public.enrolment is 'Members see since when their family takes part.';
-- no insert, update: by enrol_family and the other verbs of 17_enrolment_verbs.sql; no delete

alter table public.enrolment_tier enable row level security;
alter table public.enrolment_tier force row level security;
grant select on public.enrolment_tier to authenticated;
create policy select_own on public.enrolment_tier for select to authenticated
	using (family_id = any ((select private.my_families())::uuid[]));
comment on policy select_own on public.enrolment_tier is 'Nothing is said of a family that it cannot see itself.';
-- no insert, update: by enrol_family and the other verbs of 17_enrolment_verbs.sql; no delete
