-- Searching the catalogue in Danish (O1), over the words kept in 52_offers_vocabulary.sql.

create function private.my_catalogues(within uuid[] default null) returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select c from unnest(private.my_home_municipalities() || private.my_workplaces()) c
		where within is null or c = any (within)
	);
end
$$;
comment on function private.my_catalogues(uuid[]) is
	'The municipalities whose catalogue the caller sees: home and workplace; of these alone, where some are said. What is offered at work is no offer to one''s own family.';

create function private.words_answering(catalogues uuid[], stem text, base text, out word text, out stem_itself boolean)
returns setof record
language sql stable security definer set search_path = ''
as $$
	select v.word, true from private.vocabulary v
	where v.municipality_id = any (catalogues) and v.verified_on > private.today() - 365
		and v.stem = words_answering.stem
	union
	-- The two ends as ranges, so that the indexes answer: nothing is written with U+FFFD.
	select v.word, v.stem = words_answering.stem from private.vocabulary v
	where v.municipality_id = any (catalogues) and v.verified_on > private.today() - 365
		and v.stem >= base and v.stem < base || U&'\FFFD' and private.word_found(words_answering.stem, base, v.stem)
	union
	select v.word, v.stem = words_answering.stem from private.vocabulary v
	where v.municipality_id = any (catalogues) and v.verified_on > private.today() - 365
		and reverse(v.stem) collate "C" >= reverse(base) and reverse(v.stem) collate "C" < reverse(base) || U&'\FFFD'
		and private.word_found(words_answering.stem, base, v.stem)
$$;
comment on function private.words_answering(uuid[], text, text) is
	'The words of these catalogues that answer an asked one (word_found), and whether they are it or a compound of it.';

create function private.first_words(words text) returns text
language sql immutable set search_path = ''
as $$
	select array_to_string((regexp_split_to_array(lower(btrim(words)), '[[:space:][:punct:]]+'))[1:16], ' ')
$$;
comment on function private.first_words(text) is 'The first sixteen words: more are not looked for.';

create function private.nearest_word(catalogues uuid[], typed text) returns text
language plpgsql stable security definer set search_path = ''
as $$
declare
	asked text := private.fold_danish(typed);
	-- The end of a Danish compound says what it is: rygtræning is træning.
	ends text[] := array(select right(asked, length) from generate_series(5, length(asked)) length);
begin
	return (
		select near.word from (
			select v.word, v.folded from private.vocabulary v
			where v.municipality_id = any (catalogues) and v.verified_on > private.today() - 365
				and v.folded operator(extensions.%) asked
				and left(v.folded, 1) = left(asked, 1)
				-- A letter left out or two that changed places cost a short word much of its likeness.
				and extensions.similarity(v.folded, asked) >= case when length(asked) >= 6 and abs(length(v.folded) - length(asked)) <= 1 then 0.3 else 0.4 end
			union all
			select v.word, v.folded from private.vocabulary v
			where v.municipality_id = any (catalogues) and v.verified_on > private.today() - 365
				and v.folded = any (ends)
		) near
		-- Shorter words resemble too much, and numbers are no words.
		where length(near.word) >= 5 and near.word !~ '[[:digit:]]'
		order by extensions.similarity(near.folded, asked) desc, near.word limit 1
	);
end
$$;
comment on function private.nearest_word(uuid[], text) is 'The word of these catalogues that resembles this one most, by trigrams.';

create function public.spell_offers(words text, within uuid[] default null) returns text
language plpgsql stable security definer set search_path = ''
as $$
declare
	catalogues uuid[] := private.my_catalogues(within);
begin
	return (
		with typed as (
			select t.word, t.place from regexp_split_to_table(private.first_words(words), ' ') with ordinality t (word, place)
			where private.danish_stems(t.word) <> ''
		),
		spelt as (
			select t.word, t.place, case when length(t.word) >= 5 and not exists (
				select from private.asked_words(t.word) a, private.words_answering(catalogues, a.stem, a.base)
			) then private.nearest_word(catalogues, t.word) end as better
			from typed t
		)
		select string_agg(coalesce(better, word), ' ' order by place) from spelt having count(better) > 0
	);
end
$$;
comment on function public.spell_offers(text, uuid[]) is
	'The words (the first sixteen) with those replaced that stand nowhere in the catalogue but resemble one that does (by trigrams): fotbold, fodbold. Null when there is nothing to replace. Only words of offers the caller may find, in the catalogues of these municipalities where some are said.';
grant execute on function public.spell_offers(text, uuid[]) to authenticated;

create function private.found_offers(
	words text, area public.life_area, age integer, town text, skip integer, most integer, within uuid[],
	out offer_id uuid, out place bigint
) returns setof record
language plpgsql stable security definer set search_path = '' set jit = off
as $$
declare
	catalogues uuid[] := private.my_catalogues(within);
	asked integer[];
	answers text[];
	times integer[];
	-- Folding a name costs more than all else here, and thousands of offers have one of a few hundred places.
	places text[];
