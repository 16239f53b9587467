-- Offers: the catalogue, and offers tied to a family's goals (O1, O2).

create type public.provider_kind as enum ('municipality', 'association', 'voluntary', 'business');
comment on type public.provider_kind is 'Who stands behind an offer (F8, O1).';

-- Danish words, however they are typed: Ørsted, Oersted and ørsted are one word, and so are its inflections.

create function private.fold_danish(words text) returns text
language sql immutable set search_path = ''
as $$
	select replace(replace(replace(
		lower(translate(words, 'ÆØÅÄÖäöÉÈÊËéèêëÁÀáàÜüÓó', 'æøåæøæøeeeeeeeeaaaayyoo')),
		'æ', 'ae'), 'ø', 'oe'), 'å', 'aa')
$$;
comment on function private.fold_danish(text) is
	'Small letters, with ae, oe and aa for æ, ø and å and no accents, whatever the locale of the database.';
grant execute on function private.fold_danish(text) to authenticated;

create function private.danish_stems(words text) returns tsvector
language sql immutable set search_path = ''
as $$
	select ts_delete(
		to_tsvector('pg_catalog.danish', private.fold_danish(words)),
		-- på, når, være, været, også, sådan: little words that the dictionary no longer knows once they are folded.
		array['paa', 'naar', 'vaer', 'ogsaa', 'saadan']
	)
$$;
comment on function private.danish_stems(text) is 'The stems of the words that carry meaning, folded.';
grant execute on function private.danish_stems(text) to authenticated;

create function private.asked_words(words text, out stem text, out base text) returns setof record
language sql immutable set search_path = ''
as $$
	select distinct s.lexeme, case when length(s.lexeme) >= 4 then s.lexeme else t.word end
	from regexp_split_to_table(private.fold_danish(words), '[^a-z0-9]+') t (word), unnest(private.danish_stems(t.word)) s
$$;
comment on function private.asked_words(text) is
	'Of each typed word that carries meaning its stem, and the base compounds are made of: the stem too, or the whole word when the stem is so short that it begins anything (bolig: bol).';
grant execute on function private.asked_words(text) to authenticated;

create function private.word_found(stem text, base text, written text) returns boolean
language sql immutable set search_path = ''
as $$
	select written = stem or (
		length(base) >= 3 and length(written) >= length(base) + 3
		and (starts_with(written, base) or right(written, length(base)) = base)
	)
$$;
comment on function private.word_found(text, text, text) is
	'Whether a written stem answers an asked word: the same stem, or a Danish compound that begins or ends with it (ryg: ryghold; job: fritidsjob). Three letters more at least, so that dans does not find dansk.';
grant execute on function private.word_found(text, text, text) to authenticated;

create table public.offer (
	id uuid primary key,
	municipality_id uuid not null references public.municipality on delete cascade,
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
	verified_on date not null default current_date,
	created_at timestamptz not null default now(),
	retired_at timestamptz,
	search tsvector generated always as (
		setweight(private.danish_stems(title), 'A')
		|| setweight(private.danish_stems(description), 'B')
		|| setweight(private.danish_stems(provider || ' ' || place), 'C')
	) stored,
	constraint offer_title_has_words check (length(btrim(title)) between 1 and 120),
	constraint offer_description_has_words check (length(btrim(description)) between 1 and 2000),
	constraint offer_provider_has_words check (length(btrim(provider)) between 1 and 120),
	constraint offer_place_has_words check (length(btrim(place)) between 1 and 120),
	constraint offer_contact_has_words check (length(btrim(contact)) between 1 and 200),
	constraint offer_price_at_most_120 check (length(price) <= 120),
	constraint offer_ages_in_order check (age_from between 0 and 120 and age_to between age_from and 120)
);
comment on table public.offer is 'What families can use: municipal, voluntary, business and leisure offers of a municipality.';
comment on column public.offer.life_areas is 'The areas of a plan it can help with.';
comment on column public.offer.age_from is 'Years, inclusive.';
comment on column public.offer.age_to is 'Years, inclusive.';
comment on column public.offer.price is 'In words, as the provider says it; null: it has not said.';
comment on column public.offer.verified_on is 'When somebody last checked that this is true. Offers not checked for a year are hidden from families.';
comment on column public.offer.search is 'Folded Danish stems: title (A), description (B), provider and place (C).';
create index on public.offer (municipality_id, verified_on desc);

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

