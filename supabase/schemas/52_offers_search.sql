-- Searching the catalogue in Danish (O1).

-- The planner thinks these two dear and would compile them first, which takes 200 times as long as they run.
create function public.spell_offers(words text) returns text
language sql stable set search_path = '' set jit = off
as $$
	with offers as (
		select o.* from public.offer o where o.retired_at is null and o.verified_on > private.today() - 365
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
		where o.retired_at is null and o.verified_on > private.today() - 365
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
