-- Danish words, however they are typed: Ørsted, Oersted and ørsted are one word, and so are its inflections (O1).

create function private.fold_danish(words text) returns text
language sql immutable set search_path = ''
as $$
	select replace(replace(replace(
		lower(translate(words, 'ÆØÅÄÖäöÉÈÊËéèêëÁÀáàÜüÓó', 'æøåæøæøeeeeeeeeaaaayyoo')),
		'æ', 'ae'), 'ø', 'oe'), 'å', 'aa')
$$;
comment on function private.fold_danish(text) is
	'Small letters, with ae, oe and aa for æ, ø and å and no accents, whatever the locale of the database.';

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

create function private.asked_words(words text, out stem text, out base text) returns setof record
language sql immutable set search_path = ''
as $$
	select distinct s.lexeme, case when length(s.lexeme) >= 4 then s.lexeme else t.word end
	from regexp_split_to_table(private.fold_danish(words), '[^a-z0-9]+') t (word), unnest(private.danish_stems(t.word)) s
$$;
comment on function private.asked_words(text) is
	'Of each typed word that carries meaning its stem, and the base compounds are made of: the stem too, or the whole word when the stem is so short that it begins anything (bolig: bol).';

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