-- The planner thinks these two dear and would compile them first, which takes 200 times as long as they run.
create function public.spell_offers(words text) returns text
language sql stable set search_path = '' set jit = off
as $$
	with offers as (
		select o.* from public.offer o where o.retired_at is null and o.verified_on > current_date - 365
	),
	stems as (
		select distinct s.lexeme from offers o, unnest(o.search) s
	),
	-- Shorter words resemble too much.
	spellings as (
		select distinct lower(w.word) as word, private.fold_danish(w.word) as folded
		from offers o, regexp_split_to_table(
			o.title || ' ' || o.description || ' ' || o.provider || ' ' || o.place, '[[:space:][:punct:][:digit:]]+'
		) w (word)
		where length(w.word) >= 5 and private.danish_stems(w.word) <> ''
	),
	typed as (
		select t.word, private.fold_danish(t.word) as folded, t.place
		from regexp_split_to_table(lower(words), '[[:space:][:punct:]]+') with ordinality t (word, place)
		where t.word <> ''
	),
	spelt as (
		select t.word, t.place, (
			select s.word from spellings s
			where length(t.word) >= 5
				and (
					(left(s.folded, 1) = left(t.folded, 1) and extensions.similarity(s.folded, t.folded) >= 0.4)
					-- The end of a Danish compound says what it is: rygtræning is træning.
					or right(t.folded, length(s.folded)) = s.folded
				)
				and not exists (
					select from private.asked_words(t.word) a join stems on private.word_found(a.stem, a.base, stems.lexeme)
				)
			order by extensions.similarity(s.folded, t.folded) desc, s.word
			limit 1
		) as better
		from typed t
		where private.danish_stems(t.word) <> ''
	)
	select string_agg(coalesce(better, word), ' ' order by place) from spelt having count(better) > 0
$$;
comment on function public.spell_offers(text) is
	'The words with those replaced that stand nowhere in the catalogue but resemble one that does (by trigrams): fotbold, fodbold. Null when there is nothing to replace. Row security applies: the caller''s own.';
grant execute on function public.spell_offers(text) to authenticated;

create function public.search_offers(
	words text default '', area public.life_area default null, age integer default null, town text default null
) returns setof public.offer
language sql stable set search_path = '' set jit = off
as $$
	with offers as (
		select o.* from public.offer o
		where o.retired_at is null and o.verified_on > current_date - 365
			and (area is null or area = any (o.life_areas))
			and (age is null or age between o.age_from and o.age_to)
			and (coalesce(town, '') = '' or strpos(private.fold_danish(o.place), private.fold_danish(town)) > 0)
	),
	asked as (
		select a.stem, a.base from private.asked_words(coalesce(public.spell_offers(words), words)) a
	),
	-- One row for each offer and asked word it holds. The title says more than the description, and the word
	-- itself more than a compound of it.
	hits as (
		select o.id, asked.stem, max(
			case when 'A' = any (w.weights) then 4 when 'B' = any (w.weights) then 2 else 1 end
			* case when w.lexeme = asked.stem then 2 else 1 end
		) as weight
		from offers o cross join lateral unnest(o.search) w join asked on private.word_found(asked.stem, asked.base, w.lexeme)
		group by o.id, asked.stem
	),
	-- A word that few offers hold says more than one that many hold.
	rare as (
		select stem, ln(1 + (select count(*) from offers) / count(*)::numeric) as weight from hits group by stem
	),
	ranked as (
		select id, count(*) as words_held, sum(hits.weight * rare.weight) as score from hits join rare using (stem) group by id
	)
	select o.* from offers o left join ranked r on r.id = o.id
	-- Offers that hold all the words; where there are none, those that hold most of them.
	where not exists (select from asked) or r.words_held = (select max(words_held) from ranked)
	order by r.score desc nulls last, o.title, o.id
$$;
comment on function public.search_offers(text, public.life_area, integer, text) is
	'The catalogue searched in Danish: inflections, compounds, æøå typed as ae, oe, aa, misspellings (spell_offers). Best first. Only what families may see, also for professionals. Row security applies: the caller''s own.';
grant execute on function public.search_offers(text, public.life_area, integer, text) to authenticated;

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

alter table public.offer enable row level security;
alter table public.offer force row level security;
grant select,
	insert (id, municipality_id, title, description, provider, provider_kind, life_areas, age_from, age_to, place, contact, price, verified_on),
	update (title, description, provider, provider_kind, life_areas, age_from, age_to, place, contact, price, verified_on, retired_at)
	on public.offer to authenticated;
create policy select_home on public.offer for select to authenticated
	using (
		municipality_id = any ((select private.my_home_municipalities())::uuid[])
		and retired_at is null and verified_on > current_date - 365
	);
comment on policy select_home on public.offer is 'Families see what is offered and was checked within a year.';
create policy select_chosen on public.offer for select to authenticated
	using (id = any ((select private.my_offers())::uuid[]));
comment on policy select_chosen on public.offer is 'Families keep what they were suggested or chose, also when it has stopped.';
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
