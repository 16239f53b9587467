-- A date of birth is corrected by the municipality alone, after a word from the family (008).

create function public.correct_birth(family uuid, name text, role public.member_role, born_on date) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	place public.member;
begin
	if (family = any (private.my_led_families())) is not true then
		raise exception 'only the project lead corrects a date of birth' using errcode = '42501';
	end if;
	place := private.place_called(family, name, role);
	-- Of whom the lead is family another lead writes it, and of a child that is with a home here that home's. Answered
	-- as if nobody were called that, because where else somebody belongs is told to no office.
	if place.id is null or exists (
		select from public.member m
		where m.person_id = place.person_id and m.left_at is null and (
			m.family_id = any (private.families_of_my_side())
			or (place.role <> 'child' and m.role = 'child' and private.stage_of(m) <> 'adult')
		)
	) then
		perform private.refuse('somebody_is_called_that', 'nobody of the family is, whose date is corrected there');
	end if;
	if place.role <> 'child' and private.age_on(born_on, private.today()) < private.answers_alone_from() then
		perform private.refuse('parent_or_relative_is_no_child', 'as young as that one answers for nobody');
	end if;
	insert into public.birth (person_id, born_on) values (place.person_id, correct_birth.born_on)
	on conflict (person_id) do update set born_on = excluded.born_on;
end
$$;
comment on function public.correct_birth(uuid, text, public.member_role, date) is
	'The project lead writes the date of birth of somebody of a family, as the family has said it; who is meant they say by name and role (place_called), and what stood there they do not see. A child''s is corrected where it is a child. What follows from it follows at once, and the families are told (note_birth).';
grant execute on function public.correct_birth(uuid, text, public.member_role, date) to authenticated;