begin
	if coalesce(town, '') <> '' then
		places := array(
			-- From each place to the next by the index, past the thousands of offers that each has.
			with recursive each_place as (
				select c.id as catalogue, (
					select min(o.place) from public.offer o where o.municipality_id = c.id and o.retired_at is null
				) as place from unnest(catalogues) c (id)
				union
				select e.catalogue, (
					select min(o.place) from public.offer o
					where o.municipality_id = e.catalogue and o.retired_at is null and o.place > e.place
				) from each_place e where e.place is not null
			)
			select distinct e.place from each_place e
			where strpos(private.fold_danish(e.place), private.fold_danish(town)) > 0
		);
	end if;
	-- Each word of the catalogue that answers, beside the asked one that it answers. The word itself says more than a
	-- compound of it.
	select array_agg(a.nth), array_agg(found.word), array_agg(case when found.stem_itself then 2 else 1 end)
	into asked, answers, times
	from private.asked_words(private.first_words(coalesce(public.spell_offers(words, within), words)))
			with ordinality a (stem, base, nth)
		left join lateral private.words_answering(catalogues, a.stem, a.base) found on true;
	if asked is null then
		-- Nothing was asked for, or little words alone: all of them, by the index from the first on, so that the length of the
		-- catalogue costs nothing. What no Danish word can be in (another script, a smiley) finds nothing.
		return query
		select one.id, row_number() over (order by one.title, one.id)
		from (select distinct c from unnest(catalogues) c) of_one (catalogue) cross join lateral (
			select o.id, o.title from public.offer o
			where o.municipality_id = of_one.catalogue and o.retired_at is null and o.verified_on > private.today() - 365
				and (area is null or area = any (o.life_areas))
				and (age is null or age between o.age_from and o.age_to)
				and (places is null or o.place = any (places))
			order by o.title, o.id limit least(greatest(most, 1), 200) + 1 + greatest(skip, 0)
		) one
		where coalesce(btrim(words), '') = '' or private.fold_danish(words) ~ '[a-z0-9]'
		order by 2 limit least(greatest(most, 1), 200) + 1 offset greatest(skip, 0);
		return;
	end if;
	return query
	with offers as not materialized (
		select o.id, o.title from public.offer o
		where o.municipality_id = any (catalogues) and o.retired_at is null and o.verified_on > private.today() - 365
			and (area is null or area = any (o.life_areas))
			and (age is null or age between o.age_from and o.age_to)
			and (places is null or o.place = any (places))
	),
	-- One row for each offer and asked word it holds, as much as it says there. Of each word the offers that hold it,
	-- whatever else they hold.
	hits as (
		select held.offer_id as id, a.nth, max(held.weight * a.times) as weight
		from unnest(asked, answers, times) a (nth, word, times)
			join private.offer_word held on held.municipality_id = any (catalogues) and held.word = a.word
		where held.verified_on > private.today() - 365
			and (area is null and age is null and places is null or held.offer_id in (select offers.id from offers))
		group by held.offer_id, a.nth
	),
	-- A word that few offers hold says more than one that many hold. In whole numbers, which add up to the same in any order.
	rare as (
		select nth, round(1000000 * ln(1 + (select count(*) from offers) / count(*)::float))::bigint as weight from hits group by nth
	),
	ranked as (
		select id, count(*) as words_held, sum(hits.weight * rare.weight) as score from hits join rare using (nth) group by id
	),
	-- Offers that hold all the words; where there are none, those that hold most of them.
	best as (
		select id, score from ranked where words_held = (select max(words_held) from ranked)
	)
	select o.id, row_number() over (order by b.score desc, o.title, o.id)
	from best b join offers o using (id)
	order by 2 limit least(greatest(most, 1), 200) + 1 offset greatest(skip, 0);
end
$$;
comment on function private.found_offers(text, public.life_area, integer, text, integer, integer, uuid[]) is 'What search_offers shows, in order.';
grant execute on function private.found_offers(text, public.life_area, integer, text, integer, integer, uuid[]) to authenticated;

create function public.search_offers(
	words text default '', area public.life_area default null, age integer default null, town text default null,
	skip integer default 0, most integer default 50, within uuid[] default null
) returns setof public.offer
language sql stable set search_path = ''
as $$
	select o.* from private.found_offers(words, area, age, town, skip, most, within) f join public.offer o on o.id = f.offer_id
	order by f.place limit 200 + 1
$$;
comment on function public.search_offers(text, public.life_area, integer, text, integer, integer, uuid[]) is
	'The catalogue searched in Danish: inflections, compounds, æøå typed as ae, oe, aa, misspellings (spell_offers). Best first, so many after those skipped (at most 200) and one more where there are more. Only what families may see, also for professionals; of the municipalities within alone, where some are said. Row security applies: the caller''s own.';
grant execute on function public.search_offers(text, public.life_area, integer, text, integer, integer, uuid[]) to authenticated;
