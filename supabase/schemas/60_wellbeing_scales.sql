-- Scales of one's own (W1): a name, and what both ends mean. Nobody but the person reads them.

create type public.scale_kind as enum ('physical', 'mental');
comment on type public.scale_kind is 'What an own scale is about: the body or the mind.';

create table public.scale (
	id uuid primary key,
	person_id uuid not null references public.person on delete cascade,
	kind public.scale_kind not null,
	name text not null,
	low_words text not null,
	high_words text not null,
	created_at timestamptz not null default now(),
	retired_at timestamptz,
	constraint scale_is_of_one_person unique (id, person_id),
	constraint scale_name_has_words check (length(btrim(name)) between 1 and 80),
	constraint scale_low_has_words check (length(btrim(low_words)) between 1 and 80),
	constraint scale_high_has_words check (length(btrim(high_words)) between 1 and 80)
);
comment on table public.scale is 'A 0-10 scale of the person''s own, with own words at both ends.';
comment on column public.scale.low_words is 'What 0 means, in own words.';
comment on column public.scale.high_words is 'What 10 means, in own words.';
create index on public.scale (person_id);
create trigger begins_now before insert on public.scale
	for each row execute function private.begins_now('created_at', 'retired_at');
create trigger stamps before update on public.scale for each row execute function private.stamps('retired_at');
create trigger stays before update on public.scale for each row
	execute function private.stays('id', 'person_id', 'kind', 'name', 'low_words', 'high_words', 'created_at');

-- An own scale is used again instead of made anew: the latest answers on each are read at once.
create trigger at_most after insert on public.scale
	for each row execute function private.at_most('scales_at_most_a_hundred', '100', 'person_id');

-- Row security

alter table public.scale enable row level security;
alter table public.scale force row level security;
grant select, insert (id, person_id, kind, name, low_words, high_words), update (retired_at) on public.scale to authenticated;
create policy select_own on public.scale for select to authenticated using (person_id = (select private.uid()));
comment on policy select_own on public.scale is 'My scales are mine.';
create policy insert_own on public.scale for insert to authenticated with check (person_id = (select private.uid()));
comment on policy insert_own on public.scale is 'I make my own scales.';
create policy update_own on public.scale for update to authenticated
	using (person_id = (select private.uid())) with check (person_id = (select private.uid()));
comment on policy update_own on public.scale is 'I stop using a scale; its words never change under old answers.';
-- no delete: old answers need their words
