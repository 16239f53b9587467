-- Who decides for a family: a parent, and one under 18 only where no parent there is an adult (011).

create function private.is_grown(person uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return coalesce(private.age_of(person) >= 18, true);
end
$$;
comment on function private.is_grown(uuid) is
	'Whether somebody decides as an adult. Whose age nobody knows does. Granted to nobody.';

create function private.leaves_it_to_an_adult(family uuid, before timestamptz default 'infinity') returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return not private.is_grown(private.uid()) and exists (
		select from public.member me join public.member m on m.family_id = me.family_id
		where me.family_id = family and me.person_id = private.uid() and me.role = 'parent' and me.left_at is null
			and m.role = 'parent' and m.left_at is null and m.joined_at < before and private.is_grown(m.person_id)
	);
end
$$;
comment on function private.leaves_it_to_an_adult(uuid, timestamptz) is
	'Whether I am a parent under 18 of this family in which a parent is an adult, who says who comes, who goes and who coordinates; of somebody who came at a moment, one who was there before.';
grant execute on function private.leaves_it_to_an_adult(uuid, timestamptz) to authenticated;

create function private.check_an_adult_decides(family uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
	if private.leaves_it_to_an_adult(family) then
		perform private.refuse('adult_parent_decides', 'a parent under 18 beside one who is an adult');
	end if;
end
$$;
comment on function private.check_an_adult_decides(uuid) is 'Says why, where a page cannot know it. Granted to nobody.';

create function private.decides_as_parent(family uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return exists (
		select from public.member me
		where me.family_id = family and me.person_id = private.uid() and me.role = 'parent' and me.left_at is null
	) and not private.leaves_it_to_an_adult(family);
end
$$;
comment on function private.decides_as_parent(uuid) is
	'Whether I say for this family who comes and where its children belong: a parent; one under 18 only where no parent of the household is an adult, for somebody must be able to. Granted to nobody.';
