-- Whom of a family somebody means who does not see who belongs to it: by the name they were told, and as what.

create function private.spoken(name text) returns text
language sql immutable set search_path = ''
return btrim(regexp_replace(
	regexp_replace(
		lower(translate(
			-- What has no width or is no letter, or sits above one in writing alone, and points before one form is made of all.
			normalize(regexp_replace(
				-- No name is longer.
				regexp_replace(left(name, 100), '[\u2010-\u2015\u2212\ufe58\ufe63\uff0d-]', ' ', 'g'),
				'[\u0001-\u0008\u000e-\u001f!-/:-@[-`{-~\u007f-\u0084\u0086-\u009f\u00a1-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb\u00bf\u02b0-\u02ff\u034f\u061c\u0640\u064b-\u065f\u0670\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2016-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u206f\u20d0-\u20ff\u2190-\u2bff\u3164\ufe00-\ufe0f\ufeff\uff07\uffa0\ufff0-\uffff\U0001d100-\U0001d1ff\U0001f000-\U0001faff\U000e0000-\U000e0fff]',
				'', 'g'
			), nfkc),
			-- The collation may know no letter beyond z.
			'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞĆČĐĘĞŁŃŐŒŚŞŠŰŹŻŽ', 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþćčđęğłńőœśşšűźżž'
		)),
		'[\u0300-\u036f]', '', 'g'
	),
	'[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g'
));
comment on function private.spoken(text) is
	'A name as one hears it: its words, whatever the letters'' case, the spaces, hyphens and signs, and how it was typed. Granted to nobody.';

create function private.name_fits(said text, name text) returns integer
language sql immutable set search_path = ''
return (
	select case
		when array_to_string(words, '') = called then 2
		when exists (
			select from generate_series(1, cardinality(words)) n where array_to_string(words[:n], '') = called
		) then 1
		else 0
	end
	from (
		select string_to_array(private.spoken(name), ' ') as words, replace(private.spoken(said), ' ', '') as called
	) heard
);
comment on function private.name_fits(text, text) is
	'2: what was said is the whole name, as one hears it; 1: its first words, as a family calls its own; 0: neither. Granted to nobody.';

create function private.may_be_one_name(one text, other text) returns boolean
language sql immutable set search_path = ''
return exists (
	select from (
		select string_to_array(private.spoken(one), ' ') as words, string_to_array(private.spoken(other), ' ') as among
		union all
		select string_to_array(private.spoken(other), ' '), string_to_array(private.spoken(one), ' ')
	) heard
	cross join generate_series(1, cardinality(words)) n
	cross join generate_series(1, cardinality(among)) first
	cross join generate_series(first, cardinality(among)) last
	where array_to_string(words[:n], '') = array_to_string(among[first:last], '')
);
comment on function private.may_be_one_name(text, text) is
	'Whether two names may well be one person''s, as one hears them: what the one is called first is in the other, as in a married name, a name in short, or Anna and aunt Anna. A family name alone is what a whole family has in common. Granted to nobody.';

create function private.place_called(
	family uuid, name text, role public.member_role, known_born_on date default null
) returns public.member
language plpgsql stable security definer set search_path = ''
as $$
declare
	places public.member[] := array(
		select fits.place from (
			select called.place, called.how, max(called.how) over () as best from (
				select m as place,
					-- Of two who are called the same, whose date it is, and then whose date nobody has said.
					private.name_fits(place_called.name, p.name)
						+ 2 * (place_called.known_born_on is not null and b.born_on is not null)::integer as how
				from public.member m join public.person p on p.id = m.person_id
				left join public.birth b on b.person_id = m.person_id
				where m.family_id = family and m.left_at is null and m.role = place_called.role
					and private.name_fits(place_called.name, p.name) > 0
					and (place_called.known_born_on is null or coalesce(b.born_on = place_called.known_born_on, true))
			) called
		) fits
		where fits.how = fits.best
		order by (fits.place).id
	);
begin
	-- Of one alone no date is asked: what is answered to it would tell when they were born.
	if place_called.known_born_on is not null and (
		select count(*) = 1 from public.member m join public.person p on p.id = m.person_id
		where m.family_id = family and m.left_at is null and m.role = place_called.role
			and private.name_fits(place_called.name, p.name) > 0
	) then
		perform private.refuse('several_are_called_that', 'one of the family is, and of one no date is asked');
	end if;
	if cardinality(places) > 1 then
		perform private.refuse('one_is_called_that', 'several of the family are');
	end if;
	return places[1];
end
$$;
comment on function private.place_called(uuid, text, public.member_role, date) is
	'The place in a family of whoever is called so there, and is that to it; null: nobody is. The office does not see who belongs to a family: name and role must both fit one alone, so that a slip meets nobody. Of several, who was born on the day the family says, and only then is a day asked. Granted to nobody.';
