-- Offers: the catalogue of a municipality (O1).

create type public.provider_kind as enum ('municipality', 'association', 'voluntary', 'business');
comment on type public.provider_kind is 'Who stands behind an offer (F8, O1).';

create table public.offer (
	id uuid primary key,
	municipality_id uuid not null references public.municipality on delete restrict,
	title text not null,
	description text not null,
	provider text not null,
	provider_kind public.provider_kind not null,
	life_areas public.life_area[] not null default '{}',
	age_from smallint not null default 0,
	age_to smallint not null default 120,
	place text not null,
	contact text not null,
	price text,
	verified_on date not null default private.today(),
	created_at timestamptz not null default now(),
	retired_at timestamptz,
	revision integer not null default 0,
	made_as text,
	-- What refers to an offer of a municipality refers to it by this.
	constraint offer_is_of_one_municipality unique (id, municipality_id),
	constraint offer_title_has_words check (length(btrim(title)) between 1 and 120),
	constraint offer_description_has_words check (length(btrim(description)) between 1 and 2000),
	constraint offer_provider_has_words check (length(btrim(provider)) between 1 and 120),
	constraint offer_place_has_words check (length(btrim(place)) between 1 and 120),
	constraint offer_contact_has_words check (length(btrim(contact)) between 1 and 200),
	constraint offer_price_at_most_120 check (length(price) <= 120),
	constraint offer_made_as_a_fingerprint check (made_as ~ '^[0-9a-f]{64}$'),
	constraint offer_ages_in_order check (age_from between 0 and 120 and age_to between age_from and 120),
	-- Nobody has checked it on a day to come.
	constraint offer_verified_not_ahead check (verified_on <= private.today()),
	constraint offer_verified_in_this_time check (verified_on >= '2010-01-01')
);
comment on table public.offer is 'What families can use: municipal, voluntary, business and leisure offers of a municipality.';
comment on column public.offer.revision is 'How often what a form edits was changed, so that a form says what it was drawn from. Set by the database (private.counts_changes).';
comment on column public.offer.life_areas is 'The areas of a plan it can help with.';
comment on column public.offer.age_from is 'Years, inclusive.';
comment on column public.offer.age_to is 'Years, inclusive.';
comment on column public.offer.price is 'In words, as the provider says it; null: it has not said.';
comment on column public.offer.verified_on is 'When somebody last checked that this is true. Offers not checked for a year are hidden from families.';
comment on column public.offer.made_as is 'The SHA-256 of what it was made with: the same form sent again is known, whatever has been changed since.';
create index on public.offer (municipality_id, verified_on desc);
-- As a search without words shows them, and what places there are.
create index on public.offer (municipality_id, title, id) where retired_at is null;
create index on public.offer (municipality_id, place) where retired_at is null;

create trigger begins_now before insert on public.offer
	for each row execute function private.begins_now('created_at', 'retired_at');
create trigger counts_changes before insert or update on public.offer for each row
	execute function private.counts_changes('title', 'description', 'provider', 'provider_kind', 'life_areas', 'age_from', 'age_to', 'place', 'contact', 'price');
create trigger stamps before update on public.offer for each row execute function private.stamps('retired_at');
create trigger stays before update on public.offer for each row
	execute function private.stays('id', 'municipality_id', 'created_at', 'made_as');

-- Row security

alter table public.offer enable row level security;
alter table public.offer force row level security;
grant select,
	insert (id, municipality_id, title, description, provider, provider_kind, life_areas, age_from, age_to, place, contact, price, verified_on, made_as),
	update (title, description, provider, provider_kind, life_areas, age_from, age_to, place, contact, price, verified_on, retired_at, revision)
	on public.offer to authenticated;
create policy select_home on public.offer for select to authenticated
	using (
		municipality_id = any ((select private.my_home_municipalities())::uuid[])
		and retired_at is null and verified_on > (select private.today()) - 365
	);
comment on policy select_home on public.offer is 'Families see what is offered and was checked within a year.';
create policy select_workplace on public.offer for select to authenticated
	using (municipality_id = any ((select private.my_workplaces())::uuid[]));
comment on policy select_workplace on public.offer is 'Professionals see the whole catalogue, also what needs checking.';
create policy insert_lead on public.offer for insert to authenticated
	with check (municipality_id = any ((select private.my_led_municipalities())::uuid[]));
comment on policy insert_lead on public.offer is 'The project lead keeps the catalogue.';
create policy update_lead on public.offer for update to authenticated
	using (municipality_id = any ((select private.my_led_municipalities())::uuid[]))
	with check (municipality_id = any ((select private.my_led_municipalities())::uuid[]));
comment on policy update_lead on public.offer is 'The project lead keeps the catalogue.';
-- no delete: retired_at takes an offer out, families keep what they chose

create function public.offer_places(within uuid[] default null) returns text[]
language sql stable set search_path = ''
as $$
	select array(
		select distinct o.place from public.offer o
		where o.retired_at is null and (within is null or o.municipality_id = any (within))
		order by 1 limit 500 + 1
	)
$$;
comment on function public.offer_places(uuid[]) is
	'The towns and villages of the catalogue, of these municipalities alone where some are said, each once, at most 500 and one more where there are more. Row security applies: the caller''s own.';
grant execute on function public.offer_places(uuid[]) to authenticated;
