-- Project leads: where they lead, and what they see of people and families by it. What they write down about an enrolment
-- stands in 17_enrolment_verbs.sql, what they do about jobs in 72_staff_jobs.sql.

create function private.my_led_municipalities() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct j.municipality_id from public.job j
		where j.person_id = private.uid() and j.is_project_lead and j.left_at is null
	);
end
$$;
comment on function private.my_led_municipalities() is 'Municipalities whose project lead I am.';
grant execute on function private.my_led_municipalities() to authenticated;

create function private.families_of_my_side() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		-- A parent stays one after moving out, and of a child that is grown.
		with my_child as (
			select c.person_id from public.member me
			join public.member c on c.family_id = me.family_id and c.role = 'child'
			where me.person_id = private.uid() and me.role = 'parent'
		),
		-- Whoever has left a family knows it from inside, and it may have moved away from them (one_side_of_the_table).
		my_side as (
			select me.family_id from public.member me where me.person_id = private.uid()
			union
			select m.family_id from public.member m where m.person_id in (select c.person_id from my_child c)
			union
			select theirs.family_id from public.member me
			join public.member c on c.family_id = me.family_id and c.role = 'child'
			join public.member theirs on theirs.person_id = c.person_id and theirs.role = 'child'
			where me.person_id = private.uid()
		),
		-- Whoever is a parent where my children live has families of their own too.
		other_side as (
			select theirs.family_id from public.member parent
			join public.member c on c.family_id = parent.family_id and c.person_id in (select k.person_id from my_child k)
			join public.member theirs on theirs.person_id = parent.person_id and theirs.left_at is null
			where parent.role = 'parent'
		)
		select s.family_id from my_side s union select o.family_id from other_side o
	);
end
$$;
comment on function private.families_of_my_side() is
	'My own families, left or not, the other homes of their children, the families of my children, and of whoever is a parent of them with me: where I am family, or was. Granted to nobody.';

create function private.my_led_families() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select f.id from public.family f
		where f.municipality_id = any ((select private.my_led_municipalities())::uuid[])
			and f.id <> all ((select private.families_of_my_side())::uuid[])
	);
end
$$;
comment on function private.my_led_families() is
	'Families of the municipality I lead the project in: that they take part, their names and teams, not their people. Not where I am family (families_of_my_side).';
grant execute on function private.my_led_families() to authenticated;

create function private.check_leads(family uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	if (check_leads.family = any (private.my_led_families())) is not true then
		raise exception 'only the project lead, and not of a family that is their own' using errcode = '42501';
	end if;
end
$$;
comment on function private.check_leads(uuid) is
	'Refuses whoever does not lead the project for this family. Whoever may have waited in between asks again: a lead can have become family meanwhile (docs/decisions/016-locks.md). Granted to nobody.';

create function private.my_led_professionals() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct j.person_id from public.job j where j.municipality_id = any ((select private.my_led_municipalities())::uuid[])
	);
end
$$;
comment on function private.my_led_professionals() is
	'Everybody who works or has worked where I lead the project.';
grant execute on function private.my_led_professionals() to authenticated;

-- Row security

create policy select_led on public.person for select to authenticated
	using (id = any ((select private.my_led_professionals())::uuid[]));
comment on policy select_led on public.person is
	'The project lead knows the names of those who have gone too: they stand in old teams and under invitations.';
create policy select_lead on public.family for select to authenticated
	using (id = any ((select private.my_led_families())::uuid[]));
comment on policy select_lead on public.family is
	'The project lead sees which families take part, not who they are; not that the other home of their own children does.';
create policy select_lead on public.enrolment for select to authenticated
	using (family_id = any ((select private.my_led_families())::uuid[]));
comment on policy select_lead on public.enrolment is 'The project lead sees since when families take part.';
create policy select_lead on public.enrolment_tier for select to authenticated
	using (family_id = any ((select private.my_led_families())::uuid[]));
comment on policy select_lead on public.enrolment_tier is 'The project lead sees how far families have come.';
