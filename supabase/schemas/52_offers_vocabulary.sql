-- The words of a catalogue (O1). What a search costs must depend neither on how large the catalogue is nor on how wrong
-- the words are: the words are kept, with indexes on how they are spelt, begin and end. 53_offers_search.sql asks them.

create table private.offer_word (
	municipality_id uuid not null,
	word text not null,
	offer_id uuid not null,
	weight integer not null,
	verified_on date not null,
	primary key (municipality_id, word, offer_id),
	constraint word_of_an_offer_of_the_municipality foreign key (offer_id, municipality_id)
		references public.offer (id, municipality_id) on delete cascade
);
comment on table private.offer_word is 'Which offers hold a word, retired ones left out. Kept by triggers; granted to nobody.';
comment on column private.offer_word.word is 'In small letters, as the offer spells it.';
comment on column private.offer_word.weight is 'How much it says there: 4 in the title, 2 in the description, 1 where it is and whose.';
comment on column private.offer_word.verified_on is 'That of the offer.';
create index on private.offer_word (municipality_id, word, verified_on);
create index on private.offer_word (offer_id, municipality_id);

create table private.vocabulary (
	municipality_id uuid not null references public.municipality on delete cascade,
	word text not null,
	folded text not null generated always as (private.fold_danish(word)) stored,
	stem text collate "C" not null,
	verified_on date not null,
	primary key (municipality_id, word)
);
comment on table private.vocabulary is 'The words of a municipality''s catalogue that carry meaning. Kept by triggers; granted to nobody, asked by the search for the caller''s own municipalities.';
comment on column private.vocabulary.word is 'In small letters, as the catalogue spells it.';
comment on column private.vocabulary.folded is 'The word without æ, ø, å and accents: what a typed word is compared with.';
comment on column private.vocabulary.stem is 'What an asked word is compared with.';
comment on column private.vocabulary.verified_on is 'When an offer that holds it was last checked: the word is as fresh as that.';
create index on private.vocabulary using gin (folded extensions.gin_trgm_ops) with (fastupdate = off);
create index on private.vocabulary (municipality_id, folded);
create index on private.vocabulary (municipality_id, stem);
create index on private.vocabulary (municipality_id, reverse(stem) collate "C");

alter table private.offer_word enable row level security;
alter table private.offer_word force row level security;
alter table private.vocabulary enable row level security;
alter table private.vocabulary force row level security;
-- no grants and no policies: only the functions below ask

create function private.words_of(written text, out word text, out stem text) returns setof record
language sql immutable set search_path = ''
as $$
	select distinct on (1) w.word, s.lexeme
	from regexp_split_to_table(lower(written), '[[:space:][:punct:]]+') w (word), unnest(private.danish_stems(w.word)) s
$$;
comment on function private.words_of(text) is 'The words that carry meaning, in small letters, each with its stem.';

create function private.keep_vocabulary() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	touched uuid[];
	words text[];
	stems text[];
begin
	-- Two who save at the same moment would not see each other's words.
	perform pg_advisory_xact_lock(hashtext('private.vocabulary'));
	-- Which rows there are to look at depends on what was done, and a query cannot.
	if tg_op = 'INSERT' then
		select array_agg(municipality_id), array_agg(word), array_agg(stem) into touched, words, stems
		from (
			select distinct o.municipality_id, w.* from after_rows o,
				private.words_of(concat_ws(' ', o.title, o.description, o.provider, o.place)) w
		) said;
	elsif tg_op = 'UPDATE' then
		select array_agg(municipality_id), array_agg(word), array_agg(stem) into touched, words, stems
		from (
			select distinct o.municipality_id, w.* from (select * from before_rows union all select * from after_rows) o,
				private.words_of(concat_ws(' ', o.title, o.description, o.provider, o.place)) w
		) said;
		delete from private.offer_word where offer_id in (select id from before_rows);
	else
		select array_agg(municipality_id), array_agg(word), array_agg(stem) into touched, words, stems
		from (
			select distinct o.municipality_id, w.* from before_rows o,
				private.words_of(concat_ws(' ', o.title, o.description, o.provider, o.place)) w
		) said;
	end if;
	if tg_op <> 'DELETE' then
		insert into private.offer_word (municipality_id, word, offer_id, weight, verified_on)
		select o.municipality_id, w.word, o.id, max(said.weight), o.verified_on
		from after_rows o, lateral (
			values (4, o.title), (2, o.description), (1, concat_ws(' ', o.provider, o.place))
		) said (weight, words), private.words_of(said.words) w
		where o.retired_at is null
		group by o.municipality_id, w.word, o.id, o.verified_on;
	end if;
	delete from private.vocabulary v using unnest(touched, words) t (municipality_id, word)
	where v.municipality_id = t.municipality_id and v.word = t.word and not exists (
		select from private.offer_word held where held.municipality_id = v.municipality_id and held.word = v.word
	);
	insert into private.vocabulary as v (municipality_id, word, stem, verified_on)
	select t.municipality_id, t.word, t.stem, held.verified_on
	from unnest(touched, words, stems) t (municipality_id, word, stem),
		lateral (
			select w.verified_on from private.offer_word w
			where w.municipality_id = t.municipality_id and w.word = t.word
			order by w.verified_on desc limit 1
		) held
	on conflict (municipality_id, word) do update set verified_on = excluded.verified_on
	where v.verified_on <> excluded.verified_on;
	return null;
end
$$;
comment on function private.keep_vocabulary() is 'Keeps offer_word and vocabulary as the catalogue changes.';
create trigger keep_vocabulary_of_new after insert on public.offer
	referencing new table as after_rows for each statement execute function private.keep_vocabulary();
create trigger keep_vocabulary_of_changed after update on public.offer
	referencing old table as before_rows new table as after_rows
	for each statement execute function private.keep_vocabulary();
create trigger keep_vocabulary_of_deleted after delete on public.offer
	referencing old table as before_rows for each statement execute function private.keep_vocabulary();
