-- Finding a family among many, by what whoever looks may see of it: what it is called, and who is in its team.

create function public.find_families(municipality uuid, part text) returns setof public.family
language sql stable security invoker set search_path = ''
as $$
	select f.* from public.family f
	where f.municipality_id = find_families.municipality and (
		f.name ilike find_families.part
		or exists (
			select from public.team_member t join public.person p on p.id = t.professional_id
			where t.family_id = f.id and t.left_at is null and p.name ilike find_families.part
		)
	)
	order by f.sorts_as, f.id limit 1000 + 1
$$;
comment on function public.find_families(uuid, text) is
	'The families of a municipality that have this pattern in their name, or in that of somebody in their team. Row security applies: the caller''s own. Nobody is looked for among the people of the families.';
grant execute on function public.find_families(uuid, text) to authenticated;
