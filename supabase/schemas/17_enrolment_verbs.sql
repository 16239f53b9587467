-- What the project lead writes down about an enrolment (F2): that it begins, that a place was offered, what the family
-- answered, how far it has come, that it is over, and that it takes part again. What follows from an end stands in 47_enrolment_ending.sql.

create function public.enrol_family(
	id uuid, municipality uuid, name text, visited_on date, tier public.tier default null
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	enrolment uuid := gen_random_uuid();
	same public.enrolment;
begin
	if (municipality = any (private.my_led_municipalities())) is not true then
		raise exception 'only the project lead enrols families' using errcode = '42501';
	end if;
	-- The same press delivered twice is one family; the id of another one is refused by the insert (family_pkey).
	select e.* into same from public.family f
		join public.enrolment e on e.family_id = f.id and e.visited_on = enrol_family.visited_on
		left join public.enrolment_tier t on t.enrolment_id = e.id and t.from_on = e.visited_on
		where f.id = enrol_family.id and f.id = any ((select private.my_led_families())::uuid[])
			and f.municipality_id = municipality and f.name = btrim(enrol_family.name)
			and t.tier is not distinct from enrol_family.tier;
	if found then
		if same.ended_on is not null then
			perform private.refuse('over_since', 'that one has ended');
		end if;
		return;
	end if;
	insert into public.family (id, municipality_id, name) values (enrol_family.id, municipality, btrim(enrol_family.name));
	insert into public.enrolment (id, family_id, municipality_id, visited_on)
	values (enrolment, enrol_family.id, municipality, enrol_family.visited_on);
	insert into public.enrolment_tier (enrolment_id, family_id, tier, from_on)
	select enrolment, enrol_family.id, enrol_family.tier, enrol_family.visited_on where enrol_family.tier is not null;
end
$$;
comment on function public.enrol_family(uuid, uuid, text, date, public.tier) is
	'The project lead enrols a family; the visitation date becomes its baseline (F2).';
grant execute on function public.enrol_family(uuid, uuid, text, date, public.tier) to authenticated;

create function private.enrolment_to_write(enrolment uuid) returns public.enrolment
language plpgsql volatile security definer set search_path = ''
as $$
declare
	found_one public.enrolment;
begin
	select e.* into found_one from public.enrolment e
	where e.id = enrolment_to_write.enrolment and e.family_id = any ((select private.my_led_families())::uuid[])
	for no key update;
	if not found then
		raise exception 'only the project lead writes about an enrolment' using errcode = '42501';
	end if;
	perform private.check_leads(found_one.family_id);
	return found_one;
end
$$;
comment on function private.enrolment_to_write(uuid) is
	'An enrolment of the municipality I lead the project in, not my own family''s; two who write wait for each other. Granted to nobody: the verbs below call it.';

create function private.refuse_when_over(enrolment public.enrolment) returns void
language plpgsql volatile set search_path = ''
as $$
begin
	if enrolment.ended_on is not null then
		perform private.refuse('enrolment_in_force', 'it is over');
	end if;
end
$$;
comment on function private.refuse_when_over(public.enrolment) is 'What is over is not written on.';

create function private.refuse_when_again(enrolment public.enrolment) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	if exists (
		select from public.enrolment e where e.family_id = refuse_when_again.enrolment.family_id and e.ended_on is null
	) then
		perform private.refuse('over_since', 'the family takes part again');
	end if;
end
$$;
comment on function private.refuse_when_again(public.enrolment) is
	'That it ended is no news of a family that takes part again since: an old page would say that it does not. Granted to nobody.';

create function public.offer_place(enrolment uuid, offered_on date, drawn_from date default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	now_is public.enrolment := private.enrolment_to_write(enrolment);
begin
	-- Asked first: that it is written down already would be read as said of the course of now.
	perform private.refuse_when_over(now_is);
	if now_is.offered_on = offer_place.offered_on then return; end if;
	if now_is.answer is not null then
		perform private.refuse('offer_is_open', 'the family has answered');
	end if;
	perform private.refuse_changed_since(now_is.offered_on, drawn_from, offer_place.offered_on);
	update public.enrolment e set offered_on = offer_place.offered_on where e.id = now_is.id;
end
$$;
comment on function public.offer_place(uuid, date, date) is
	'The project lead writes down when a place was offered to the family; another day corrects it, until the family has answered, when it is drawn from the day that stands there.';
grant execute on function public.offer_place(uuid, date, date) to authenticated;

create function public.answer_place(enrolment uuid, answer public.enrolment_answer, answered_on date) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	now_is public.enrolment := private.enrolment_to_write(enrolment);
begin
	if (now_is.answer, now_is.answered_on) = (answer_place.answer, answer_place.answered_on) then
		if now_is.ended_on is not null then perform private.refuse_when_again(now_is); end if;
		return;
	end if;
	perform private.refuse_when_over(now_is);
	if now_is.answer is not null then
		perform private.refuse('offer_is_open', 'the family has answered');
	end if;
	if now_is.offered_on is null then
		perform private.refuse('answered_after_the_offer', 'nothing is written down about an offer');
	end if;
	-- A no is the end of it; the family can take part another time.
	update public.enrolment e set answer = answer_place.answer, answered_on = answer_place.answered_on,
		ended_on = case when answer_place.answer = 'declined' then answer_place.answered_on end
	where e.id = now_is.id;
end
$$;
comment on function public.answer_place(uuid, public.enrolment_answer, date) is
	'The project lead writes down what the family answered to the offer. A no ends the enrolment on that day.';
grant execute on function public.answer_place(uuid, public.enrolment_answer, date) to authenticated;

create function public.set_tier(enrolment uuid, tier public.tier, from_on date, drawn_from public.tier default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	now_is public.enrolment := private.enrolment_to_write(enrolment);
	last public.enrolment_tier;
begin
	perform private.refuse_when_over(now_is);
	select t.* into last from public.enrolment_tier t where t.enrolment_id = now_is.id order by t.from_on desc limit 1;
	if (last.tier, last.from_on) = (set_tier.tier, set_tier.from_on) then return; end if;
	perform private.refuse_changed_since(last.tier, drawn_from, set_tier.tier);
	if set_tier.from_on < last.from_on then
		perform private.refuse('tier_after_the_last', 'what was before the last tier is not written anew');
	end if;
	if set_tier.tier = last.tier then
		perform private.refuse('tier_is_another', 'that is the tier in force');
	end if;
	-- What was written on the same day was a slip.
	insert into public.enrolment_tier as t (enrolment_id, family_id, tier, from_on)
	values (now_is.id, now_is.family_id, set_tier.tier, set_tier.from_on)
	on conflict on constraint enrolment_tier_pkey do update set tier = excluded.tier;
end
$$;
comment on function public.set_tier(uuid, public.tier, date, public.tier) is
	'The project lead writes down how far the family has come, from a day on: a new period, or, from the same day, a correction of the last.';
grant execute on function public.set_tier(uuid, public.tier, date, public.tier) to authenticated;

create function public.end_enrolment(enrolment uuid, ended_on date) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	now_is public.enrolment := private.enrolment_to_write(enrolment);
begin
	if now_is.ended_on = end_enrolment.ended_on then
		perform private.refuse_when_again(now_is);
		return;
	end if;
	perform private.refuse_when_over(now_is);
	update public.enrolment e set ended_on = end_enrolment.ended_on where e.id = now_is.id;
	-- What follows has waited for whoever was coming into the family.
	perform private.check_leads(now_is.family_id);
end
$$;
comment on function public.end_enrolment(uuid, date) is
	'The project lead writes down that a family takes part no more. The day says since when; what follows, follows now.';
grant execute on function public.end_enrolment(uuid, date) to authenticated;

create function public.enrol_again(id uuid, family uuid, visited_on date, tier public.tier default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	perform private.check_leads(enrol_again.family);
	-- An end that is being written is waited for, and whoever is coming into the family.
	perform from public.enrolment e where e.family_id = enrol_again.family order by e.id for no key update;
	perform from public.family f where f.id = enrol_again.family for no key update;
	perform private.check_leads(enrol_again.family);
	if exists (select from public.enrolment e where e.id = enrol_again.id and e.family_id = enrol_again.family and e.ended_on is not null) then
		perform private.refuse('over_since', 'that one has ended');
	end if;
	-- The same press delivered twice is one enrolment; the id of another one is refused by the insert (enrolment_pkey).
	if exists (
		select from public.enrolment e left join public.enrolment_tier t on t.enrolment_id = e.id and t.from_on = e.visited_on
		where e.id = enrol_again.id and e.family_id = enrol_again.family and e.visited_on = enrol_again.visited_on
			and t.tier is not distinct from enrol_again.tier
	) then
		return;
	end if;
	if exists (
		select from public.enrolment e where e.family_id = enrol_again.family and e.ended_on > enrol_again.visited_on
	) then
		perform private.refuse('enrolled_again_after_the_end', 'it took part until later than that');
	end if;
	insert into public.enrolment (id, family_id, municipality_id, visited_on)
	select enrol_again.id, f.id, f.municipality_id, enrol_again.visited_on
	from public.family f where f.id = enrol_again.family;
	insert into public.enrolment_tier (enrolment_id, family_id, tier, from_on)
	select enrol_again.id, enrol_again.family, enrol_again.tier, enrol_again.visited_on
	where enrol_again.tier is not null;
end
$$;
comment on function public.enrol_again(uuid, uuid, date, public.tier) is
	'A family that took part before takes part again: an enrolment of its own, with a baseline of its own. Its plan is taken up where it was left.';
grant execute on function public.enrol_again(uuid, uuid, date, public.tier) to authenticated;
