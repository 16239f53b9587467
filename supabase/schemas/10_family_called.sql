-- Whom of a family somebody means who does not see who belongs to it: by the name they were told, and as what.

create function private.name_fits(said text, name text) returns integer
language sql immutable
return (
	select case when known = called then 2 when starts_with(known, called) and btrim(called) <> '' then 1 else 0 end
	from (
		select lower(regexp_replace(btrim(name), '\s+', ' ', 'g')) || ' ' as known,
			lower(regexp_replace(btrim(said), '\s+', ' ', 'g')) || ' ' as called
	) words
);
comment on function private.name_fits(text, text) is
	'2: what was said is the whole name, whatever the letters and spaces; 1: its beginning, as a family calls its own; 0: neither. Granted to nobody.';

create function private.place_called(family uuid, name text, role public.member_role) returns public.member
language plpgsql stable security definer set search_path = ''
as $$
declare
	places public.member[] := array(
		select fits.place from (
			select m as place, private.name_fits(place_called.name, p.name) as how,
				max(private.name_fits(place_called.name, p.name)) over () as best
			from public.member m join public.person p on p.id = m.person_id
			where m.family_id = family and m.left_at is null and m.role = place_called.role
		) fits
		where fits.how > 0 and fits.how = fits.best
		order by (fits.place).id
	);
begin
	if cardinality(places) > 1 then
		perform private.refuse('one_is_called_that', 'several of the family are');
	end if;
	return places[1];
end
$$;
comment on function private.place_called(uuid, text, public.member_role) is
	'The place in a family of whoever is called so there, and is that to it; null: nobody is. The office does not see who belongs to a family: name and role must both fit one alone, so that a slip meets nobody. Granted to nobody.';
