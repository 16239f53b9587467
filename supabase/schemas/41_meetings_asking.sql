-- Who may be asked to a meeting, and by whom: the family, its team, and a parent in the other home of the child it is about.

create function private.askable_elsewhere(family uuid) returns table (child_id uuid, person_id uuid)
language sql stable security definer set search_path = ''
as $$
	select distinct here.person_id, p.person_id
	from public.member here
	join private.parents_of_children p on p.child_id = here.person_id and p.home_id <> here.family_id
	where here.family_id = askable_elsewhere.family and here.left_at is null
		and not exists (
			select from private.plan_access s where s.person_id = p.person_id and s.family_id = here.family_id
		)
		-- A home that takes part no more is read, and asked to nothing.
		and (
			not exists (select from public.enrolment e where e.family_id = p.home_id)
			or exists (select from public.enrolment e where e.family_id = p.home_id and e.ended_on is null)
		)
	order by 1, 2 limit 1000
$$;
comment on function private.askable_elsewhere(uuid) is
	'The parents in the other homes of this family''s children, each with the child about whom they can be asked to a meeting: those who see there what concerns it, and neither their relatives nor their team. Granted to nobody.';

create function public.askable_elsewhere(family uuid) returns table (child_id uuid, person_id uuid, name text)
language sql stable security definer set search_path = ''
as $$
	select e.child_id, e.person_id, p.name
	from private.askable_elsewhere(askable_elsewhere.family) e join public.person p on p.id = e.person_id
	where askable_elsewhere.family = any (
		(select private.my_households() || private.my_coordinated_families())::uuid[]
	)
	order by p.name, e.person_id, e.child_id limit 1000
$$;
comment on function public.askable_elsewhere(uuid) is
	'To whoever may call a meeting of this family: which parents in the other homes of its children can be asked, each to a meeting about that child. Their names and nothing else of those homes.';
grant execute on function public.askable_elsewhere(uuid) to authenticated;

create function private.i_may_ask(family uuid, person uuid, from_elsewhere_to uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return family = any (private.my_households() || private.my_coordinated_families())
		and case when from_elsewhere_to is not null then exists (
			select from public.meeting t join private.askable_elsewhere(family) e on e.child_id = t.about_id
			where t.id = from_elsewhere_to and t.family_id = family and e.person_id = person
				and t.created_at >= private.back_since(t.family_id, t.about_id)
		)
		else exists (
			select from public.member m where m.family_id = family and m.person_id = person and m.left_at is null
		)
		or exists (
			select from public.team_member t join public.job j on j.id = t.job_id
			where t.family_id = family and t.professional_id = person and t.left_at is null and j.left_at is null
		) end;
end
$$;
comment on function private.i_may_ask(uuid, uuid, uuid) is
	'Whether I may ask this person to a meeting of this family: somebody of that family or its team, not of another of mine; or to that one meeting, when it is said, a parent in the other home of the child it is about, unless the child came back after it was called. For insert policies only: never in a scan.';
grant execute on function private.i_may_ask(uuid, uuid, uuid) to authenticated;
