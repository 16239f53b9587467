-- A date of birth is corrected by the municipality alone, after a word from the family (008).

create function private.who_decides(family uuid, role public.member_role) returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select m.id from public.member m
		where m.family_id = family and m.left_at is null and (
			(m.role = 'parent' and private.speaks_alone(m))
			or (who_decides.role <> 'parent' and m.role <= who_decides.role and private.stage_of(m) = 'adult')
		)
	);
end
$$;
comment on function private.who_decides(uuid, public.member_role) is
	'The places of those who are no further from a family than that and can say yes for it: a parent from 15, or else an adult. Granted to nobody.';

create function private.somebody_decides(family uuid, role public.member_role) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return private.who_decides(family, role) <> '{}';
end
$$;
comment on function private.somebody_decides(uuid, public.member_role) is
	'Whether there is anybody who decides (who_decides). Granted to nobody.';

create function public.correct_birth(
	family uuid, name text, role public.member_role, born_on date, known_born_on date default null
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	place public.member;
	deciding uuid[];
	decided uuid[];
begin
	-- Whoever leads no more from this moment corrects nothing.
	perform from public.job j where j.person_id = private.uid() and j.is_project_lead and j.left_at is null
	order by j.id for share;
	-- Nobody leaves the family meanwhile.
	perform from public.member m where m.family_id = correct_birth.family and m.left_at is null order by m.id for no key update;
	perform private.check_leads(family);
	-- Before anybody is looked for: what is answered of a day tells nothing of a person.
	if correct_birth.born_on is null then
		perform private.refuse('birth_has_a_day', 'nobody is born on none');
	end if;
	-- As the table says it, which is asked when somebody is found.
	if correct_birth.born_on < '1900-01-01' then
		perform private.refuse('born_in_this_age', 'nobody is as old as that');
	end if;
	if correct_birth.born_on > private.today() then
		perform private.refuse('born_not_in_the_future', 'that day has not come');
	end if;
	if role <> 'child' and private.age_on(born_on, private.today()) < private.answers_alone_from() then
		perform private.refuse('parent_or_relative_is_no_child', 'as young as that one answers for nobody');
	end if;
	deciding := private.who_decides(family, role);
	-- The one whom a family cannot do without is not told from others by the name that is tried.
	if role <> 'child' and cardinality(deciding) = 1
		and private.age_on(born_on, private.today()) < (case role when 'parent' then 15 else 18 end)
		and exists (select from public.member m where m.id = deciding[1] and m.role = correct_birth.role)
	then
		perform private.refuse('family_keeps_an_adult', 'by that date nobody of the family could say yes to anything');
	end if;
	place := private.place_called(family, name, role, known_born_on);
	-- Whoever leaves another of their families, or comes into one, is waited for.
	perform private.hold(array[place.person_id]);
	perform private.check_leads(family);
	-- Of whom the lead is family another lead writes it, and of a child that is with a home here that home's. Answered
	-- as if nobody were called that, because where else somebody belongs is told to no office.
	if place.id is null or exists (
		select from public.member m
		where m.person_id = place.person_id and m.left_at is null and (
			m.family_id = any (private.families_of_my_side())
			or (place.role <> 'child' and m.role = 'child' and private.stage_of(m) <> 'adult')
			-- Nor does it become a child under 13 who is a parent or a relative elsewhere, or a colleague under 18.
			or (place.role = 'child' and m.role <> 'child'
				and private.age_on(born_on, private.today()) < private.answers_alone_from()
				and coalesce(private.age_of(m.person_id) >= private.answers_alone_from(), true))
		)
	) or (
		private.age_on(born_on, private.today()) < 18
		and exists (select from public.job j where j.person_id = place.person_id and j.left_at is null)
	) then
		perform private.refuse('somebody_is_called_that', 'nobody of the family is, whose date is corrected there');
	end if;
	decided := array(
		select m.id from public.member m
		where m.person_id = place.person_id and m.left_at is null and private.somebody_decides(m.family_id, m.role)
	);
	insert into public.birth (person_id, born_on) values (place.person_id, correct_birth.born_on)
	on conflict (person_id) do update set born_on = excluded.born_on;
	if exists (
		select from public.member m where m.id = any (decided) and not private.somebody_decides(m.family_id, m.role)
	) then
		perform private.refuse(
			case when private.somebody_decides(place.family_id, place.role) then 'somebody_is_called_that'
			else 'family_keeps_an_adult' end,
			'by that date nobody of a family could say yes to anything'
		);
	end if;
end
$$;
comment on function public.correct_birth(uuid, text, public.member_role, date, date) is
	'The project lead writes the date of birth of somebody of a family, as the family has said it; who is meant they say by name and role (place_called), and what stood there they do not see. A child''s is corrected where it is a child. No date leaves a family where nobody can say yes. What follows from it follows at once, and the families are told (note_birth).';
grant execute on function public.correct_birth(uuid, text, public.member_role, date, date) to authenticated;
